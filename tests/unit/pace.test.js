/* How much is done at once, and how often the held-out images are tried. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Beat, EvaluationSchedule, Pace, Rate } from "../../www/worker/pace.js";

test("pieces of work grow until they take the time they may", () => {
  const pace = new Pace(0.016, 1);
  for (let round = 0; round < 20; round += 1) pace.measured(pace.units, pace.units * 0.0001);
  assert.equal(pace.units, 160);
});

test("one lucky measurement at most doubles a piece of work", () => {
  const pace = new Pace(0.016, 8);
  pace.measured(8, 0.004);
  pace.measured(8, 0);
  assert.equal(pace.units, 16);
});

test("a piece of work is one unit even where that takes too long", () => {
  const pace = new Pace(0.016, 1);
  pace.measured(1, 2);
  assert.equal(pace.units, 1);
});

/**
 * Does pieces of work for ten seconds, by a device's own clock.
 * @param {(units: number, now: number) => number} device seconds that a piece takes
 */
function work(device) {
  const pace = new Pace(0.016, 1);
  let [now, units] = [0, 0];
  /** @type {number[]} */
  const lately = [];
  while (now < 10) {
    const done = pace.units;
    const seconds = device(done, now);
    pace.measured(done, seconds);
    now += seconds;
    units += done;
    if (now > 5) lately.push(seconds);
  }
  return { perSecond: units / now, longest: Math.max(...lately) };
}

/** The page hears that work is done only every tenth of a second. */
const heardOf = (/** @type {number} */ seconds, /** @type {number} */ now) => (Math.floor((now + seconds) / 0.1) + 1) * 0.1 - now;

test("where the browser looks only every tenth of a second whether the device is done, the device is at work most of the time, and no piece takes long", () => {
  for (const cost of [0.00001, 0.0001, 0.001, 0.005, 0.01]) {
    const { perSecond, longest } = work((units, now) => heardOf(units * cost, now));
    assert.ok(perSecond * cost > 0.45, `${cost} s a unit: at work for ${perSecond * cost} of the time`);
    assert.ok(longest < 0.31, `${cost} s a unit: ${longest} s at once`);
  }
});

test("pieces stay prompt on a device that takes a little while to answer, becomes faster or slower, or has to get going first", () => {
  /** @type {Record<string, (units: number, now: number) => number>} */
  const devices = {
    plain: (units) => units * 0.001,
    late: (units) => 0.004 + units * 0.001,
    faster: (units, now) => units * (now < 3 ? 0.1 : 0.001),
    slower: (units, now) => units * (now < 3 ? 0.001 : 0.004),
    "not ready": (units, now) => units * 0.001 + (now === 0 ? 0.4 : 0),
    uneven: (units, now) => units * 0.001 * (1 + 0.3 * Math.sin(1e4 * now)),
    "in pairs": (units, now) => (Math.round(1e6 * now) % 2 ? 0 : 2 * units * 0.001),
    "with a coarse clock": (units, now) => Math.floor(now * 1000 + units) / 1000 - now,
  };
  for (const [name, device] of Object.entries(devices)) {
    const { perSecond, longest } = work(device);
    assert.ok(longest < 0.035, `${name}: ${longest} s at once`);
    assert.ok(longest > 0.012, `${name}: pieces as small as ${longest} s`);
    assert.ok(perSecond > 100, `${name}: ${perSecond} units a second`);
  }
});

test("a unit that takes long is done alone, and alone it is fast again once it can be", () => {
  assert.ok(work((units) => units * 0.06).longest < 0.061);
  assert.ok(work((units, now) => units * (now < 4 ? 0.3 : 0.0001)).perSecond > 4000);
});

test("so many steps a second are let through, evenly and however often it is looked", () => {
  for (const [perSecond, every] of /** @type {const} */ ([[1, 0.016], [10, 0.004], [100, 0.016], [1000, 0.03]])) {
    const beat = new Beat(perSecond, 7);
    let steps = 0;
    for (let now = 7; now < 12; now += every) {
      const due = beat.due(now);
      assert.ok(due <= 1 + perSecond * every + 1e-6, `${due} at once`);
      steps += due;
      beat.done(due);
    }
    assert.ok(Math.abs(steps - 5 * perSecond) <= 1 + perSecond * every, `${steps} steps in 5 s`);
  }
});

test("the first step is due at once, the next one not; what was missed for long is not caught up on", () => {
  const beat = new Beat(10, 3);
  assert.equal(beat.due(3), 1);
  beat.done(1);
  assert.equal(beat.due(3), 0);
  assert.ok(Math.abs(beat.wait(3) - 0.1) < 1e-9);
  assert.ok(beat.due(60) <= 2);
  assert.equal(new Beat(Infinity, 0).due(0), Infinity);
});

test("evaluating takes a fifth of the time at most, whatever it costs", () => {
  for (const cost of [0.01, 0.3, 3]) {
    const schedule = new EvaluationSchedule();
    let trained = 0;
    let evaluated = 0;
    while (trained < 100) {
      schedule.trained(0.02);
      trained += 0.02;
      if (!schedule.due) continue;
      schedule.evaluated(cost);
      evaluated += cost;
    }
    assert.ok(evaluated > 0);
    assert.ok(evaluated <= 0.2 * (trained + evaluated) + cost, `${cost} s each: ${evaluated} s of ${trained} s`);
  }
});

test("the first evaluation comes within a third of a second of training", () => {
  const schedule = new EvaluationSchedule();
  schedule.trained(0.33);
  assert.ok(schedule.due);
});

test("trying the fresh weights, however long it takes, does not put that off", () => {
  const schedule = new EvaluationSchedule();
  schedule.evaluated(2);
  schedule.trained(0.33);
  assert.ok(schedule.due);
});

test("epochs too short for an evaluation each do without", () => {
  const schedule = new EvaluationSchedule();
  schedule.evaluated(1);
  assert.equal(schedule.everyEpoch(3.9), false);
  assert.equal(schedule.everyEpoch(4), true);
});

test("images per second are those of the last second", () => {
  const rate = new Rate();
  assert.equal(rate.perSecond, 0);
  for (let tenth = 0; tenth <= 20; tenth += 1) rate.add(tenth / 10, 100);
  for (let tenth = 21; tenth <= 40; tenth += 1) rate.add(tenth / 10, 500);
  assert.ok(Math.abs(rate.perSecond - 5000) < 1);
});
