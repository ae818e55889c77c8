/* Networks that learn from few images: what they are fed, and what is said of what came. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { mistakesOf } from "../../www/boards/next/few/outcome.js";
import { BATCH, STEPS, epochsAt, planOf, testSteps, ways } from "../../www/boards/next/few/plan.js";
import { accuraciesAt, scoresOf, sessionWith } from "./support/abreast.js";
import { firstImages } from "./support/class.js";
import { startEngine } from "./support/engine.js";

/** @import { Event } from "../../www/protocol" */
/** @import { Fed } from "../../www/boards/next/few/protocol" */

before(startEngine);

const images = 100;
const training = firstImages("train");
const held = firstImages("test");
const session = () => sessionWith(training, held);

test("each network learns from the images that there are, and one of them from other versions of them in every epoch", async () => {
  const { handlers } = await import("../../www/boards/next/few/worker/index.js");
  const { emitted, ...here } = session();
  const plan = { ...planOf(images, 1), testImages: 200, testSteps: [0, 2, 4] };
  assert.deepEqual(await handlers(here).fewTrain({ type: "fewTrain", number: 7, plan, tests: 9 }), { isOver: true });
  const scores = scoresOf(emitted, 7);
  assert.deepEqual(scores.map(({ network, step }) => [network, step]), [[0, 0], [1, 0], [2, 0], [0, 2], [1, 2], [2, 2], [0, 4], [1, 4], [2, 4]]);
  const [first] = scores.filter(({ step }) => step === 0);
  for (const { outcomes } of scores.filter(({ step }) => step === 0)) assert.deepEqual(outcomes, first?.outcomes, "the same first weights");
  assert.deepEqual(Object.entries(first?.outcomes ?? {}).map(([name, { images }]) => [name, images]), [["train", images], ["test", 200]]);
  /** @type {Fed[]} */
  const fed = emitted.flatMap((/** @type {Event} */ event) => (event.event === "fewFed" ? [event.fed] : []));
  assert.deepEqual(fed.map(({ epoch }) => epoch), [1, 2]);
  const [one, two] = fed;
  assert.deepEqual(one?.plain, two?.plain);
  assert.notDeepEqual(one?.distorted, one?.plain);
  assert.notDeepEqual(one?.distorted, two?.distorted);
});

test("a course goes on where it was left, and another number begins anew", async () => {
  const { handlers } = await import("../../www/boards/next/few/worker/index.js");
  const { emitted, ...here } = session();
  const answer = handlers(here);
  const plan = { ...planOf(images, 1), testImages: 200, testSteps: [0, 2, 4] };
  const train = (/** @type {number} */ number, /** @type {number} */ tests) => answer.fewTrain({ type: "fewTrain", number, plan, tests });
  assert.deepEqual(await train(1, 9), { isOver: true });
  for (const tests of [1, 1]) assert.deepEqual(await train(2, tests), { isOver: false });
  assert.deepEqual(await train(2, 1), { isOver: true });
  assert.deepEqual(scoresOf(emitted, 2), scoresOf(emitted, 1));
});

test("a thousand images come round in whole epochs, and a hundred as well", () => {
  for (const size of [1000, 100]) assert.ok(Number.isInteger(epochsAt(size, STEPS)) && size % BATCH === 0);
  assert.equal(testSteps.at(-1), STEPS);
});

test("whether distortions help is told by the mistakes, and chance is no help", () => {
  const came = (/** @type {number} */ without, /** @type {number} */ distorted) => mistakesOf([accuraciesAt(STEPS, ways.map((way) => ({ train: 1, test: way === "distorted" ? distorted : without })))]);
  assert.equal(came(0.9, 0.95), "fewer");
  assert.equal(came(0.9, 0.905), "same");
  assert.equal(came(0.9, 0.85), "more");
});
