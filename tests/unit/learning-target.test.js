/* g as it is drawn, how the address tells it, and what is said of how f comes to it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { HEIGHT, KNOTS, drawStroke, knotAt, raise, readHeights, writeHeights, xOf } from "../../www/boards/learning/target.js";

const flat = new Float32Array(KNOTS);

test("knots go evenly from one end of X to the other", () => {
  assert.equal(xOf(0), -3);
  assert.equal(xOf(KNOTS - 1), 3);
  assert.equal(knotAt(0), 60);
  assert.equal(knotAt(-100), 0);
  assert.equal(knotAt(100), KNOTS - 1);
});

test("a stroke is straight between its ends, either way, and leaves the rest", () => {
  for (const [from, to] of /** @type {const} */ ([[{ x: -1, y: 0 }, { x: 1, y: 1 }], [{ x: 1, y: 1 }, { x: -1, y: 0 }]])) {
    const drawn = drawStroke(flat, from, to);
    assert.equal(drawn[knotAt(-1)], 0);
    assert.equal(drawn[knotAt(0)], 0.5);
    assert.equal(drawn[knotAt(1)], 1);
    assert.equal(drawn[knotAt(1) + 1], 0);
  }
});

test("no height leaves the picture", () => {
  assert.equal(drawStroke(flat, { x: 0, y: 9 }, { x: 0, y: 9 })[60], Math.fround(HEIGHT));
  assert.equal(raise(flat, 0, -9, true)[60], -Math.fround(HEIGHT));
});

test("the brush is highest where it is, and smooth to its end; a narrow one is a single knot", () => {
  const wide = raise(flat, 0, 0.4, false);
  assert.equal(wide[60], Math.fround(0.4));
  assert.equal(wide[66], Math.fround(0.2));
  assert.equal(wide[72], 0);
  assert.deepEqual([...raise(flat, 0, 0.4, true)].filter((height) => height !== 0).length, 1);
});

test("an address tells a drawn g exactly, and refuses what is none", () => {
  const heights = [...drawStroke(flat, { x: -3, y: -1.6 }, { x: 3, y: 1.6 })];
  assert.deepEqual(readHeights(writeHeights(heights))?.map(Math.fround), heights);
  for (const wrong of ["", "AA", "A".repeat(2 * KNOTS + 2), "!".repeat(2 * KNOTS), "__".repeat(KNOTS)]) assert.equal(readHeights(wrong), undefined, wrong);
});
