/* A network as code: what it says for each setting. That it runs is tried in Python. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { imageNetwork } from "../../www/code/images.js";
import { keras } from "../../www/code/keras.js";
import { denseLayers } from "../../www/code/layers.js";
import { pytorch } from "../../www/code/pytorch.js";

/** @import { Network, Points } from "../../www/code/network" */

/** @typedef {Parameters<typeof imageNetwork>[0] & { epochs: number }} Images */

/** @type {Images} */
const usual = {
  hidden: [512, 64],
  activation: "relu",
  initializer: "he-uniform",
  loss: "cross-entropy",
  optimizer: "momentum",
  learningRate: 0.07,
  batchSize: 128,
  trainingImages: 60_000,
  shuffle: true,
  seed: 1,
  epochs: 5,
};
const headings = { data: "Data", model: "Model", loss: "Loss", training: "Training" };

/** @param {Partial<Images>} [change] */
function images(change) {
  const { epochs, ...config } = { ...usual, ...change };
  return imageNetwork(config, { inputs: 784, classes: 10, epochs });
}

/** Points of two classes. @type {Network & { data: Points }} */
const planar = {
  ...imageNetwork(usual, { inputs: 3, classes: 1, epochs: 100 }),
  data: { kind: "points", training: 175, test: 75, features: ["x1", "x2^2", "sin(x1)"], haveValues: false },
  output: "sigmoid",
};

/** @param {Partial<Network>} change @param {Partial<Points>} [data] @returns {Network} */
const points = (change, data) => ({ ...planar, ...change, data: { ...planar.data, ...data } });

/** A convolutional network for the same digits. @type {Network} */
const convolutional = {
  ...images(),
  input: [28, 28, 1],
  layers: [
    { type: "conv2d", filters: 8, kernel: 5, activation: "relu" },
    { type: "max-pool", size: 2 },
    { type: "conv2d", filters: 16, kernel: 3, padding: "same", activation: "tanh" },
    { type: "max-pool", size: 5 },
    { type: "dropout", rate: 0.25 },
    ...denseLayers([32], "relu"),
  ],
};

/** Pictures of the visitor's own. @param {number} training */
const own = (training) => ({ ...images(), data: { kind: /** @type {const} */ ("images"), training, own: { all: 48, kinds: ["lying", "standing"] } } });

/** @type {[name: string, network: Network, keras: string[], pytorch: string[]][]} a setting, and the lines that come with it */
const lines = [
  ["no hidden layer", images({ hidden: [] }), ['    layers.Dense(10, activation="softmax", kernel_initializer="he_uniform"),'], ["    nn.Linear(784, 10),"]],
  ["tanh", images({ activation: "tanh" }), ['    layers.Dense(64, activation="tanh", kernel_initializer="he_uniform"),'], ["    nn.Tanh(),"]],
  ["no activation", images({ activation: "identity" }), ['    layers.Dense(64, activation="linear", kernel_initializer="he_uniform"),'], ["    nn.Linear(64, 10),"]],
  [
    "Glorot's weights",
    images({ initializer: "glorot-uniform" }),
    ['    layers.Dense(64, activation="relu", kernel_initializer="glorot_uniform"),'],
    ["        nn.init.xavier_uniform_(layer.weight)"],
  ],
  ["the squared error", images({ loss: "squared-error" }), ['    loss="mean_squared_error",'], ["loss_function = nn.MSELoss()", "y_train = nn.functional.one_hot(train.targets, 10).float()"]],
  ["SGD", images({ optimizer: "sgd" }), ["    optimizer=keras.optimizers.SGD(learning_rate=0.07),"], ["optimizer = torch.optim.SGD(model.parameters(), lr=0.07)"]],
  [
    "RMSprop, and a small learning rate",
    images({ optimizer: "rmsprop", learningRate: 1e-7 }),
    ["    optimizer=keras.optimizers.RMSprop(learning_rate=1e-7),"],
    ["optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-7, alpha=0.9, eps=1e-7)"],
  ],
  ["the batch size", images({ batchSize: 32 }), ["    batch_size=32,"], ["    for batch in order.split(32):"]],
  ["fewer images", images({ trainingImages: 100 }), ["x_train = x_train[:100].reshape(-1, 784) / 255"], ["x_train = train.data[:100].reshape(-1, 784) / 255"]],
  [
    "pictures of one's own",
    own(60_000),
    ["import numpy as np", 'with np.load("pictures.npz") as file:', "x_train = x_train.reshape(-1, 784) / 255"],
    ['train = SimpleNamespace(data=file["x_train"], targets=file["y_train"])', "x_train = train.data.reshape(-1, 784) / 255"],
  ],
  ["fewer pictures of one's own", own(20), ["x_train = x_train[:20].reshape(-1, 784) / 255"], ["x_train = train.data[:20].reshape(-1, 784) / 255"]],
  ["no shuffling", images({ shuffle: false }), ["    shuffle=False,"], ["    order = torch.arange(len(x_train))"]],
  ["the seed", images({ seed: 7 }), ["keras.utils.set_random_seed(7)"], ["torch.manual_seed(7)"]],
  ["the epochs", images({ epochs: 2 }), ["    epochs=2,"], ["for epoch in range(2):"]],
  [
    "points of two classes",
    points({}),
    ["import numpy as np", "x = np.stack([x1, x2**2, np.sin(np.pi * x1)], axis=1)", "x_train, x_test = x[:175], x[175:]", '    loss="binary_crossentropy",', '    metrics=["accuracy"],'],
    ["x = torch.stack([x1, x2**2, torch.sin(torch.pi * x1)], dim=1)", "    nn.Linear(64, 1),", "loss_function = nn.BCEWithLogitsLoss()", "        right = ((model(x_test).sigmoid() > 0.5) == (y_test > 0.5)).float().mean()"],
  ],
  ["points that all train", points({}, { test: 0 }), ["x_train, y_train = x, y"], ["x_train, y_train = x, y", "        right = ((model(x_train).sigmoid() > 0.5) == (y_train > 0.5)).float().mean()"]],
  [
    "points with values",
    points({ loss: "squared-error", output: "identity" }, { haveValues: true }),
    ['    layers.Dense(1, activation="linear", kernel_initializer="he_uniform"),', "    metrics=[keras.metrics.RootMeanSquaredError()],"],
    ["        deviation = (model(x_test) - y_test).square().mean().sqrt()", "loss_function = nn.MSELoss()"],
  ],
  [
    "convolutions",
    convolutional,
    [
      "x_train = x_train.reshape(-1, 28, 28, 1) / 255",
      "    keras.Input(shape=(28, 28, 1)),",
      '    layers.Conv2D(8, 5, padding="valid", activation="relu", kernel_initializer="he_uniform"),',
      "    layers.MaxPooling2D(2),",
      '    layers.Conv2D(16, 3, padding="same", activation="tanh", kernel_initializer="he_uniform"),',
      "    layers.Dropout(0.25),",
      "    layers.Flatten(),",
    ],
    [
      "x_train = train.data.reshape(-1, 1, 28, 28) / 255",
      '    nn.Conv2d(1, 8, 5, padding="valid"),',
      "    nn.MaxPool2d(2),",
      '    nn.Conv2d(8, 16, 3, padding="same"),',
      "    nn.Dropout(0.25),",
      "    nn.Flatten(),",
      // 28 - 4, halved, and a fifth of it.
      "    nn.Linear(64, 32),",
      "    if isinstance(layer, (nn.Conv2d, nn.Linear)):",
      "    model.train()",
      "    model.eval()",
    ],
  ],
  ["the absolute error", points({ loss: "absolute-error" }), ['    loss="mean_absolute_error",'], ["loss_function = nn.L1Loss()", "    nn.Sigmoid(),"]],
  [
    "penalties, of which a gradient's l2 is twice that of the weights' squares",
    points({ l1: 0.001, l2: 0.02 }),
    ['    layers.Dense(1, activation="sigmoid", kernel_initializer="he_uniform", kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.01)),'],
    ["        loss = loss + sum(0.001 * layer.weight.abs().sum() + 0.01 * layer.weight.square().sum() for layer in model if isinstance(layer, nn.Linear))"],
  ],
];

for (const [name, network, inKeras, inPytorch] of lines) {
  test(`${name}: it is said in both libraries`, () => {
    for (const [write, expected] of /** @type {const} */ ([[keras, inKeras], [pytorch, inPytorch]])) {
      const code = write(network, headings);
      for (const line of expected) assert.ok(code.includes(line), code.join("\n"));
    }
  });
}

test("a setting changes the lines that it concerns, and no other", () => {
  for (const write of [keras, pytorch]) {
    for (const [network, changed] of /** @type {const} */ ([[images(), images({ batchSize: 64 })], [points({}), points({ batchSize: 64 })]])) {
      const before = write(network, headings);
      assert.equal(write(changed, headings).filter((line) => !before.includes(line)).length, 1);
    }
  }
});

test("code for pictures of one's own does not speak of MNIST", () => {
  for (const write of [keras, pytorch]) assert.doesNotMatch(write(own(48), headings).join("\n"), /mnist|datasets/i);
});

test("a picture is made one line once, also where no dense layer is hidden", () => {
  for (const layers of [convolutional.layers, convolutional.layers.slice(0, 2)]) {
    for (const write of [keras, pytorch]) assert.equal(write({ ...convolutional, layers }, headings).filter((line) => line.includes("Flatten")).length, 1);
  }
});

test("points that all train are not tested with what there is not, and weights that are left alone cost nothing", () => {
  const code = [keras, pytorch].flatMap((write) => write(points({}, { test: 0 }), headings)).join("\n");
  assert.doesNotMatch(code, /x_test|regularizer|penalty|abs\(\)/);
});
