import assert from "node:assert/strict";
import { test } from "node:test";
import { aligned } from "../../www/charts/aligned.js";

test("curves stand over one axis, each where it was measured", () => {
  const often = [0, 1, 2, 3, 4];
  const curves = [
    { x: often, y: [5, 4, null, 2, 1] },
    { x: [0, 2.5, 9], y: [7, 8, 9] },
    { x: often, y: [50, 40, 30, 20, 10] },
  ];
  assert.deepEqual(aligned(curves), [
    [0, 1, 2, 2.5, 3, 4, 9],
    [5, 4, null, null, 2, 1, null],
    [7, null, null, 8, null, null, 9],
    [50, 40, 30, null, 20, 10, null],
  ]);
});

test("curves without a point have none, and no curves have no axis", () => {
  assert.deepEqual(aligned([{ x: [], y: [] }, { x: [3], y: [1] }]), [[3], [null], [1]]);
  assert.deepEqual(aligned([]), [[]]);
});

test("a place that comes twice is taken once for each time", () => {
  assert.deepEqual(aligned([{ x: [1, 1, 2], y: [3, 4, 5] }]), [[1, 1, 2], [3, 4, 5]]);
});
