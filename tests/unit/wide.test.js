/* Deep or wide: what the three networks have in common, and what they come to. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { bestShape } from "../../www/boards/depth/wide/outcome.js";
import { PARAMETERS, SHAPES, planOf, testSteps } from "../../www/boards/depth/wide/plan.js";
import { accuraciesAt, scoresOf, sessionWith } from "./support/abreast.js";
import { startEngine } from "./support/engine.js";

before(startEngine);

/** Runs that are over, with these accuracies. @param {number[][]} accuracies [runs][networks] */
const runsOf = (accuracies) => accuracies.map((of) => accuraciesAt(1, of.map((test) => ({ test }))));

test("the three networks have as many weights, to one in twenty", () => {
  assert.deepEqual(PARAMETERS, [129, 127, 131]);
  assert.ok(Math.max(...PARAMETERS) / Math.min(...PARAMETERS) < 1.05);
});

test("the best is the one that is right most often in the mean of all seeds, and none where they hardly differ", () => {
  assert.equal(bestShape(runsOf([[0.6, 0.9, 0.8], [0.6, 0.6, 0.9]])), "four");
  assert.equal(bestShape(runsOf([[0.6, 0.95, 0.9]])), "two");
  assert.equal(bestShape(runsOf([[0.9, 0.6, 0.7]])), "one");
  assert.equal(bestShape(runsOf([[0.9, 0.88, 0.92]])), "alike");
});

test("over five spirals the deeper networks learn what the wide one does not", async () => {
  const { handlers } = await import("../../www/boards/depth/wide/worker/index.js");
  const none = { pixels: new Uint8Array(), labels: new Uint8Array() };
  const session = sessionWith(none, none);
  const { wideTrain, wideMaps } = handlers(session);
  const before = await wideMaps({ type: "wideMaps", plan: planOf(5) });
  for (const seed of [1, 2, 3, 4, 5]) {
    assert.deepEqual(await wideTrain({ type: "wideTrain", number: seed, plan: planOf(seed), tests: testSteps.length }), { isOver: true });
  }
  const scores = [1, 2, 3, 4, 5].flatMap((number) => scoresOf(session.emitted, number)).filter(({ step }) => step === testSteps.at(-1));
  const last = SHAPES.map((_, network) => scores.filter((score) => score.network === network).map(({ outcomes }) => Number(outcomes.test?.accuracy)));
  const [one = 0, two = 0, four = 0] = last.map((of) => of.reduce((sum, accuracy) => sum + accuracy, 0) / of.length);
  assert.deepEqual(last.map(({ length }) => length), [5, 5, 5]);
  assert.ok(one < 0.75, `one layer ${one}`);
  assert.ok(two > one + 0.15 && four > one + 0.15, `two layers ${two}, four ${four}`);

  const after = await wideMaps({ type: "wideMaps", plan: planOf(5) });
  assert.equal(after.answers.length, SHAPES.length);
  for (const [network, answers] of after.answers.entries()) {
    assert.equal(answers.length, after.side ** 2);
    assert.notDeepEqual(answers, before.answers[network], "the map is that of the network as it has learnt");
  }
  assert.equal(after.training.targets.length, 500);
});
