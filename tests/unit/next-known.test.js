/* What the tab about starting from what is known computes: its examples, and what the three ways come to beside each other. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { EXAMPLES, planOf, ways } from "../../www/boards/next/known/plan.js";
import { changeOf, leadOf, sizeOf } from "../../www/boards/next/known/summary.js";
import { startEngine } from "./support/engine.js";

/** @import { SeedRun } from "../../www/shell/spread.js" */

const PIXELS = 28 * 28;

/** @type {typeof import("../../www/boards/next/known/worker/training.js")} */
let worker;
/** @type {typeof import("../../www/worker/engine.js").Trainer} */
let Trainer;

before(async () => {
  await startEngine();
  worker = await import("../../www/boards/next/known/worker/training.js");
  ({ Trainer } = await import("../../www/worker/engine.js"));
});

/** Images that tell their row by their first pixel. @param {number[]} labels @param {number} first row */
const block = (labels, first) => ({
  images: Uint8Array.from({ length: labels.length * PIXELS }, (_, at) => (at % PIXELS === 0 ? first + at / PIXELS : 0)),
  labels: Uint8Array.from(labels),
});

/** @param {{ images: Uint8Array }} block */
const rowsOf = ({ images }) => Array.from({ length: images.length / PIXELS }, (_, row) => images[row * PIXELS] ?? NaN);

test("only the images of the digits that are to be learnt are left, and are counted from the first of these", () => {
  const some = worker.onlyOf([block([5, 0, 9], 1), block([4, 6, 5], 4)], [5, 6, 7, 8, 9]);
  assert.deepEqual(rowsOf(some), [1, 3, 5, 6]);
  assert.deepEqual([...some.labels], [0, 4, 1, 0]);
});

test("of each kind as many examples are chosen, fewer are among more, and another seed chooses others", () => {
  const all = block(Array.from({ length: 200 }, (_, row) => row % 5), 0);
  const [five, ten, others] = [worker.someOf(all, 5, 1), worker.someOf(all, 10, 1), worker.someOf(all, 10, 2)];
  for (const [some, count] of /** @type {const} */ ([[five, 5], [ten, 10]])) {
    for (const kind of [0, 1, 2, 3, 4]) assert.equal(some.labels.filter((label) => label === kind).length, count);
    assert.deepEqual(rowsOf(some).map((row) => row % 5), [...some.labels], "they have kept their labels");
    assert.equal(new Set(rowsOf(some)).size, 5 * count, "none comes twice");
  }
  assert.ok(rowsOf(five).every((row) => rowsOf(ten).includes(row)));
  assert.notDeepEqual(rowsOf(ten), rowsOf(others));
});

test("the three ways differ in nothing but what they take over, and whether it learns", () => {
  for (const examples of EXAMPLES) {
    const { networks, digits, pretraining } = planOf(examples, 3);
    assert.equal(networks.length, ways.length);
    assert.deepEqual(networks.map(({ takesOver }) => takesOver), [false, true, true]);
    const [scratch, transferred, tuned] = networks.map(({ config }) => config);
    assert.deepEqual(scratch, tuned);
    const thawed = transferred?.layers.map((layer) => (typeof layer === "object" && "trainable" in layer ? Object.fromEntries(Object.entries(layer).filter(([name]) => name !== "trainable")) : layer));
    assert.notDeepEqual(transferred?.layers, thawed, "something is frozen");
    assert.deepEqual({ ...transferred, layers: thawed }, scratch);
    assert.deepEqual([...pretraining.digits, ...digits], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.ok((scratch?.batchSize ?? NaN) <= examples * digits.length, "no batch has an example twice");
  }
});

test("what is frozen stays as it was taken over, and what is fine-tuned does not", async () => {
  const { networks } = planOf(5, 1);
  const images = Uint8Array.from({ length: 25 * PIXELS }, (_, at) => (at * 31) % 256);
  const kernels = Float32Array.from({ length: 5 * 5 * 8 }, (_, at) => Math.sin(at));
  for (const [way, { config }] of networks.entries()) {
    const trainer = await Trainer.create({ ...config, backend: "cpu" });
    trainer.addTrainingData(images, Uint8Array.from({ length: 25 }, (_, row) => row % 5));
    trainer.setParameters(0, kernels, new Float32Array(8));
    await trainer.train(3);
    const after = Float32Array.from(await trainer.weights(0));
    trainer.free();
    if (ways[way] === "transferred") assert.deepEqual(after, kernels);
    else assert.notDeepEqual(after, kernels);
  }
});

/**
 * A run of the three ways, tried once.
 * @param {number[]} accuracies
 * @param {boolean} [isOver]
 * @returns {SeedRun}
 */
const run = (accuracies, isOver = true) => ({
  key: "",
  seed: 1,
  number: 1,
  isOver,
  scores: accuracies.map((accuracy, network) => [{ network, step: 1, outcomes: { test: { accuracy, images: 100 } } }]),
});

test("a lead is the mean of what the runs differ by, each with the same examples in both ways; one that is not over does not count", () => {
  assert.equal(leadOf([run([0.5, 0.75, 0.5], false)], 1, 0), null);
  const lead = leadOf([run([0.5, 0.75, 0.5]), run([0.75, 0.625, 0.5]), run([0, 1, 0], false)], 1, 0);
  assert.deepEqual(lead, { ahead: { mean: 0.0625, low: -0.125, high: 0.25 }, wins: 1, runs: 2 });
});

test("a lead is called by its size, and what becomes of it by how it changes", () => {
  assert.deepEqual([-0.2, -0.005, 0, 0.009, 0.05, 0.2].map(sizeOf), ["behind", "hardly", "hardly", "hardly", "ahead", "far"]);
  assert.deepEqual([0.02, 0.055, 0.08, -0.02].map((after) => changeOf(0.05, after)), ["shrinks", "stays", "grows", "turns"]);
});
