/* What work takes, on a machine whose lid is shut in its middle. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { awake } from "../../www/worker/clock.js";
import { Submissions } from "../../www/worker/submissions.js";

/** @import { TrainerHandle } from "../../www/worker/engine.js" */

const HOUR = 3_600_000;

let now = 100_000;
mock.method(performance, "now", () => now);

/** Whose work takes so many milliseconds. @param {() => number} time */
function trainerThatTakes(time) {
  const trainer = {
    step: 0, epoch: 0, backend: "cpu", stepsPerEpoch: 10,
    async train(/** @type {number} */ steps) {
      trainer.step += steps;
      now += time();
      return { losses: new Float32Array(steps) };
    },
  };
  return /** @type {TrainerHandle} */ (/** @type {unknown} */ (trainer));
}

test("an hour of sleep is no hour of training", async () => {
  const times = [20, HOUR, 20];
  const trainer = trainerThatTakes(() => times.shift() ?? 20);
  const submissions = new Submissions();
  let seconds = 0;
  for (let round = 0; round < 4; round += 1) {
    submissions.fill(trainer, 1000);
    seconds += (await submissions.land())?.seconds ?? NaN;
  }
  assert.ok(seconds < 0.1, `${seconds} s`);
});

test("the clock goes on after it, and stands still for none that works", () => {
  const before = awake();
  now += 10_000;
  assert.equal(awake() - before, 10_000);
  now += HOUR;
  assert.equal(awake() - before, 10_000);
  now += 50;
  assert.equal(awake() - before, 10_050);
});
