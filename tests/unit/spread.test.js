/* What runs of several seeds have in common. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accuracySpread, latest } from "../../www/shell/spread.js";

/**
 * A run of one network, tried on one set of images.
 * @param {number} seed
 * @param {number[]} accuracies at steps 0, 1, …
 * @param {boolean} isOver
 */
const run = (seed, accuracies, isOver) => ({
  key: `${seed}`,
  seed,
  number: seed,
  isOver,
  scores: [accuracies.map((accuracy, step) => ({ network: 0, step, outcomes: { test: { accuracy, images: 100 } } }))],
});

test("a band reaches from the worst seed to the best, around their mean", () => {
  const runs = [run(1, [0.125, 0.5], true), run(2, [0.125, 1], true), run(3, [0.125, 0.75], true)];
  assert.deepEqual(accuracySpread(runs, 0, "test"), {
    x: [0, 1],
    spreads: [{ mean: 0.125, low: 0.125, high: 0.125 }, { mean: 0.75, low: 0.5, high: 1 }],
  });
  assert.deepEqual(latest(runs, 0, "test"), { accuracy: { mean: 0.75, low: 0.5, high: 1 }, images: 100, step: 1, seeds: 3 });
});

test("a run that is under way does not count beside those that are over, and alone it does", () => {
  assert.equal(latest([run(1, [0.1, 0.5], true), run(2, [0.1], false)], 0, "test")?.accuracy.mean, 0.5);
  assert.equal(latest([run(2, [0.1, 0.2], false)], 0, "test")?.accuracy.mean, 0.2);
  assert.equal(latest([run(2, [], false)], 0, "test"), null);
  assert.equal(latest([], 0, "test"), null);
});

test("a set of images that nothing was tried on has come to nothing", () => {
  assert.equal(latest([run(1, [0.5], true)], 0, "shifted"), null);
});
