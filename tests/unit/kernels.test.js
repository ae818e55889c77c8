/* A window over a picture: what is under it, what a kernel makes of that, and what a pool keeps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { POOLED, SIDE, convolved, inkiest, kernels, placeOfLargest, pooled, pooledPlace, under } from "../../www/boards/next/parts/kernels.js";

/** A bar from the eleventh to the sixteenth row, as wide as the picture. */
const bar = Float32Array.from({ length: SIDE * SIDE }, (_, place) => (place >= 10 * SIDE && place < 16 * SIDE ? 1 : 0));

test("beyond the picture's edge there is nothing", () => {
  assert.deepEqual(under([1, 2, 3, 4], 2, { row: -1, column: -1, size: 3 }), [0, 0, 0, 0, 1, 2, 0, 3, 4]);
});

test("a map is as large as its picture, and its sums are those that a plain loop adds up", () => {
  const picture = Float32Array.from({ length: SIDE * SIDE }, (_, place) => Math.sin(place));
  const kernel = [1, -2, 3, 0.5, 0, -0.5, 7, 8, -9];
  const map = convolved(picture, kernel);
  assert.equal(map.length, SIDE * SIDE);
  for (const [row, column] of [[0, 0], [0, 27], [13, 7], [27, 27]]) {
    let sum = 0;
    for (let down = -1; down <= 1; down += 1) {
      for (let right = -1; right <= 1; right += 1) {
        const [y, x] = [(row ?? 0) + down, (column ?? 0) + right];
        if (y >= 0 && y < SIDE && x >= 0 && x < SIDE) sum += (picture[y * SIDE + x] ?? 0) * (kernel[3 * (down + 1) + right + 1] ?? 0);
      }
    }
    assert.ok(Math.abs((map[(row ?? 0) * SIDE + (column ?? 0)] ?? NaN) - sum) < 1e-5);
  }
});

test("the window has most ink under it in the middle of a blot, wherever that is, and so has the pool's", () => {
  for (const [row, column] of /** @type {const} */ ([[1, 1], [13, 20], [26, 5]])) {
    const blot = Float32Array.from({ length: SIDE * SIDE }, (_, place) => (Math.abs(Math.floor(place / SIDE) - row) <= 1 && Math.abs((place % SIDE) - column) <= 1 ? 1 : 0));
    assert.equal(inkiest(blot), row * SIDE + column);
    assert.equal(pooledPlace(inkiest(blot)), Math.floor(row / 2) * POOLED + Math.floor(column / 2));
  }
});

test("where a kernel is said to be strongest, it is: at the lower edge of a bar, at its upper edge, or in its ink", () => {
  /** @param {readonly number[]} kernel the row of the largest sum, away from the picture's own edges */
  const strongest = (kernel) => {
    const column = Array.from({ length: SIDE }, (_, row) => convolved(bar, kernel)[row * SIDE + 14] ?? 0);
    return column.indexOf(Math.max(...column));
  };
  assert.equal(placeOfLargest(kernels.aboveBelow), "lower");
  assert.ok([15, 16].includes(strongest(kernels.aboveBelow)));
  assert.equal(placeOfLargest(kernels.belowAbove), "upper");
  assert.ok([9, 10].includes(strongest(kernels.belowAbove)));
  assert.equal(placeOfLargest(kernels.blur), "ink");
  assert.ok(strongest(kernels.blur) > 10 && strongest(kernels.blur) < 15);
  assert.equal(placeOfLargest(kernels.leftRight), "sides");
  assert.equal(placeOfLargest(kernels.rightLeft), "sides");
  assert.equal(placeOfLargest(kernels.sharpen), "elsewhere");
  assert.equal(placeOfLargest(Array(9).fill(0)), "elsewhere");
});

test("a pool keeps the largest of each four, also where all are below zero", () => {
  const map = Float32Array.from({ length: SIDE * SIDE }, (_, place) => -1 - (place % SIDE) - Math.floor(place / SIDE));
  const kept = pooled(map);
  assert.equal(kept.length, POOLED * POOLED);
  assert.deepEqual([kept[0], kept[1], kept[POOLED]], [-1, -3, -3]);
});
