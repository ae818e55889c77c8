/* The geometry of a unit with two inputs. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { clip, cornersOf, fires, flipped, moved, nearestOnLine, rounded, segmentIn, sumAt, turned } from "../../www/charts/half-plane.js";

const view = { from: -0.5, to: 1.5 };
const corners = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x, y })));

/** Units all around, through and beside the four points. */
const units = [...Array(48).keys()].flatMap((turn) =>
  [-0.4, 0, 0.3].map((offset) => {
    const angle = (turn * Math.PI) / 24;
    const [w1, w2] = [1.4 * Math.cos(angle), 1.4 * Math.sin(angle)];
    return { w1, w2, b: offset - (w1 + w2) / 2 };
  }),
);

/** @param {{ x: number, y: number }[]} polygon */
const areaOf = (polygon) =>
  polygon.reduce((sum, { x, y }, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? { x, y };
    return sum + (x * next.y - next.x * y) / 2;
  }, 0);

test("a unit fires exactly where its sum is not below zero, whatever floating point makes of tenths", () => {
  assert.equal(sumAt({ w1: 0.3, w2: -0.1, b: -0.2 }, { x: 1, y: 1 }), 0);
  assert.equal(fires({ w1: 0.3, w2: -0.1, b: -0.2 }, { x: 1, y: 1 }), true);
  assert.equal(fires({ w1: 0.3, w2: -0.1, b: -0.21 }, { x: 1, y: 1 }), false);
  for (let w1 = -100; w1 <= 100; w1 += 7) {
    for (let w2 = -100; w2 <= 100; w2 += 3) {
      const through = { w1: w1 / 100, w2: w2 / 100, b: -(w1 + w2) / 100 };
      assert.equal(fires(through, { x: 1, y: 1 }), true, "on the line");
      assert.equal(fires({ ...through, b: (-(w1 + w2) - 1) / 100 }, { x: 1, y: 1 }), false, "a hundredth beside it");
    }
  }
});

test("the firing side and its opposite tile the view", () => {
  for (const unit of units) {
    const [fired, silent] = [clip(cornersOf(view), unit), clip(cornersOf(view), flipped(unit))];
    assert.ok(Math.abs(areaOf(fired) + areaOf(silent) - 4) < 1e-9);
    for (const { x, y } of fired) assert.ok(unit.w1 * x + unit.w2 * y + unit.b > -1e-9);
  }
});

test("a line's segment lies on the line, ends at the view's edge and has the firing side at its left", () => {
  for (const unit of units) {
    const segment = segmentIn(unit, view);
    assert.ok(segment);
    for (const { x, y } of segment) {
      assert.ok(Math.abs(unit.w1 * x + unit.w2 * y + unit.b) < 1e-9);
      assert.ok(Math.abs(Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) - 1) < 1e-9);
    }
    const [a, b] = segment;
    const left = { x: (a.x + b.x) / 2 - 0.01 * (b.y - a.y), y: (a.y + b.y) / 2 + 0.01 * (b.x - a.x) };
    assert.ok(unit.w1 * left.x + unit.w2 * left.y + unit.b > 0);
  }
  assert.equal(segmentIn({ w1: 1, w2: 0, b: -2 }, view), null);
  assert.equal(segmentIn({ w1: 1, w2: 1, b: -4 }, view), null);
});

test("a move carries the line along, and a turn keeps its pivot and its steepness", () => {
  for (const unit of units) {
    for (const corner of corners) {
      const by = { x: 0.2, y: -0.3 };
      const there = { x: corner.x + by.x, y: corner.y + by.y };
      assert.equal(sumAt(moved(unit, by), there), sumAt(unit, corner));
      const pivot = nearestOnLine(unit, corner);
      const after = turned(unit, 0.7, pivot);
      assert.equal(sumAt(after, pivot), 0);
      assert.ok(Math.abs(Math.hypot(after.w1, after.w2) - 1.4) < 1e-9);
    }
  }
});

test("what is kept of a line is what is shown of it: hundredths, and no minus zero", () => {
  assert.deepEqual(rounded({ w1: 1.2345, w2: -0.004, b: -0.5 }), { w1: 1.23, w2: 0, b: -0.5 });
  assert.ok(Object.is(rounded({ w1: 1, w2: -0.004, b: 0 }).w2, 0));
  assert.ok(Object.is(flipped({ w1: 1, w2: 0, b: 0 }).w2, 0));
});
