/*
 * The code and the notebook that the page gives, run as they are: the code begins with the weights that the page began
 * with and learns what the page learns. PYTHON names a Python that has requirements.txt.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import init, { Trainer } from "../../pkg/chalknet/index.js";
import { imageNetwork } from "../../www/code/images.js";
import { keras } from "../../www/code/keras.js";
import { denseLayers } from "../../www/code/layers.js";
import { libraries } from "../../www/code/libraries.js";
import { npz } from "../../www/code/npz.js";
import { notebook } from "../../www/code/notebook.js";
import { pytorch } from "../../www/code/pytorch.js";
import { words as english } from "../../www/code/words/en.js";
import { words as korean } from "../../www/code/words/ko.js";
import { pointsIn } from "../../www/boards/depth/playground/own-points.js";
import { featuresOf } from "../../www/boards/depth/playground/worker/features.js";
import { mnist } from "../e2e/support/files.js";
import { hasPyTorch, python } from "./installed.js";
import { numbers } from "./networks.js";

/** @import { Network, Points } from "../../www/code/network" */

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const folder = join(root, "test-results/code");

const INPUTS = 28 * 28;
/** As many images are learnt from, three times each. */
const ROWS = 640;
const BATCH = 32;
const STEPS = 60;
/** Test images that code.py gives a notebook. */
const TEST_ROWS = 1000;
/** What a loss of the page and of a library may differ by. */
const TOLERANCE = 1e-3;
/** PyTorch's RMSprop adds its epsilon to the root, where the page and Keras add it under the root, and has no option for that. */
const TOLERANCE_BESIDE_ROOT = 1e-2;

const HIDDEN = [24, 12];
/** @type {Network} */
const usual = imageNetwork(
  { hidden: HIDDEN, activation: "relu", initializer: "he-uniform", loss: "cross-entropy", optimizer: "momentum", learningRate: 0.07, batchSize: BATCH, trainingImages: ROWS, shuffle: false, seed: 1 },
  { inputs: INPUTS, classes: 10, epochs: 3 },
);
/** Points of the plane that are learnt from, twelve times each, and that test. */
const POINTS = 100;
const TEST_POINTS = 20;
/** @type {Network & { data: Points }} */
const planar = {
  ...usual,
  data: { kind: "points", training: POINTS, test: TEST_POINTS, features: ["x1", "x2"], haveValues: false },
  input: [2], layers: denseLayers(HIDDEN, "tanh"), outputs: 1, output: "sigmoid", initializer: "glorot-uniform", batchSize: 20, epochs: 12,
};
/** Every activation, initializer, loss and optimizer is in one of them. @type {Partial<Network>[]} */
const changes = [
  {},
  { layers: denseLayers(HIDDEN, "tanh"), initializer: "glorot-uniform", loss: "squared-error", optimizer: "adam", learningRate: 0.001 },
  { layers: denseLayers(HIDDEN, "sigmoid"), optimizer: "rmsprop", learningRate: 0.001 },
  { layers: denseLayers(HIDDEN, "identity"), loss: "squared-error", optimizer: "sgd", learningRate: 0.1 },
  {
    input: [28, 28, 1],
    layers: [
      { type: "conv2d", filters: 4, kernel: 3, padding: "same", activation: "relu" },
      { type: "max-pool", size: 2 },
      { type: "conv2d", filters: 6, kernel: 4, activation: "tanh" },
      { type: "max-pool", size: 3 },
      ...denseLayers([12], "relu"),
    ],
  },
  // The same images as a file of the visitor's.
  { data: { kind: "images", training: ROWS, own: { all: ROWS, kinds: [] } } },
];
/** Of the playground, each with the features that it has. @type {[Partial<Network>, Partial<Points>][]} */
const planarChanges = [
  [{}, {}],
  [{ input: [7], l1: 0.001, l2: 0.02, optimizer: "adam", learningRate: 0.01 }, { features: ["x1", "x2", "x1^2", "x2^2", "x1x2", "sin(x1)", "sin(x2)"] }],
  [{ loss: "absolute-error", optimizer: "rmsprop", learningRate: 0.01 }, {}],
  [{ loss: "squared-error", output: "identity", layers: denseLayers(HIDDEN, "relu"), initializer: "he-uniform", optimizer: "sgd", learningRate: 0.05 }, { haveValues: true }],
  [{}, { test: 0 }],
];
/** @type {Network[]} */
const networks = [
  ...changes.map((change) => ({ ...usual, ...change, output: change.loss === "squared-error" ? /** @type {const} */ ("sigmoid") : usual.output })),
  ...planarChanges.map(([change, data]) => ({ ...planar, ...change, data: { ...planar.data, ...data } })),
];

/** Points of two classes or with values, as the page's file has them. @param {Points} data */
function pointsOf({ training, test, haveValues }) {
  const inputs = numbers(2 * (training + test), 5);
  const targets = Float32Array.from({ length: training + test }, (_, row) => {
    const [x1 = 0, x2 = 0] = inputs.subarray(2 * row);
    return haveValues ? 0.5 + 0.25 * (x1 + x2) : Number(x1 * x2 < 0);
  });
  return pointsIn({ inputs, targets });
}
const installed = libraries.filter((library) => library !== "pytorch" || hasPyTorch);

const headings = { data: "데이터", model: "모델", loss: "손실 함수", training: "학습" };

/** PyTorch's are null, and its notebooks are missing, where Python has it not. @type {{ keras: number[][], pytorch: number[][] | null, notebooks: Record<string, Record<string, string>> }} */
let report;
/** The page's, by network and step. @type {Float32Array[]} */
const losses = [];

/** Of the first network on the page, in the test images that the notebook is given. */
let accuracy = NaN;

/** @param {Trainer} trainer */
async function accuracyOf(trainer) {
  const pixels = readFileSync(join(mnist, "t10k-images-idx3-ubyte")).subarray(16, 16 + TEST_ROWS * INPUTS);
  const labels = readFileSync(join(mnist, "t10k-labels-idx1-ubyte")).subarray(8, 8 + TEST_ROWS);
  const { hits } = await trainer.evaluate(new Uint8Array(pixels), new Uint8Array(labels));
  return hits / TEST_ROWS;
}

before(async () => {
  await init({ module_or_path: readFileSync(join(root, "pkg/chalknet/core_bg.wasm")) });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pixels = readFileSync(join(mnist, "train-images-idx3-ubyte")).subarray(16, 16 + ROWS * INPUTS);
  const labels = readFileSync(join(mnist, "train-labels-idx1-ubyte")).subarray(8, 8 + ROWS);
  const [x, y] = [new Uint8Array(pixels), BigInt64Array.from(labels, BigInt)];
  const arrays = ["train", "test"].flatMap((part) => [
    { name: `x_${part}`, type: /** @type {const} */ ("|u1"), shape: [ROWS, 28, 28], values: x },
    { name: `y_${part}`, type: /** @type {const} */ ("<i8"), shape: [ROWS], values: y },
  ]);
  writeFileSync(join(folder, "pictures.npz"), Buffer.from(await (await npz(arrays)).arrayBuffer()));
  for (const [place, network] of networks.entries()) {
    const { data, input, outputs, initializer, loss, output, optimizer, learningRate, l1, l2, batchSize, shuffle, seed } = network;
    // The cross-entropy has an output of its own.
    const activation = loss === "cross-entropy" || output === "softmax" ? {} : { activation: output };
    const layers = [...network.layers, { type: /** @type {const} */ ("dense"), units: outputs, ...activation }];
    const trainer = await Trainer.create({ input, layers, initializer, loss, optimizer, learningRate, l1, l2, batchSize, shuffle, seed });
    writeFileSync(join(folder, `${place}.safetensors`), await trainer.toSafetensors());
    if (data.kind === "images") trainer.addTrainingData(new Uint8Array(pixels), new Uint8Array(labels));
    else {
      const points = pointsOf(data);
      writeFileSync(join(folder, `${place}.csv`), [["x1", "x2", "class"], ...points].map((columns) => `${columns.join(",")}\r\n`).join(""));
      const trained = points.slice(0, data.training);
      trainer.addTrainingData(featuresOf(Float32Array.from(trained.flatMap((point) => point.slice(0, 2))), data.features), Float32Array.from(trained, ([, , target = 0]) => target));
    }
    losses.push((await trainer.train(STEPS)).losses);
    if (place === 0) {
      writeFileSync(join(folder, "chalknet.safetensors"), await trainer.toSafetensors());
      accuracy = await accuracyOf(trainer);
    }
    trainer.free();
    writeFileSync(join(folder, `${place}.py`), keras(network, headings).join("\n"));
    writeFileSync(join(folder, `${place}-pytorch.py`), pytorch(network, headings).join("\n"));
  }
  const drawing = new Uint8Array(INPUTS).map((_, place) => (place % 28 === 14 ? 255 : 0));
  for (const library of libraries) {
    writeFileSync(join(folder, `en-${library}.ipynb`), notebook(usual, library, english, drawing));
    writeFileSync(join(folder, `ko-${library}.ipynb`), notebook(usual, library, korean, null));
  }
  const output = execFileSync(python, [join(here, "code.py"), folder, mnist], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  report = JSON.parse(output.trim().split("\n").at(-1) ?? "");
});

for (const [place, { data, layers, loss, optimizer }] of networks.entries()) {
  for (const library of installed) {
    const kinds = [...new Set(layers.map((layer) => ("activation" in layer ? `${layer.type} ${layer.activation}` : layer.type)))].join(", ");
    test(`${data.kind} ${place}, ${kinds}, ${loss}, ${optimizer}: the code in ${library} learns as the page does, loss by loss`, () => {
      const found = report[library]?.[place] ?? assert.fail();
      const expected = losses[place] ?? assert.fail();
      assert.equal(found.length, STEPS);
      const tolerance = library === "pytorch" && optimizer === "rmsprop" ? TOLERANCE_BESIDE_ROOT : TOLERANCE;
      assert.ok(Number(expected.at(-1)) < 0.95 * Number(expected[0]), "something is learnt");
      for (const [step, loss] of found.entries()) assert.ok(Math.abs(loss - Number(expected[step])) < tolerance, `step ${step}: ${loss} and ${expected[step]}`);
    });
  }
}

for (const library of installed) {
  test(`the notebook in ${library} runs from its first cell to its last, in either language, of which Jupyter runs one of Keras, and reads the drawing where there is one`, () => {
    const { [`en-${library}`]: en, [`ko-${library}`]: ko } = report.notebooks;
    if (!en || !ko) assert.fail();
    assert.match(String(en.evaluate), /^\d+\.\d\d%$/);
    assert.match(String(en.own), /^\d: \d+\.\d%/);
    assert.match(String(en.curve), /<svg .*polyline.*training \d.*test \d/s);
    assert.match(String(en.look), /^\[5,? 0,? 4,? 1,? 9,? 2,? 1,? 3,? 1,? 4\]\n<svg /);
    assert.equal(en.page, `${(100 * accuracy).toFixed(2)}%`, "the page's network reads there what it read here");
    assert.deepEqual(Object.keys(ko), Object.keys(en).filter((cell) => cell !== "own"));
  });
}
