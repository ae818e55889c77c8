/* A graphics card that hangs: noticed in time, by a count of ticks, and not mistaken for one that is slow or asleep. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Failure, isDeviceFailure } from "../../www/worker/failure.js";
import { Watch } from "../../www/worker/watch.js";

/** @import { TrainerHandle } from "../../www/worker/engine.js" */

beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
afterEach(() => mock.timers.reset());

const never = () => /** @type {Promise<string>} */ (new Promise(() => {}));

/** Whatever has been settled is heard of. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** @param {number} seconds */
async function pass(seconds) {
  for (let second = 0; second < seconds; second += 1) {
    mock.timers.tick(1000);
    await settle();
  }
}

/** What a promise has come to by now. @param {Promise<unknown>} promise */
function outcome(promise) {
  const seen = { state: "waiting", error: /** @type {unknown} */ (null) };
  promise.then(
    () => (seen.state = "answered"),
    (error) => Object.assign(seen, { state: "given up", error }),
  );
  return seen;
}

test("an answer that never comes is given up within 15 seconds, and is the card's failure", async () => {
  const seen = outcome(new Watch().over(never(), "train", false));
  await pass(8);
  assert.equal(seen.state, "waiting");
  await pass(6);
  assert.equal(seen.state, "given up");
  assert.equal(seen.error instanceof Failure && seen.error.code, "device-hung");
  assert.equal(isDeviceFailure(seen.error), true);
});

test("with one answer all others are given up, and later ones at once", async () => {
  const watch = new Watch();
  const first = outcome(watch.over(never(), "train", false));
  await pass(9);
  const second = outcome(watch.over(never(), "weights", true));
  await pass(2);
  assert.equal(first.state, "given up");
  assert.equal(second.state, "given up");
  const third = outcome(watch.over(never(), "predict", true));
  await settle();
  assert.equal(third.state, "given up");
});

test("shaders that are compiled for what is asked first may take longer, and are given up within 15 seconds, too", async () => {
  const seen = outcome(new Watch().over(never(), "train", true));
  await pass(12);
  assert.equal(seen.state, "waiting");
  await pass(2);
  assert.equal(seen.state, "given up");
});

test("a card that is slow with everything is waited for longer, but not for more than 15 seconds", async () => {
  const watch = new Watch();
  /** @type {(value: string) => void} */
  let answer = () => {};
  const slow = outcome(watch.over(new Promise((resolve) => (answer = resolve)), "train", true));
  await pass(11);
  answer("done");
  await settle();
  assert.equal(slow.state, "answered");
  const next = outcome(watch.over(never(), "train", false));
  await pass(12);
  assert.equal(next.state, "waiting");
  await pass(2);
  assert.equal(next.state, "given up");
});

test("a machine that slept for an hour has not waited for an hour", async () => {
  const seen = outcome(new Watch().over(never(), "train", false));
  await pass(3);
  // On waking it is an hour later, and a clock ticks once, however long it stood.
  for (const clock of [performance, Date]) {
    const now = clock.now();
    mock.method(clock, "now", () => now + 3_600_000);
  }
  await pass(3);
  mock.restoreAll();
  assert.equal(seen.state, "waiting");
});

test("all that a trainer is asked is watched, and what it is stays readable and settable", async () => {
  const watch = new Watch();
  const trainer = {
    step: 7,
    learningRate: 0.1,
    async predict() {
      return this.step;
    },
    evaluate: never,
    restored: 0,
    restore() {
      this.restored += 1;
    },
  };
  const watched = watch.watched(/** @type {TrainerHandle} */ (/** @type {unknown} */ (trainer)));
  assert.equal(watched.step, 7);
  watched.learningRate = 0.5;
  assert.equal(trainer.learningRate, 0.5);
  watched.restore(new Uint8Array());
  assert.equal(trainer.restored, 1);
  assert.equal(await watched.predict(new Uint8Array()), 7);
  const seen = outcome(watched.evaluate(0, 1));
  await pass(21);
  assert.equal(seen.state, "given up");
});
