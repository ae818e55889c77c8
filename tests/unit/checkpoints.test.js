/* What is kept of a run to come back to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isFinite } from "../../www/worker/checkpoints.js";

/** As the engine writes it: a name, small numbers, the weights, and the checksum. @param {number[]} weights @param {number} sum */
function checkpointOf(weights, sum) {
  const numbers = new Uint32Array([...new Uint32Array(new TextEncoder().encode("chalknt2").buffer), 1, 4, 2, 1, 2, 58_125, 0]);
  const all = new Uint8Array(4 * (numbers.length + weights.length) + 8);
  all.set(new Uint8Array(numbers.buffer));
  all.set(new Uint8Array(new Float32Array(weights).buffer), 4 * numbers.length);
  all.fill(sum, all.length - 8);
  return all;
}

test("weights are finite whatever the bits of their checksum look like", () => {
  for (const sum of [0, 0x7f, 0x80, 0xff]) {
    assert.ok(isFinite(checkpointOf([0.5, -1e30, 0], sum)));
    for (const bad of [NaN, Infinity, -Infinity]) assert.ok(!isFinite(checkpointOf([0.5, 0, bad], sum)));
  }
});
