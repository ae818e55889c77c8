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
  pace.measured(8, 0);
  assert.equal(pace.units, 16);
});

test("a piece of work is one unit even where that takes too long", () => {
  const pace = new Pace(0.016, 1);
  pace.measured(1, 2);
  assert.equal(pace.units, 1);
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
