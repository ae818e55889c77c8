/* The lines of Python that the page gives whoever has a network elsewhere: the file that they write is opened, and answers the same. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import init, { Trainer } from "../../pkg/chalknet/core.js";
import { toSafetensors } from "../../www/code/to-safetensors.js";
import { readNetwork } from "../../www/worker/network-file.js";
import { optionsOf } from "../../www/worker/options.js";
import { hasPyTorch, python } from "./installed.js";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "test-results/to-safetensors");
const INPUTS = 784;
const TOLERANCE = 1e-5;

/** Networks as each library has them, and how they answer rows. */
const networks = {
  keras: {
    model: [
      'import os; os.environ["KERAS_BACKEND"] = "numpy"',
      "import keras",
      "from keras import layers as of",
      'model = keras.Sequential([keras.Input([784]), of.Dense(24, activation="tanh"), of.Dense(12, activation="tanh"), of.Dense(10, activation="softmax")])',
    ],
    answer: "numpy.asarray(model(rows))",
  },
  pytorch: {
    model: ["import torch", "from torch import nn", "model = nn.Sequential(nn.Flatten(), nn.Linear(784, 24), nn.ReLU(), nn.Linear(24, 10))"],
    answer: "torch.softmax(model(torch.from_numpy(rows)), 1).detach().numpy()",
  },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
before(async () => {
  await init({ module_or_path: readFileSync(join(root, "pkg/chalknet/core_bg.wasm")) });
});

/** @param {string} program */
const run = (program) => execFileSync(python, ["-c", program], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

for (const library of /** @type {const} */ (["keras", "pytorch"])) {
  const { model, answer } = networks[library];
  if (library === "pytorch" && !hasPyTorch) continue;
  test(`the lines for ${library}`, async () => {
    const lines = [...model, toSafetensors[library], "import numpy", `rows = (numpy.arange(3 * ${INPUTS}) * 37 % 256).reshape(3, ${INPUTS}).astype("float32") / 255`, `print(json.dumps(${answer}.ravel().tolist()))`];
    /** @type {number[]} */
    const expected = JSON.parse(run(lines.join("\n")));
    const read = await readNetwork(Trainer, new Uint8Array(readFileSync(join(folder, "network.safetensors"))));
    if (!("config" in read)) throw assert.fail(JSON.stringify(read));
    const trainer = await Trainer.create(optionsOf({ ...read.config, trainingImages: 0 }));
    trainer.restore(read.checkpoint);
    const found = await trainer.predict(Uint8Array.from({ length: 3 * INPUTS }, (_, place) => (place * 37) % 256));
    assert.equal(found.length, expected.length);
    for (const [place, value] of found.entries()) assert.ok(Math.abs(value - Number(expected[place])) < TOLERANCE, `${place}: ${value} instead of ${expected[place]}`);
  });
}
