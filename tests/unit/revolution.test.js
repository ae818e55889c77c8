/* What the revolution board says of what was measured. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES, BATCH, STEPS, planOf, timesSeen } from "../../www/boards/revolution/more-data/plan.js";
import { layersOf, multiplicationsPerImage, stepsOf } from "../../www/boards/revolution/race/plan.js";
import { samenessOf, verdictOf } from "../../www/boards/revolution/race/verdict.js";

test("images count as seen as often as they have been by now", () => {
  assert.equal(timesSeen(1, 100), 0.5);
  assert.equal(timesSeen(STEPS, 100), 1200);
});

test("every step of every network sees as many images, to the end of an epoch of the largest", () => {
  for (const size of SIZES) assert.equal(size % BATCH, 0);
  assert.equal((STEPS * BATCH) % Math.max(...SIZES), 0);
  const { testSteps } = planOf(1);
  assert.equal(testSteps[0], 0);
  assert.equal(testSteps.at(-1), STEPS);
  assert.ok(testSteps.every((step, index) => index === 0 || step > (testSteps[index - 1] ?? 0)));
});

test("the multiplications of an image, counted by hand", () => {
  // 2 -> 3 -> 1: 6 and 3 weights, each once forward and once for its gradient, and the last 3 once backward.
  assert.equal(multiplicationsPerImage([2, 3, 1]), 6 + 3 + 6 + 3 + 3);
  assert.equal(multiplicationsPerImage([784, 10]), 2 * 7840);
  assert.deepEqual(layersOf("512-512"), [784, 512, 512, 10]);
});

test("the distance is shorter only where it is left to the page and the graphics card is a program", () => {
  assert.ok(stepsOf("auto", true) < stepsOf("auto", false));
  assert.equal(stepsOf("2000", true), 2000);
});

/** @param {"finished" | "absent" | "failed"} state @param {number} imagesPerSecond */
const lane = (state, imagesPerSecond) => ({ state, imagesPerSecond, info: null });

test("only a card that is not there leaves the CPU to run alone", () => {
  assert.equal(verdictOf(lane("finished", 100), lane("absent", 0)).key, "race.onlyCpu");
  assert.equal(verdictOf(lane("finished", 100), lane("failed", 30)).key, "race.unfinished");
  assert.equal(verdictOf(lane("failed", 30), lane("finished", 100)).key, "race.unfinished");
});

test("nobody is called once as fast", () => {
  assert.deepEqual(verdictOf(lane("finished", 100), lane("finished", 104)), { key: "race.equal", times: 1 });
  assert.deepEqual(verdictOf(lane("finished", 104), lane("finished", 100)), { key: "race.equal", times: 1 });
  assert.deepEqual(verdictOf(lane("finished", 100), lane("finished", 124)), { key: "race.gpuFaster", times: 1.2 });
});

test("learning is called the same only where the losses are", () => {
  assert.equal(samenessOf([2, 1], []), null);
  assert.deepEqual(samenessOf([2, 1], [2.0009, 1, 0.5]), { key: "race.sameness", steps: 2, difference: 0.001 });
  assert.deepEqual(samenessOf([2, 1], [2, 1.5]), { key: "race.difference", steps: 2, difference: 1 });
  assert.equal(samenessOf([2, NaN], [2, 1])?.key, "race.noNumber");
});
