/**
 * A network and its training as PyTorch code, as PyTorch's own tutorials write it.
 */

import { first, number } from "./python.js";

/** @import { Network, Writer } from "./network" */

/** After a linear layer, where anything comes after it. */
const activations = { relu: "nn.ReLU()", tanh: "nn.Tanh()", sigmoid: "nn.Sigmoid()", identity: null };
const initializers = { "glorot-uniform": "xavier_uniform_(layer.weight)", "he-uniform": 'kaiming_uniform_(layer.weight, nonlinearity="relu")' };

/** How each loss is called, what comes after the last layer, and what the targets are. */
const losses = {
  "cross-entropy": { loss: "nn.CrossEntropyLoss()", last: null, targets: (/** @type {string} */ labels) => labels },
  "squared-error": {
    loss: "nn.MSELoss()",
    last: "nn.Sigmoid()",
    targets: (/** @type {string} */ labels, /** @type {number} */ classes) => `nn.functional.one_hot(${labels}, ${classes}).float()`,
  },
};

/** With the small number in the division that the page has, as Keras does. @type {Record<Network["optimizer"], (rate: string) => string>} */
const optimizers = {
  sgd: (rate) => `SGD(model.parameters(), lr=${rate})`,
  momentum: (rate) => `SGD(model.parameters(), lr=${rate}, momentum=0.9)`,
  rmsprop: (rate) => `RMSprop(model.parameters(), lr=${rate}, alpha=0.9, eps=1e-7)`,
  adam: (rate) => `Adam(model.parameters(), lr=${rate}, eps=1e-7)`,
};

/** @type {Writer} */
export function pytorch(network, headings) {
  const { inputs, classes, hidden, activation, initializer, batchSize, trainingImages, shuffle, seed, epochs } = network;
  const { loss, last, targets } = losses[network.loss];
  const sizes = [inputs, ...hidden, classes];
  const modules = sizes.slice(1).flatMap((units, layer) => {
    const after = layer < hidden.length ? activations[activation] : last;
    return [`nn.Linear(${sizes[layer]}, ${units})`, ...(after ? [after] : [])];
  });
  return [
    "import torch",
    "from torch import nn",
    "from torchvision import datasets",
    "",
    `torch.manual_seed(${seed})`,
    "",
    `# ${headings.data}`,
    'train = datasets.MNIST("data", train=True, download=True)',
    'test = datasets.MNIST("data", train=False, download=True)',
    `x_train = ${first("train.data", trainingImages)}.reshape(-1, ${inputs}) / 255`,
    `y_train = ${targets(first("train.targets", trainingImages), classes)}`,
    `x_test = test.data.reshape(-1, ${inputs}) / 255`,
    "",
    `# ${headings.model}`,
    "model = nn.Sequential(",
    ...modules.map((module) => `    ${module},`),
    ")",
    "for layer in model:",
    "    if isinstance(layer, nn.Linear):",
    `        nn.init.${initializers[initializer]}`,
    "        nn.init.zeros_(layer.bias)",
    "",
    `# ${headings.loss}`,
    `loss_function = ${loss}`,
    `optimizer = torch.optim.${optimizers[network.optimizer](number(network.learningRate))}`,
    "",
    `# ${headings.training}`,
    `for epoch in range(${epochs}):`,
    `    order = ${shuffle ? "torch.randperm(len(x_train))" : "torch.arange(len(x_train))"}`,
    `    for batch in order.split(${batchSize}):`,
    "        loss = loss_function(model(x_train[batch]), y_train[batch])",
    "        optimizer.zero_grad()",
    "        loss.backward()",
    "        optimizer.step()",
    "    with torch.no_grad():",
    "        right = (model(x_test).argmax(1) == test.targets).float().mean()",
    '    print(f"epoch {epoch + 1}: {right:.2%}")',
  ];
}
