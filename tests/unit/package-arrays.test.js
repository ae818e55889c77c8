/* Arrays that say of themselves what is not so, handed to the package. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import init, { Trainer, describeCheckpoint } from "../../pkg/chalknet/index.js";

/** @import { TrainerOptions } from "../../pkg/chalknet/index.js" */

/** XOR. */
const inputs = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]);
const classes = new Uint8Array([0, 1, 1, 0]);
/** @type {TrainerOptions} */
const options = { layers: [2, 8, 2], batchSize: 4, learningRate: 0.05, seed: 1 };

/** Float32Arrays, as TypeScript has it. @typedef {any} Liar */

class Longer extends Float32Array {
  /** @override */
  get length() {
    return 1e6;
  }
}
/** @template {object} T @param {T} array @param {unknown} length @returns {Liar} */
const lying = (array, length) => Object.defineProperty(array, "length", { value: length });
/** @type {(length: unknown) => Liar} */
const proxy = (length) => new Proxy(inputs, { get: (target, name) => (name === "length" ? length : Reflect.get(target, name)) });
/** @type {(length: unknown) => Liar} */
const guise = (length) => ({ ...inputs, length, [Symbol.toStringTag]: "Float32Array", keys: () => [], set() {}, subarray: () => inputs });

before(async () => {
  await init({ module_or_path: await readFile(new URL("../../pkg/chalknet/core_bg.wasm", import.meta.url)) });
});

/** @param {() => unknown} call */
async function codeOf(call) {
  return Promise.resolve().then(call).then(() => "none", ({ code, message }) => code ?? message);
}

test("a typed array is taken for as long as it is, whatever it says", async () => {
  const trainer = await Trainer.create(options);
  const answers = await trainer.predict(inputs);
  for (const liar of [new Longer(inputs), ...[1e6, 2 ** 33, -1, 0, NaN, "x", undefined].map((length) => lying(inputs.slice(), length))]) {
    assert.deepEqual(await trainer.predict(liar), answers);
    assert.deepEqual((await trainer.activations(liar)).at(-1), answers);
    assert.equal((await trainer.evaluate(liar, classes)).outputs.length, 8);
    assert.equal((await trainer.gradients(liar, lying(classes.slice(), 1e6))).length, 2);
  }
  trainer.addTrainingData(new Longer(inputs), lying(classes.slice(), 1e6));
  trainer.addTestData(lying(inputs.slice(), 2), classes);
  trainer.setParameters(0, lying(new Float32Array(16), 3), new Longer(8));
  trainer.restore(lying(await trainer.checkpoint(), 1e6));
  assert.equal(describeCheckpoint(lying(await trainer.checkpoint(), 5)).step, 0);
  const same = await Trainer.fromSafetensors(lying(await trainer.toSafetensors(), 1e6));
  assert.equal(same.parameterCount, trainer.parameterCount);
  assert.deepEqual([trainer.trainingRows, trainer.testRows], [4, 4]);
  assert.equal((await trainer.train(3)).losses.length, 3);
});

test("what only looks like a typed array is refused, and the trainer is as it was", async () => {
  const trainer = await Trainer.create(options);
  trainer.addTrainingData(inputs, classes);
  for (const make of [proxy, guise]) {
    for (const length of [8, 1e6, 2 ** 33, -1, NaN, "x"]) {
      const liar = make(length);
      for (const call of [
        () => trainer.predict(liar),
        () => trainer.activations(liar),
        () => trainer.evaluate(liar, classes),
        () => trainer.evaluate(inputs, liar),
        () => trainer.gradients(liar, classes),
        () => trainer.gradients(inputs, liar),
        () => trainer.addTrainingData(liar, classes),
        () => trainer.addTestData(inputs, liar),
        () => trainer.setParameters(0, liar, new Float32Array(8)),
        () => trainer.setParameters(0, new Float32Array(16), liar),
        () => trainer.restore(liar),
        () => describeCheckpoint(liar),
        () => Trainer.fromSafetensors(liar),
      ]) {
        assert.equal(await codeOf(call), "bad-data", `${make.name}, ${length}: ${call}`);
      }
    }
  }
  assert.equal((await trainer.train(3)).losses.length, 3);
});

test("rows whose memory goes while they are answered in slices are refused", async () => {
  const trainer = await Trainer.create(options);
  const { signal } = new AbortController();
  for (const gone of ["rows", "targets"]) {
    for (const ask of ["evaluate", "gradients", "predict"]) {
      const [rows, targets] = [new Float32Array(2 * 1203), new Uint8Array(1203)];
      const answer = codeOf(() => (ask === "predict" ? trainer.predict(rows, { signal }) : trainer[/** @type {"evaluate"} */ (ask)](rows, targets, { signal })));
      await null;
      structuredClone(0, { transfer: [gone === "rows" ? rows.buffer : targets.buffer] });
      assert.equal(await answer, ask === "predict" && gone === "targets" ? "none" : "bad-data", `${ask}, ${gone}`);
    }
  }
});

test("an answer to many rows that finds no room is refused with a code, and the trainer goes on", async (context) => {
  const trainer = await Trainer.create(options);
  const rows = new Float32Array(2 * 1203);
  const { signal } = new AbortController();
  class Full extends Float32Array {
    /** @param {any} values */
    constructor(...values) {
      if (values[0] === 2 * 1203) throw new RangeError("Array buffer allocation failed");
      super(.../** @type {[]} */ (values));
    }
  }
  context.after(() => Object.assign(globalThis, { Float32Array: Object.getPrototypeOf(Full) }));
  Object.assign(globalThis, { Float32Array: Full });
  for (const ask of [() => trainer.predict(rows, { signal }), () => trainer.activations(rows, { signal }), () => trainer.evaluate(rows, new Uint8Array(1203), { signal })]) {
    assert.equal(await codeOf(ask), "out-of-memory");
  }
  assert.equal((await trainer.predict(inputs)).length, 8);
});

test("classes in a plain array are read once, up to the first that is none", async () => {
  const trainer = await Trainer.create(options);
  let reads = 0;
  const turning = new Proxy([0, 1, 1, 0], {
    get: (target, name) => (name === "0" && (reads += 1) > 1 ? "later" : Reflect.get(target, name)),
  });
  trainer.addTrainingData(inputs, turning);
  assert.equal(reads, 1);
  // More than there is room for in any memory.
  assert.equal(await codeOf(() => trainer.addTrainingData(inputs, new Array(2 ** 32 - 1))), "bad-data");
  assert.equal((await trainer.train(3)).losses.length, 3);
});

test("options are read once, from a proxy as well, and those that make no sense are refused", async () => {
  /** As frameworks hand them on that watch who reads. @type {(value: any) => any} */
  const watched = (value) => (Object(value) === value ? new Proxy(value, { get: (target, name) => watched(Reflect.get(target, name)) }) : value);
  const [mine, same] = await Promise.all([options, watched(options)].map((each) => Trainer.create(each)));
  assert.deepEqual(await same?.weights(0), await mine?.weights(0));
  const endless = new Proxy([2, 2], { get: (_, name) => (name === "length" ? 2 ** 53 : 2) });
  /** @type {unknown[]} */
  const circle = [2];
  circle.push(circle);
  const throwing = {
    get layers() {
      throw new Error("none today");
    },
  };
  const wrong = [{ layers: endless }, { layers: circle }, { layers: inputs }, { ...options, layers: [2, () => 2] }, { ...options, seed: Symbol("one") }, { ...options, backend: () => "cpu" }, throwing];
  for (const [place, each] of wrong.entries()) {
    assert.equal(await codeOf(() => Trainer.create(/** @type {any} */ (each))), "bad-options", `the wrong one at ${place}`);
  }
});
