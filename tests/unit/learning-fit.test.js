/* A fit on its way: what stays of it where it goes back. The worker is played. */
import assert from "node:assert/strict";
import { test } from "node:test";

// Types of the page's elements do not reach here.
const { Fit } = await import(/** @type {string} */ ("../../www/boards/learning/fit.js"));

// Nothing is drawn here.
globalThis.cancelAnimationFrame = () => {};

/** Steps 1 to 3 lead down, from 4 on the loss grows. */
const LOSSES = [8, 4, 2, 1, 50, 5e9];

/** A board whose worker does one step at a time. */
function board() {
  let step = 0;
  const values = { g: "own", own: [0, 1], samples: 0, seed: 1, divergence: "squared", tolerance: 0.1, model: "network", hidden: 4, w: 0, b: 0, learningRate: 0.1, speed: 1 };
  /** @param {string} type @param {{ steps: number, weights: Float32Array }} fields */
  const ask = async (type, { steps, weights }) => {
    if (type === "learningStart") return Float32Array.of(0);
    step = steps > 0 ? step + 1 : (weights[0] ?? 0);
    const total = LOSSES[step] ?? Infinity;
    const over = { x: Float32Array.of(0), f: Float32Array.of(0), pointwise: Float32Array.of(total), total };
    return { steps, weights: Float32Array.of(step), moved: steps ? 1 : null, rise: null, path: Float32Array.of(), seen: over, whole: over, isDiverged: total === Infinity };
  };
  const notices = { dismiss() {}, offer() {} };
  return /** @type {any} */ ({ state: { values, set: (/** @type {object} */ changes) => Object.assign(values, changes) }, ask, notices });
}

/** What is under way in the played worker is done. */
const done = () => new Promise((resolve) => setTimeout(resolve));

test("a fit that goes back to its best place keeps its curve up to there, and the scale it had", async () => {
  const services = board();
  const fit = new Fit(services);
  fit.follow(services.state.values);
  await done();
  for (let step = 1; step <= 5; step += 1) {
    fit.step();
    await done();
  }
  assert.deepEqual(fit.history.column("seen"), LOSSES);
  assert.equal(fit.highest, 5e9);
  fit.goBack();
  await done();
  assert.equal(fit.steps, 3);
  assert.deepEqual(fit.history.column("step"), [0, 1, 2, 3]);
  assert.deepEqual(fit.history.column("seen"), LOSSES.slice(0, 4));
  assert.equal(fit.highest, 8, "what comes later in the run is not in it any more");
  fit.goBack();
  await done();
  assert.equal(fit.steps, 3, "it can be gone back to again");
});
