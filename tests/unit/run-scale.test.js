/* The end of an axis that stays for a whole run. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { RunScale } from "../../www/charts/run-scale.js";

test("what becomes smaller is shown smaller: the axis of a run ends where it ended at the beginning", () => {
  const scale = new RunScale();
  for (const highest of [2.3, 1.9, 0.7, 0.001, 0]) {
    scale.follow("run", highest);
    assert.deepEqual([scale.top, scale.hasGrown], [5, false]);
  }
});

test("an axis grows where something would leave it, and tells that it has", () => {
  const scale = new RunScale();
  scale.follow("run", 0.19);
  assert.deepEqual([scale.top, scale.hasGrown], [0.2, false]);
  scale.follow("run", 37);
  assert.deepEqual([scale.top, scale.hasGrown], [50, true]);
  scale.follow("run", 3e20);
  assert.deepEqual([scale.top, scale.hasGrown], [5e20, true]);
  scale.follow("run", 0.1);
  assert.deepEqual([scale.top, scale.hasGrown], [5e20, true]);
});

test("another run has an axis of its own", () => {
  const scale = new RunScale();
  scale.follow(1, 1e9);
  scale.follow(2, 0.9);
  assert.deepEqual([scale.top, scale.hasGrown], [1, false]);
});
