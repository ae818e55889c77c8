/* The network as code: what it says for each setting. That it runs is tried in Python. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { keras } from "../../www/code/keras.js";
import { pytorch } from "../../www/code/pytorch.js";

/** @import { Network } from "../../www/code/network" */

/** @type {Network} */
const usual = {
  inputs: 784,
  classes: 10,
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

/** @type {[change: Partial<Network>, keras: string, pytorch: string][]} a setting, and a line that comes with it */
const lines = [
  [{ hidden: [] }, '    layers.Dense(10, activation="softmax", kernel_initializer="he_uniform"),', "    nn.Linear(784, 10),"],
  [{ activation: "tanh" }, '    layers.Dense(64, activation="tanh", kernel_initializer="he_uniform"),', "    nn.Tanh(),"],
  [{ activation: "identity" }, '    layers.Dense(64, activation="linear", kernel_initializer="he_uniform"),', "    nn.Linear(64, 10),"],
  [{ initializer: "glorot-uniform" }, '    layers.Dense(64, activation="relu", kernel_initializer="glorot_uniform"),', "        nn.init.xavier_uniform_(layer.weight)"],
  [{ loss: "squared-error" }, '    loss="mean_squared_error",', "loss_function = nn.MSELoss()"],
  [{ optimizer: "sgd" }, "    optimizer=keras.optimizers.SGD(learning_rate=0.07),", "optimizer = torch.optim.SGD(model.parameters(), lr=0.07)"],
  [
    { optimizer: "rmsprop", learningRate: 1e-7 },
    "    optimizer=keras.optimizers.RMSprop(learning_rate=1e-7),",
    "optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-7, alpha=0.9, eps=1e-7)",
  ],
  [{ batchSize: 32 }, "    batch_size=32,", "    for batch in order.split(32):"],
  [{ trainingImages: 100 }, "x_train = x_train[:100].reshape(-1, 784) / 255", "x_train = train.data[:100].reshape(-1, 784) / 255"],
  [{ shuffle: false }, "    shuffle=False,", "    order = torch.arange(len(x_train))"],
  [{ seed: 7 }, "keras.utils.set_random_seed(7)", "torch.manual_seed(7)"],
  [{ epochs: 2 }, "    epochs=2,", "for epoch in range(2):"],
];

for (const [change, inKeras, inPytorch] of lines) {
  test(`${JSON.stringify(change)} is said in both libraries`, () => {
    for (const [write, line] of /** @type {const} */ ([[keras, inKeras], [pytorch, inPytorch]])) {
      const code = write({ ...usual, ...change }, headings);
      assert.ok(code.includes(line), code.join("\n"));
    }
  });
}

test("a setting changes the lines that it concerns, and no other", () => {
  for (const write of [keras, pytorch]) {
    const before = write(usual, headings);
    const after = write({ ...usual, batchSize: 64 }, headings);
    assert.equal(after.filter((line) => !before.includes(line)).length, 1);
  }
});
