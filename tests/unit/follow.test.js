/* One pixel followed: the numbers that are shown are those that the network reckons with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, loudest, placeOfMost, said } from "../../www/boards/digits/follow/sums.js";

const pixels = Uint8Array.from([0, 255, 51, 255]);
/** @param {number[]} incoming */
const unit = (...incoming) => ({ incoming: Float32Array.from(incoming), bias: 0.5, onward: new Float32Array(), units: 1, step: 0 });

test("a pixel adds its ink times its weight, and all of them with the bias are the unit's sum", () => {
  const { ink, weight, product, sum } = follow(unit(9, 0.25, -2, 1), pixels, 2);
  assert.deepEqual([ink, weight, product], [0.2, -2, -0.4]);
  assert.ok(Math.abs(sum - (0.5 + 0.25 - 0.4 + 1)) < 1e-12);
});

test("the loudest pixel is the one that changes the sum the most, for or against, and one without ink never is", () => {
  assert.equal(loudest(unit(9, 0.25, -2, 0.3), pixels), 2);
  assert.equal(loudest(unit(9, -0.7, 2, 0.3), pixels), 1);
  assert.equal(placeOfMost(new Float32Array()), 0);
});

test("what a unit says is its sum, bent by the activation", () => {
  assert.deepEqual([said("relu", -2), said("relu", 2), said("identity", -2)], [0, 2, -2]);
  assert.ok(Math.abs(said("tanh", 1) - Math.tanh(1)) < 1e-12);
  assert.equal(said("sigmoid", 0), 0.5);
});
