/* Which weights are worth coming back to, and when a network is ruined although its loss is still a number. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Condition } from "../../www/worker/condition.js";

const guessing = { loss: Math.log(10), accuracy: 0.1 };

/**
 * What is thought of the last of these scores, [loss, accuracy] in turn, so far apart that what lasts from one to the
 * next lasts.
 * @param {[number, number][]} scores
 */
function after(...scores) {
  return afterSteps(500, ...scores);
}

/**
 * The same, so many steps apart.
 * @param {number} steps
 * @param {[number, number][]} scores
 */
function afterSteps(steps, ...scores) {
  const condition = new Condition(guessing);
  for (const [index, [loss, accuracy]] of scores.entries()) condition.take({ loss, accuracy }, index * steps);
  return { isRuined: condition.isRuined, isGood: condition.isGood };
}

const good = { isRuined: false, isGood: true };
const worse = { isRuined: false, isGood: false };
const ruined = { isRuined: true, isGood: false };

test("a network that learns is good all the way", () => {
  assert.deepEqual(after([2.4, 0.08]), good);
  assert.deepEqual(after([2.4, 0.08], [0.5, 0.85]), good);
  assert.deepEqual(after([2.4, 0.08], [0.5, 0.85], [0.2, 0.95]), good);
});

test("a setback is no ruin, and nothing to come back to; only what answers no worse than the best is", () => {
  assert.deepEqual(after([0.2, 0.95], [1.5, 0.6]), worse);
  assert.deepEqual(after([0.2, 0.95], [1.5, 0.6], [0.2, 0.941]), worse);
  assert.deepEqual(after([0.2, 0.95], [1.5, 0.6], [0.2, 0.951]), good);
});

test("of two that answer as well, the one with the lower loss is the better one", () => {
  assert.deepEqual(after([0.2, 0.95], [0.1, 0.95]), good);
  assert.deepEqual(after([0.2, 0.95], [0.3, 0.95]), worse);
});

test("who is sure and mostly right is not ruined by a high loss on what is wrong", () => {
  assert.deepEqual(after([2.4, 0.08], [3.5, 0.97], [3.5, 0.97]), good);
});

test("a loss that is no number is ruin, and so is one beyond all measure", () => {
  assert.deepEqual(after([0.2, 0.95], [NaN, 0.098]), ruined);
  assert.deepEqual(after([0.2, 0.95], [Infinity, 0.5]), ruined);
  assert.deepEqual(after([0.2, 0.95], [5e14, 0.098], [5e14, 0.098]), ruined);
});

test("answers that have fallen to guessing are ruin, also where the loss is only that of guessing", () => {
  assert.deepEqual(after([0.2, 0.95], [2.302, 0.098], [2.302, 0.098]), ruined);
});

test("what is bad for a few steps is no ruin yet, and nothing to come back to", () => {
  assert.deepEqual(afterSteps(10, [0.2, 0.95], [2.302, 0.098], [5e14, 0.098]), worse);
  assert.deepEqual(afterSteps(10, [0.2, 0.95], [5e14, 0.098], [0.2, 0.95]), good);
});

test("at one step a second, ruin is told after some seconds, and not after a hundred steps", () => {
  const condition = new Condition(guessing);
  /** @type {[number, number][]} */
  const scores = [[0.2, 0.95], ...Array.from({ length: 7 }, () => /** @type {[number, number]} */ ([5e14, 0.098]))];
  const told = scores.findIndex(([loss, accuracy], step) => {
    condition.take({ loss, accuracy }, step, 1000 * step);
    return condition.isRuined;
  });
  assert.ok(told > 3 && told < 8, `told at step ${told}`);
  // A few bad steps, however long somebody rests between them, are none.
  const rested = new Condition(guessing);
  for (const [step, loss] of [0.2, 5e14, 5e14].entries()) rested.take({ loss, accuracy: 0.1 }, step, 60_000 * step);
  assert.equal(rested.isRuined, false);
});

test("who answered well by chance alone, with a loss of guessing, has nothing to forget", () => {
  assert.deepEqual(after([2.35, 0.1], [2.3, 0.5], [2.29, 0.1], [2.29, 0.1]), worse);
});

test("who still does better than guessing by the loss has forgotten nothing: few examples swing with a boundary between them", () => {
  assert.deepEqual(after([2.3, 0.1], [1.5, 0.5], [2.05, 0.12], [2.05, 0.12]), worse);
});

test("a step that is too large at once is ruin, though nothing was ever learnt", () => {
  assert.deepEqual(after([2.4, 0.08], [1e9, 0.1], [1e9, 0.1]), ruined);
});

test("fresh weights that do worse than guessing are not ruined for it", () => {
  assert.deepEqual(after([40, 0.1]), good);
  assert.deepEqual(after([40, 0.1], [39, 0.1], [38, 0.1]), good);
});

test("a network that has not learnt yet has nothing to forget", () => {
  assert.deepEqual(after([2.4, 0.08], [2.3, 0.13], [2.3, 0.1], [2.3, 0.1]), worse);
});

test("what comes out of ruin by itself is as good as it is", () => {
  assert.deepEqual(after([0.2, 0.95], [5e14, 0.098], [5e14, 0.098], [0.2, 0.95]), good);
  assert.deepEqual(after([0.2, 0.95], [5e14, 0.098], [5e14, 0.098], [0.8, 0.8]), worse);
});
