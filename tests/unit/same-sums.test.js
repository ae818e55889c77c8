/* Rendering and training: one sum for both, and how many of them there are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { corners, edges, layer, multiplications, multiplicationsOf, times, turn } from "../../www/boards/revolution/same-sums/sums.js";

test("a turn keeps every length and every angle of the cube, and a whole turn leads back", () => {
  const length = (/** @type {number[]} */ vector) => Math.hypot(...vector);
  for (const degrees of [0, 30, 90, 200]) {
    for (const corner of corners) assert.ok(Math.abs(length(times(turn(degrees), corner)) - Math.sqrt(3)) < 1e-12);
    const [x, y] = [times(turn(degrees), [1, 0, 0]), times(turn(degrees), [0, 1, 0])];
    assert.ok(Math.abs(x.reduce((sum, part, axis) => sum + part * (y[axis] ?? 0), 0)) < 1e-12);
  }
  for (const [axis, part] of times(turn(360), [1, 2, 3]).entries()) assert.ok(Math.abs(part - (times(turn(0), [1, 2, 3])[axis] ?? 0)) < 1e-12);
});

test("a cube has eight corners and twelve edges", () => {
  assert.equal(corners.length, 8);
  assert.equal(edges.length, 12);
});

test("a layer is the same sum with other numbers, and the multiplications are counted", () => {
  assert.deepEqual(times(layer, [1, 0, 1]), [1, 1, -1]);
  assert.equal(multiplications(turn(0), 1_000_000), 9_000_000);
  assert.equal(multiplicationsOf([784, 512, 512, 10]), 784 * 512 + 512 * 512 + 512 * 10);
});
