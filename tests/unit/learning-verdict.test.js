/* What the learning board says of how learning goes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictOf } from "../../www/boards/learning/verdict.js";

const none = new Float32Array();
const comparison = (/** @type {number} */ total) => ({ x: none, f: none, g: none, pointwise: none, total });

/** @param {{ seen: number, whole?: number, lowest?: number, moved?: number, slope?: number, calm?: number }} of */
function said({ seen, whole = seen, lowest = seen, moved = 0.01, slope = 0.5, calm = Infinity }) {
  const answer = { weights: none, steps: 1, path: none, moved, rise: null, isDiverged: false, whole: comparison(whole), seen: comparison(seen) };
  return verdictOf({ answer, slope, calm, isDiverged: false, lowest, steps: 9 }, { divergence: "squared" });
}

test("a loss is said to have grown while steps lead up, and no longer once they lead down", () => {
  assert.equal(said({ seen: 60, lowest: 2, calm: 0 }), "grown");
  assert.equal(said({ seen: 40, lowest: 2, calm: 50 }), "downhill");
});

test("steps that swing from side to side are not said to go down", () => {
  for (const calm of [0, 1]) assert.equal(said({ seen: 2.4, lowest: 2, calm }), "overshoot");
  assert.equal(said({ seen: 2.4, lowest: 2, calm: 50 }), "downhill");
});

test("where the slope is level, an f that is still off g is said to be so", () => {
  assert.equal(said({ seen: 3, slope: 1e-5 }), "off");
  assert.equal(said({ seen: 0.01, slope: 1e-5 }), "bottom");
});

test("the slope is called level, and samples are called met, only where they are", () => {
  assert.equal(said({ seen: 1, moved: 1e-6, slope: 1 }), "downhill", "short steps down a steep slope");
  assert.equal(said({ seen: 0.05, moved: 1e-6, slope: 1e-5 }), "bottom");
  assert.equal(said({ seen: 0.5, whole: 5 }), "downhill", "f is not at the samples yet");
  assert.equal(said({ seen: 0.05, whole: 5 }), "between");
});
