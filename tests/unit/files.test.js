/* The package's networks as files, as somebody's page has them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import init, { Trainer } from "../../pkg/chalknet/index.js";

/** @type {import("../../pkg/chalknet/index.js").TrainerOptions} */
const options = {
  input: [5, 4, 1],
  layers: [
    { type: "conv2d", filters: 3, kernel: 3, padding: "same", activation: "tanh", trainable: false },
    { type: "max-pool", size: 2 },
    { type: "dropout", rate: 0.25 },
    { type: "dense", units: 2 },
  ],
  optimizer: "momentum",
  learningRate: 0.07,
  l2: 0.001,
  batchSize: 3,
  seed: 5,
};
const inputs = Float32Array.from({ length: 10 * 20 }, (_, place) => Math.sin(place));
const classes = Uint8Array.from({ length: 10 }, (_, row) => row % 2);

before(async () => {
  await init({ module_or_path: await readFile(new URL("../../pkg/chalknet/core_bg.wasm", import.meta.url)) });
});

test("a trainer that is made of a file has the same weights and settings, and learns in the same way", async () => {
  const trainer = await Trainer.create(options);
  const file = await trainer.toSafetensors();
  const same = await Trainer.fromSafetensors(file, { backend: "cpu" });
  assert.equal(same.learningRate, trainer.learningRate);
  for (const each of [trainer, same]) each.addTrainingData(inputs, classes);
  assert.deepEqual(await same.train(20), await trainer.train(20));
  assert.deepEqual(await same.weights(3), await trainer.weights(3));
  // It is frozen there as well.
  assert.deepEqual(await same.weights(0), await (await Trainer.fromSafetensors(file)).weights(0));
  assert.deepEqual(await same.toSafetensors(), await trainer.toSafetensors());
  assert.notDeepEqual(await same.toSafetensors(), file);
  for (const each of [trainer, same]) each.free();
});

test("the configuration in a file is what Trainer.create takes", async () => {
  const trainer = await Trainer.create(options);
  const file = await trainer.toSafetensors();
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const found = JSON.parse(header.__metadata__.chalknet);
  assert.deepEqual({ ...found, ...options, layers: found.layers }, found);
  const same = await Trainer.create(found);
  assert.deepEqual(await same.toSafetensors(), file);
  for (const each of [trainer, same]) each.free();
});

test("what is no such file is refused with a code and a sentence", async () => {
  const trainer = await Trainer.create(options);
  const file = await trainer.toSafetensors();
  const changed = file.slice();
  changed[20] = "X".charCodeAt(0);
  for (const wrong of [new Uint8Array(), file.subarray(1), file.subarray(0, -4), changed, await trainer.toOnnx(), await trainer.checkpoint()]) {
    await assert.rejects(Trainer.fromSafetensors(wrong), { code: "bad-file", message: /^th.{20}/ });
  }
  const any = /** @type {any} */ (Trainer);
  for (const wrong of [undefined, null, 5, "file", {}, file.buffer]) await assert.rejects(any.fromSafetensors(wrong), { code: "bad-data" });
  for (const wrong of [{ layers: [2, 2] }, { backend: 3 }, null, 5]) await assert.rejects(any.fromSafetensors(file, wrong), { code: "bad-options" });
  assert.deepEqual(await trainer.toSafetensors(), file);
  trainer.free();
});

test("no damaged file or checkpoint is a trap", async () => {
  const trainer = await Trainer.create(options);
  const [file, checkpoint] = [await trainer.toSafetensors(), await trainer.checkpoint()];
  let state = 1;
  /** @param {number} below */
  const draw = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let accepted = 0;
  for (let round = 0; round < 2000; round += 1) {
    const changed = file.slice(0, draw(8) === 0 ? draw(file.length) : file.length);
    for (let count = 0; count <= draw(3); count += 1) changed[draw(changed.length)] = draw(2) ? draw(256) : 48 + draw(10);
    try {
      (await Trainer.fromSafetensors(changed)).free();
      accepted += 1;
    } catch (error) {
      assert.match(/** @type {{ code: string }} */ (error).code, /^(bad-file|out-of-memory)$/);
    }
    const other = checkpoint.slice();
    const place = draw(other.length);
    other[place] = Number(other[place]) ^ (1 + draw(255));
    assert.throws(() => trainer.restore(other), { code: "bad-checkpoint" });
  }
  assert.ok(accepted > 100, `only ${accepted} were read`);
  assert.deepEqual(await trainer.toSafetensors(), file);
  trainer.free();
});
