/* Where two curves of the loss part, so that it can be called by its name. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { overfitting, partingOf } from "../../www/boards/digits/overfitting.js";

/** @param {number[]} loss one at each tenth of an epoch */
const training = (...loss) => ({ epoch: loss.map((_, index) => (index + 1) / 10), loss });
/** @param {number[]} loss one an epoch */
const heldOut = (...loss) => ({ epoch: loss.map((_, index) => index + 1), loss });
/** Falls for six epochs. */
const falling = training(...Array.from({ length: 60 }, (_, index) => 1 / (index + 1)));

test("the curves part after the epoch with the lowest held-out loss, once that has stayed a tenth above it", () => {
  assert.equal(partingOf(falling, heldOut(0.5, 0.3, 0.2, 0.25, 0.26, 0.27)), 3);
  assert.equal(partingOf(falling, heldOut(0.5, 0.3, 0.2, 0.21, 0.26, 0.27)), null, "hardly more than the lowest");
  assert.equal(partingOf(falling, heldOut(0.5, 0.3, 0.25, 0.2, 0.26, 0.27)), null, "not often enough");
  assert.equal(partingOf(falling, heldOut(0.5, 0.4, 0.3, 0.2, 0.19, 0.18)), null, "both fall");
});

test("a run that goes wrong on all images overfits nothing, and one that has hardly begun neither", () => {
  const rising = training(...Array.from({ length: 60 }, (_, index) => index));
  assert.equal(partingOf(rising, heldOut(0.5, 0.3, 0.2, 0.25, 0.26, 0.27)), null);
  assert.equal(partingOf(training(), heldOut()), null);
  assert.equal(partingOf(training(), heldOut(0.2, 0.3, 0.3, 0.3)), null);
});

test("it is named in both languages", () => {
  assert.match(overfitting.en("3"), /epoch 3 .* overfitting\.$/);
  assert.match(overfitting.ko("3"), /^3에폭 .*과적합이라고 해요\.$/);
});
