/** The lines of Python that write a network of dense layers, `model`, as a file that the page opens. */

const end = `options = {"input": [784], "layers": layers}
save_file(weights, "network.safetensors", {"chalknet": json.dumps(options)})
`;

/** By the library that `model` is of. */
export const toSafetensors = {
  keras: `import json

import keras
from safetensors.numpy import save_file

layers, weights = [], {}
for layer in model.layers:
    if isinstance(layer, keras.layers.Dense):
        name = f"layers.{len(layers)}"
        weights[f"{name}.kernel"], weights[f"{name}.bias"] = layer.get_weights()
        activation = layer.activation.__name__
        # The softmax belongs to the cross-entropy there.
        activation = {"linear": "identity", "softmax": "identity"}.get(activation, activation)
        layers.append({"type": "dense", "units": layer.units, "activation": activation})
${end}`,
  pytorch: `import json

from safetensors.numpy import save_file
from torch import nn

activations = {nn.ReLU: "relu", nn.Tanh: "tanh", nn.Sigmoid: "sigmoid"}
layers, weights = [], {}
for module in model:
    if isinstance(module, nn.Linear):
        name = f"layers.{len(layers)}"
        weights[f"{name}.kernel"] = module.weight.detach().cpu().numpy().T.copy()
        weights[f"{name}.bias"] = module.bias.detach().cpu().numpy()
        layers.append({"type": "dense", "units": module.out_features, "activation": "identity"})
    elif type(module) in activations:
        layers[-1]["activation"] = activations[type(module)]
${end}`,
};
