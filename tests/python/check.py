"""Reads the files of each network, asks it the same rows, and tells how far off the answers are.

In the folder that is named are `networks.json` and, for each network, a folder with its files. For each one the name of
what was tried and the largest difference go to the standard output, as JSON. Each network is also written anew, by Python,
as `python.safetensors`.
"""

import json
import os
import pathlib
import sys

# The one that has nothing to compile; it computes convolutions with JAX.
os.environ["KERAS_BACKEND"] = "numpy"

import keras
import numpy
import onnxruntime
import safetensors.numpy

folder = pathlib.Path(sys.argv[1])
keras_example = pathlib.Path(sys.argv[2]).read_text()


def difference(found, expected):
    found = numpy.asarray(found)
    assert found.shape == expected.shape, f"{found.shape} instead of {expected.shape}"
    assert numpy.isfinite(found).all()
    return float(numpy.abs(found - expected).max())


def keras_model():
    names = {}
    exec(keras_example, names)
    return names["model"], names["options"]


def answer(outputs, options):
    """What the trainer predicts, of what the last layer gives."""
    outputs = keras.ops.reshape(outputs, (len(outputs), -1))
    if options["loss"] != "cross-entropy":
        return outputs
    return keras.ops.sigmoid(outputs) if outputs.shape[1] == 1 else keras.ops.softmax(outputs)


def write_anew(model):
    """As somebody would who has a network in Keras: no more of the configuration than is needed."""
    layers, weights = [], {}
    for layer in model.layers:
        if isinstance(layer, keras.layers.Flatten):
            continue
        if isinstance(layer, keras.layers.MaxPooling2D):
            layers.append({"type": "max-pool", "size": layer.pool_size[0]})
            continue
        if isinstance(layer, keras.layers.Dropout):
            layers.append({"type": "dropout", "rate": layer.rate})
            continue
        weights[f"layers.{len(layers)}.bias"], weights[f"layers.{len(layers)}.kernel"] = map(numpy.asarray, [layer.bias, layer.kernel])
        activation = layer.activation.__name__.replace("linear", "identity")
        if isinstance(layer, keras.layers.Conv2D):
            layers.append({"type": "conv2d", "filters": layer.filters, "kernel": layer.kernel_size[0], "padding": layer.padding, "activation": activation})
        else:
            layers.append({"type": "dense", "units": layer.units, "activation": activation})
    loss = json.loads(safetensors.safe_open("network.safetensors", "numpy").metadata()["chalknet"])["loss"]
    options = {"loss": loss, "input": model.input_shape[1:], "layers": layers}
    metadata = {"format": "pt", "chalknet": json.dumps(options, indent=2), "note": 'a "second" one'}
    safetensors.numpy.save_file(weights, "python.safetensors", metadata)


report = {}
for number, network in enumerate(json.loads((folder / "networks.json").read_text())):
    os.chdir(folder / str(number))
    expected = {name: numpy.array(values, "float32") for name, values in network["weights"].items()}
    inputs = numpy.array(network["inputs"], "float32")
    outputs = numpy.array(network["outputs"], "float32").reshape(len(inputs), -1)

    read = safetensors.numpy.load_file("network.safetensors")
    assert read.keys() == expected.keys(), f"{read.keys()} instead of {expected.keys()}"
    weights = max(difference(read[name].ravel(), expected[name]) for name in read)

    [onnx] = onnxruntime.InferenceSession("network.onnx").run(None, {"input": inputs})

    model, options = keras_model()
    shapes = {f"{layer.name}.{weight.name}": weight.shape for layer in model.layers for weight in layer.weights}
    assert shapes == {name: values.shape for name, values in read.items()}, shapes
    write_anew(model)

    report[network["name"]] = {
        "safetensors": weights,
        "onnxruntime": difference(onnx, outputs),
        "Keras": difference(answer(model(inputs), options), outputs),
    }
print(json.dumps(report))
