/* A run's network as a file, and a file's network for a run. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import init, { Trainer } from "../../pkg/chalknet/core.js";
import { optionsOf } from "../../www/worker/options.js";
import { readNetwork, writeNetwork } from "../../www/worker/network-file.js";

/** @import { TrainerOptions } from "../../pkg/chalknet/core.js" */
/** @import { RunConfig } from "../../www/protocol" */

/** @type {RunConfig} */
const usual = {
  hidden: [12, 6], activation: "tanh", loss: "cross-entropy", optimizer: "momentum", learningRate: 0.07, initializer: "he-uniform",
  batchSize: 32, trainingImages: 500, shuffle: true, seed: 3,
};
const images = Uint8Array.from({ length: 3 * 784 }, (_, place) => (place * 37) % 256);

before(async () => {
  await init({ module_or_path: readFileSync(join(import.meta.dirname, "../../pkg/chalknet/core_bg.wasm")) });
});

/** What a trainer has come to after a few steps. @param {RunConfig} config */
async function trained(config) {
  const trainer = await Trainer.create(optionsOf(config));
  trainer.addTrainingData(new Uint8Array([...images, ...images]), new Uint8Array([1, 5, 9, 1, 5, 9]));
  await trainer.train(4);
  const answers = await trainer.predict(images);
  return { answers, checkpoint: new Uint8Array(await trainer.checkpoint()) };
}

/** @param {TrainerOptions} options @returns {Promise<Uint8Array>} */
async function fileOf(options) {
  const trainer = await Trainer.create(options);
  return trainer.toSafetensors();
}

test("what is saved and opened again gives the same answers bit for bit, and has the same settings", async () => {
  /** @type {Partial<RunConfig>[]} */
  const changes = [{}, { hidden: [] }, { loss: "squared-error", optimizer: "adam", activation: "sigmoid", shuffle: false }];
  for (const change of changes) {
    const config = { ...usual, ...change };
    const { answers, checkpoint } = await trained(config);
    const file = await writeNetwork(Trainer, { config, checkpoint, format: "safetensors" });
    const read = await readNetwork(Trainer, file);
    if (!("config" in read)) throw assert.fail(JSON.stringify(read));
    const { trainingImages, ...inFile } = config;
    // A network without hidden layers has no activation to tell of.
    assert.deepEqual(read.config, config.hidden.length > 0 ? inFile : { ...inFile, activation: "relu" });
    const again = await Trainer.create(optionsOf({ ...read.config, trainingImages }));
    again.restore(read.checkpoint);
    assert.deepEqual(await again.predict(images), answers);
  }
});

test("ONNX is written as well", async () => {
  const { checkpoint } = await trained(usual);
  const file = await writeNetwork(Trainer, { config: usual, checkpoint, format: "onnx" });
  assert.match(Buffer.from(file).toString("latin1"), /chalknet[^]*layers\.0\.kernel/);
});

test("a network of pictures that flattens them first is one of numbers to a run", async () => {
  const layers = [{ type: /** @type {const} */ ("dense"), units: 8, activation: /** @type {const} */ ("relu") }, { type: /** @type {const} */ ("dense"), units: 10 }];
  const given = await Trainer.create({ input: [28, 28, 1], layers });
  const read = await readNetwork(Trainer, await given.toSafetensors());
  if (!("config" in read)) throw assert.fail(JSON.stringify(read));
  const opened = await Trainer.create(optionsOf({ ...read.config, trainingImages: 0 }));
  opened.restore(read.checkpoint);
  assert.deepEqual(await opened.predict(images), await given.predict(images));
});

test("a network that does not fit a run is refused, and it is told why", async () => {
  /** @type {[TrainerOptions, string][]} */
  const misfits = [
    [{ layers: [783, 10] }, "sizes"],
    [{ layers: [784, 11] }, "sizes"],
    [{ input: [28, 28, 1], layers: [{ type: "conv2d", filters: 2, kernel: 3 }, { type: "dense", units: 10 }] }, "layers"],
    [{ input: 784, layers: [{ type: "dropout", rate: 0.5 }, { type: "dense", units: 10 }] }, "layers"],
    [{ input: 784, layers: [{ type: "dense", units: 4, activation: "relu" }, { type: "dense", units: 4, activation: "tanh" }, { type: "dense", units: 10 }] }, "activations"],
    [{ layers: [784, 10], loss: "squared-error", output: "tanh" }, "activations"],
    [{ layers: [784, 10], loss: "absolute-error" }, "training"],
    [{ layers: [784, 10], l2: 0.01 }, "training"],
    [{ input: 784, layers: [{ type: "dense", units: 4, trainable: false }, { type: "dense", units: 10 }] }, "training"],
  ];
  for (const [options, misfit] of misfits) assert.deepEqual(await readNetwork(Trainer, await fileOf(options)), { misfit }, JSON.stringify(options));
});

test("what is cut, or is no such file, is refused as a bad file", async () => {
  const file = await fileOf({ layers: [784, 4, 10] });
  const cuts = [0, 7, 8, 100, file.length - 1].map((end) => file.subarray(0, end));
  for (const bad of [...cuts, new Uint8Array(1000), new TextEncoder().encode("PK a zip")]) {
    await assert.rejects(readNetwork(Trainer, bad), { code: "bad-file" });
  }
});
