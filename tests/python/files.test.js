/* Files that the package writes, in the programs that they are for. PYTHON names a Python that has requirements.txt. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import init, { Trainer } from "../../pkg/chalknet/index.js";
import { python } from "./installed.js";
import { ROWS, networks, numbers } from "./networks.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const folder = join(root, "test-results/python");

/** What the answers of the same network in two programs may differ by. */
const TOLERANCE = 1e-5;

/** How far off the answers are, by the network and the program. @type {Record<string, Record<"safetensors" | "onnxruntime" | "Keras", number>>} */
let report;
/** What each network is asked, and what it answers. @type {{ name: string, inputs: Float32Array, outputs: Float32Array }[]} */
const asked = [];

/** @param {number} place @param {string} name */
const path = (place, name) => join(folder, String(place), name);

before(async () => {
  await init({ module_or_path: readFileSync(join(root, "pkg/chalknet/core_bg.wasm")) });
  rmSync(folder, { recursive: true, force: true });
  const described = [];
  for (const [place, [name, options]] of Object.entries(networks).entries()) {
    const trainer = await Trainer.create({ ...options, batchSize: 8, learningRate: 0.005, seed: place });
    const width = trainer.input.reduce((all, one) => all * one, 1);
    const { length: outputsOfRow } = await trainer.predict(new Float32Array(width));
    trainer.addTrainingData(numbers(40 * width, 1), Array.from({ length: 40 }, (_, row) => row % Math.max(outputsOfRow, 2)));
    await trainer.train(10);

    const inputs = numbers(ROWS * width, 3);
    const outputs = await trainer.predict(inputs);
    // Rows that are answered alike would tell nothing of the weights.
    const spread = Math.max(...outputs.map((output, at) => Math.abs(output - Number(outputs[at % outputsOfRow]))));
    assert.ok(spread > 100 * TOLERANCE, `${name}: the answers differ by ${spread} only`);
    asked.push({ name, inputs, outputs });
    mkdirSync(path(place, ""), { recursive: true });
    writeFileSync(path(place, "network.safetensors"), await trainer.toSafetensors());
    writeFileSync(path(place, "network.onnx"), await trainer.toOnnx());
    described.push({ name, weights: await weightsOf(trainer), inputs: nested(inputs, [ROWS, ...trainer.input]), outputs: [...outputs] });
    trainer.free();
  }
  writeFileSync(join(folder, "networks.json"), JSON.stringify(described));

  const readme = readFileSync(join(root, "pkg/chalknet/README.md"), "utf8");
  const example = [...readme.matchAll(/```python\n([^]*?)```/g)].find(([text]) => text.includes("import keras"))?.[1];
  assert.ok(example, "the README shows how Keras is given the weights");
  writeFileSync(join(folder, "example.py"), example);
  const output = execFileSync(python, [join(here, "check.py"), folder, join(folder, "example.py")], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  report = JSON.parse(output);
  assert.deepEqual(Object.keys(report), Object.keys(networks));
});

/** Each layer's, by the names that files have. @param {Trainer} trainer */
async function weightsOf(trainer) {
  /** @type {Record<string, number[]>} */
  const weights = {};
  for (let layer = 0; ; layer += 1) {
    try {
      weights[`layers.${layer}.kernel`] = [...(await trainer.weights(layer))];
      weights[`layers.${layer}.bias`] = [...(await trainer.biases(layer))];
    } catch (error) {
      if (String(error).includes("no layer")) return weights;
    }
  }
}

/** Numbers as lists of lists. @param {Float32Array} values @param {number[]} sizes @returns {unknown[]} */
function nested(values, [first = 1, ...rest]) {
  if (rest.length === 0) return [...values];
  const length = values.length / first;
  return Array.from({ length: first }, (_, place) => nested(values.subarray(place * length, (place + 1) * length), rest));
}

for (const [place, name] of Object.keys(networks).entries()) {
  test(`${name}: Python's safetensors has the weights, in Keras's shapes, bit for bit`, () => {
    assert.equal(report[name]?.safetensors, 0);
  });

  test(`${name}: Keras, given the weights as the README shows, gives the same outputs`, () => {
    assert.ok(Number(report[name]?.Keras) < TOLERANCE, `off by ${report[name]?.Keras}`);
  });

  test(`${name}: onnxruntime gives the same outputs`, () => {
    assert.ok(Number(report[name]?.onnxruntime) < TOLERANCE, `off by ${report[name]?.onnxruntime}`);
  });

  test(`${name}: what Python's safetensors writes makes the same network`, async () => {
    const trainer = await Trainer.fromSafetensors(readFileSync(path(place, "python.safetensors")));
    const { inputs, outputs } = asked[place] ?? assert.fail();
    assert.deepEqual(await trainer.predict(inputs), outputs);
    trainer.free();
  });
}
