/* How far a run is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Position, stepAt } from "../../www/worker/position.js";

test("the step at which an epoch ends is told from anywhere, smaller last batches included", () => {
  for (const rows of [1, 31, 32, 33, 100, 60_000]) {
    for (const batch of [1, 7, 32, 128]) {
      const stepsPerEpoch = Math.ceil(rows / batch);
      for (let step = 0; step < 2 * stepsPerEpoch; step += 1) {
        const row = (step % stepsPerEpoch) * batch;
        const trainer = { step, epoch: Math.floor(step / stepsPerEpoch) + row / rows, stepsPerEpoch };
        assert.equal(stepAt(2, trainer), 2 * stepsPerEpoch, `${rows} rows by ${batch}, step ${step}`);
      }
    }
  }
});

test("an epoch that is over is reached without another step", () => {
  assert.ok(stepAt(1, { step: 10, epoch: 2.5, stepsPerEpoch: 4 }) <= 10);
});

test("the start is no epoch's end", () => {
  const position = new Position();
  assert.equal(position.atEpochEnd, false);
  position.step = 4;
  position.epoch = 1;
  assert.equal(position.atEpochEnd, true);
  assert.equal(position.nextEpoch, 2);
});
