/* Numbers that are measured for hours, in bounded memory. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Series, smooth } from "../../www/charts/series.js";

/** @param {number} from @param {number} to */
const range = (from, to) => Array.from({ length: to - from }, (_, index) => from + index);

test("few measurements are kept as they are", () => {
  const series = new Series(["step", "loss"], 8);
  for (const step of range(1, 6)) series.add([step, 10 * step]);
  assert.deepEqual(series.column("step"), [1, 2, 3, 4, 5]);
  assert.deepEqual(series.column("loss"), [10, 20, 30, 40, 50]);
});

test("a million measurements stay within the capacity, in order, and keep their mean", () => {
  const series = new Series(["step", "loss"], 1000);
  for (const step of range(0, 1_000_000)) series.add([step, step % 2]);
  assert.ok(series.length <= 1000 && series.length >= 480, String(series.length));
  const steps = series.column("step");
  assert.ok(steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0)));
  assert.ok(series.column("loss").every((loss) => loss === 0.5));
});

test("every point stands for as many measurements as the others", () => {
  const series = new Series(["step"], 4);
  for (const step of range(0, 8)) series.add([step]);
  assert.deepEqual(series.column("step"), [1.5, 5.5]);
  assert.equal(series.pointSize, 4);
});

test("what came after a place can be forgotten", () => {
  const series = new Series(["step", "loss"], 100);
  for (const step of range(1, 11)) series.add([step, step]);
  series.cut(4);
  assert.deepEqual(series.column("loss"), [1, 2, 3, 4]);
  series.cut(4);
  assert.equal(series.length, 4);
  series.clear();
  assert.equal(series.length, 0);
});

test("smoothing leaves a constant and a slope as they are, and the first value where it was", () => {
  assert.deepEqual(smooth([3, 3, 3, 3, 3], 2), [3, 3, 3, 3, 3]);
  assert.deepEqual(smooth([0, 1, 2, 3, 4], 1).slice(0, 4), [0, 1, 2, 3]);
  assert.equal(smooth([9, 0, 0, 0, 0, 0], 3)[0], 9);
  assert.deepEqual(smooth([], 3), []);
});
