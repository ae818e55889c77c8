"""Runs the code and the notebooks of a folder, and tells what came of it as JSON, in the last line of the output.

PyTorch's part is run where this Python has it, and is told as null where it has not.

Keras's data set is read from the files in the second folder, for nothing is fetched in a test. Each program has its
training replaced by as many steps as it names batches and epochs for, from the page's first weights, so that the loss of
each step can be told.
"""

import ast
import contextlib
import inspect
import io
import json
import os
import pathlib
import shutil
import sys
import types

os.environ["KERAS_BACKEND"] = "jax"

import keras
import nbclient
import nbformat
import numpy
import safetensors.numpy

try:
    import torch
except ModuleNotFoundError:
    torch = None

folder, images = map(pathlib.Path, sys.argv[1:])


def read(name, offset, shape):
    return numpy.frombuffer((images / name).read_bytes(), "uint8", offset=offset).reshape(shape)


def load_data():
    train = read("train-images-idx3-ubyte", 16, (-1, 28, 28)), read("train-labels-idx1-ubyte", 8, -1)
    test = read("t10k-images-idx3-ubyte", 16, (-1, 28, 28)), read("t10k-labels-idx1-ubyte", 8, -1)
    return train, tuple(part[:1000] for part in test)


keras.datasets.mnist.load_data = load_data


class Steps:
    """In the place of a model's training: the same batches in the same order, and the loss of each."""

    def __init__(self, weights):
        self.weights = weights
        self.losses = []

    def fit(self, model, x, y, batch_size, epochs, shuffle, validation_data=None):
        assert not shuffle
        assert validation_data is None or [len(part) > 0 for part in validation_data] == [True, True]
        model.set_weights(self.weights)
        for _ in range(epochs):
            for start in range(0, len(x), batch_size):
                batch = slice(start, start + batch_size)
                model.reset_metrics()
                # The page tells the loss without what is added for large weights.
                penalty = float(sum(model.losses))
                self.losses.append(float(model.train_on_batch(x[batch], y[batch])[0]) - penalty)


def losses_of(program, weights):
    steps = Steps(weights)
    fit, keras.Sequential.fit = keras.Sequential.fit, lambda model, *data, **options: steps.fit(model, *data, **options)
    try:
        exec(program, {})
    finally:
        keras.Sequential.fit = fit
    return steps.losses


def in_order_of_torch(values, channels):
    """Weights as PyTorch has them; channels are those of the picture that a dense layer makes one line of."""
    if values.ndim == 4:
        # [height, width, inputs, filters]
        return values.transpose(3, 2, 0, 1)
    if values.ndim == 2 and channels:
        # A line of Keras's has a pixel's channels beside each other, one of PyTorch's a channel's pixels.
        return values.reshape(-1, channels, values.shape[1]).transpose(2, 1, 0).reshape(values.shape[1], -1)
    # [inputs, outputs]
    return values.T


class TorchSteps:
    """Beside a program's own training: it begins with the page's weights, and the loss of each of its batches is noted."""

    def __init__(self, weights):
        self.weights = weights
        self.losses = []

    @contextlib.contextmanager
    def watching(self):
        optimizer, loss = torch.optim.Optimizer, torch.nn.modules.loss._Loss
        begin, call = optimizer.__init__, loss.__call__

        def begin_with_weights(made, parameters, *options):
            parameters = list(parameters)
            with torch.no_grad():
                channels = None
                for parameter, values in zip(parameters, self.weights, strict=True):
                    parameter.copy_(torch.tensor(in_order_of_torch(values, channels)))
                    channels = values.shape[-1] if values.ndim == 4 else channels if values.ndim == 1 else None
            begin(made, parameters, *options)

        def note(made, *of):
            value = call(made, *of)
            if torch.is_grad_enabled():
                self.losses.append(value.item())
            return value

        optimizer.__init__, loss.__call__ = begin_with_weights, note
        try:
            yield
        finally:
            optimizer.__init__, loss.__call__ = begin, call


def torch_losses_of(program, weights):
    steps = TorchSteps(weights)
    with steps.watching(), contextlib.redirect_stdout(io.StringIO()):
        exec(program, {})
    return steps.losses


class Mnist:
    """torchvision's data set, from the files at hand."""

    def __init__(self, _, train, download):
        pixels, labels = load_data()[0 if train else 1]
        self.data, self.targets = torch.tensor(pixels), torch.tensor(labels).long()


def weights_in(file):
    tensors = safetensors.numpy.load_file(file)
    layers = sorted({int(name.split(".")[1]) for name in tensors})
    return [tensors[f"layers.{layer}.{kind}"] for layer in layers for kind in ("kernel", "bias")]


def run(notebook):
    """What each cell gives: what it prints, and the value of its last line."""
    names, outputs = {}, {}
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] != "code":
            continue
        statements = ast.parse("".join(cell["source"])).body
        last = statements.pop() if isinstance(statements[-1], ast.Expr) else None
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(ast.Module(statements, []), cell["id"], "exec"), names)
            value = last and eval(compile(ast.Expression(last.value), cell["id"], "eval"), names)
        outputs[cell["id"]] = (printed.getvalue() + ("" if value is None else str(value))).strip()
    return outputs


def run_in_jupyter(file):
    """The same, by Jupyter itself: the notebook is one to it, and each cell runs in a kernel of its own."""
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    files = f"import pathlib\nimport keras\nimport numpy\n\nimages = pathlib.Path({str(images.resolve())!r})\n"
    setup = files + inspect.getsource(read) + inspect.getsource(load_data) + "keras.datasets.mnist.load_data = load_data\n"
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    notebook.cells.insert(0, nbformat.v4.new_code_cell(setup))
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    return {cell.id: "".join(map(shown, cell.outputs)).strip() for cell in cells}


def shown(output):
    if output.output_type == "stream":
        # What is said beside the output, as warnings are, is none.
        return output.text if output.name == "stdout" else ""
    if "image/svg+xml" in output.data:
        return output.data["image/svg+xml"]
    text = output.data["text/plain"]
    # A text is shown as it is written in a program.
    return ast.literal_eval(text) if text[0] in "'\"" else text


# What a notebook shows pictures with; here they are told as text.
sys.modules["IPython"] = types.ModuleType("IPython")
sys.modules["IPython.display"] = types.SimpleNamespace(SVG=str)

sys.modules["torchvision"] = types.SimpleNamespace(datasets=types.SimpleNamespace(MNIST=Mnist))

losses, torch_losses = [], []
while (program := folder / f"{len(losses)}.py").exists():
    points = program.with_suffix(".csv")
    if points.exists():
        shutil.copy(points, "points.csv")
    weights = weights_in(program.with_suffix(".safetensors"))
    losses.append(losses_of(program.read_text(), weights))
    if torch:
        torch_losses.append(torch_losses_of((folder / f"{program.stem}-pytorch.py").read_text(), weights))
names = [file.stem for file in folder.glob("*.ipynb") if torch or "pytorch" not in file.stem]
# One is enough for Jupyter, which takes its time: all have the same form.
notebooks = {name: run_in_jupyter(folder / f"{name}.ipynb") if name == "en-keras" else run((folder / f"{name}.ipynb").read_text()) for name in names}
print(json.dumps({"keras": losses, "pytorch": torch_losses if torch else None, "notebooks": notebooks}))
