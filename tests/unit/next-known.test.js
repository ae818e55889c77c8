/* What the tab about starting from what is known computes: its examples, and what the three ways come to beside each other. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { EXAMPLES, planOf, ways } from "../../www/boards/next/known/plan.js";
import { changeOf, inPoints, leadOf, sizeOf } from "../../www/boards/next/known/summary.js";
import { neededFor, Taught } from "../../www/boards/next/known/taught.js";
import { PEN_WIDTH } from "../../www/shell/pen.js";
import { scoresOf, sessionWith } from "./support/abreast.js";
import { startEngine } from "./support/engine.js";

/** @import { SeedRun } from "../../www/shell/spread.js" */

const PIXELS = 28 * 28;

/** @type {typeof import("../../www/boards/next/known/worker/choosing.js")} */
let worker;
/** @type {typeof import("../../www/boards/next/known/worker/training.js").KnownTraining} */
let KnownTraining;
/** @type {typeof import("../../www/worker/engine.js").Trainer} */
let Trainer;

before(async () => {
  await startEngine();
  worker = await import("../../www/boards/next/known/worker/choosing.js");
  ({ KnownTraining } = await import("../../www/boards/next/known/worker/training.js"));
  ({ Trainer } = await import("../../www/worker/engine.js"));
});

/** Images that tell their row by their first pixel. @param {number[]} labels @param {number} first row */
const block = (labels, first) => ({
  images: Uint8Array.from({ length: labels.length * PIXELS }, (_, at) => (at % PIXELS === 0 ? first + at / PIXELS : 0)),
  labels: Uint8Array.from(labels),
});

/** @param {{ images: Uint8Array }} block */
const rowsOf = ({ images }) => Array.from({ length: images.length / PIXELS }, (_, row) => images[row * PIXELS] ?? NaN);

test("only the images of the digits that are to be learnt are left, and are counted from the first of these", () => {
  const some = worker.onlyOf([block([5, 0, 9], 1), block([4, 6, 5], 4)], [5, 6, 7, 8, 9]);
  assert.deepEqual(rowsOf(some), [1, 3, 5, 6]);
  assert.deepEqual([...some.labels], [0, 4, 1, 0]);
});

test("of each kind as many examples are chosen, fewer are among more, and another seed chooses others", () => {
  const all = block(Array.from({ length: 200 }, (_, row) => row % 5), 0);
  const [five, ten, others] = [worker.someOf(all, 5, 1), worker.someOf(all, 10, 1), worker.someOf(all, 10, 2)];
  for (const [some, count] of /** @type {const} */ ([[five, 5], [ten, 10]])) {
    for (const kind of [0, 1, 2, 3, 4]) assert.equal(some.labels.filter((label) => label === kind).length, count);
    assert.deepEqual(rowsOf(some).map((row) => row % 5), [...some.labels], "they have kept their labels");
    assert.equal(new Set(rowsOf(some)).size, 5 * count, "none comes twice");
  }
  assert.ok(rowsOf(five).every((row) => rowsOf(ten).includes(row)));
  assert.notDeepEqual(rowsOf(ten), rowsOf(others));
});

test("each seed has a network of its own to take over from", () => {
  const [one, other] = [planOf(5, 1), planOf(5, 2)];
  assert.notEqual(one.pretraining.number, other.pretraining.number);
  assert.notEqual(one.pretraining.config.seed, other.pretraining.config.seed);
  assert.deepEqual(planOf(50, 1).pretraining, one.pretraining, "whatever is learnt with it");
});

test("the three ways differ in nothing but what they take over, and whether it learns", () => {
  for (const examples of EXAMPLES.digits) {
    const { networks, pretraining, ...plan } = planOf(examples, 3);
    const digits = plan.digits ?? [];
    assert.equal(networks.length, ways.length);
    assert.deepEqual(networks.map(({ takesOver }) => takesOver), [false, true, true]);
    const [scratch, transferred, tuned] = networks.map(({ config }) => config);
    assert.deepEqual(scratch, tuned);
    const thawed = transferred?.layers.map((layer) => (typeof layer === "object" && "trainable" in layer ? Object.fromEntries(Object.entries(layer).filter(([name]) => name !== "trainable")) : layer));
    assert.notDeepEqual(transferred?.layers, thawed, "something is frozen");
    assert.deepEqual({ ...transferred, layers: thawed }, scratch);
    assert.deepEqual([...pretraining.digits, ...digits], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.ok((scratch?.batchSize ?? NaN) <= examples * digits.length, "no batch has an example twice");
  }
});

test("in each round others are learnt from as long as there are any, and all that are left are the test", () => {
  const all = block(Array.from({ length: 14 }, (_, row) => (row < 6 ? 0 : 1)), 0);
  const rounds = worker.roundsOf(all, 3, 5, 1);
  assert.equal(rounds.length, 5);
  for (const { chosen, others } of rounds) {
    assert.deepEqual([...chosen.labels], [0, 0, 0, 1, 1, 1]);
    assert.deepEqual([...rowsOf(chosen), ...rowsOf(others)].sort((a, b) => a - b), rowsOf(all), "each drawing is on one side");
  }
  const [first, second] = rounds.map(({ chosen }) => rowsOf(chosen));
  assert.equal(new Set([...(first ?? []), ...(second ?? [])]).size, 12, "none of the first round comes again in the second");
  assert.deepEqual(worker.roundsOf(all, 3, 5, 1), rounds);
  assert.notDeepEqual(worker.roundsOf(all, 3, 5, 2), rounds);
});

/** Lines that stand or lie, a kind each. @param {number} count @param {number} kind */
const linesOf = (count, kind) => Array.from({ length: count }, (_, index) => {
  const place = 0.3 + 0.04 * index;
  return { kind, guess: null, strokes: [kind === 0 ? [place, 0.1, 0.5, 0.5, place + 0.1, 0.9] : [0.1, place, 0.5, 0.5, 0.9, place + 0.1]] };
});

test("what a visitor drew is learnt round after round, each network is pre-trained once, and what was paused goes on where it was", async () => {
  const labels = Uint8Array.from({ length: 100 }, (_, row) => row % 10);
  const pixels = Uint8Array.from({ length: 100 * PIXELS }, (_, at) => (at * 31) % 256);
  const session = sessionWith({ pixels, labels }, { pixels, labels });
  const training = new KnownTraining(session);
  const plan = planOf(1, 1, { drawings: [...linesOf(5, 0), ...linesOf(6, 1)], penWidth: PEN_WIDTH, rounds: 3 });
  plan.among = 100;
  plan.pretraining.testSteps = [2];
  plan.testSteps = [3];
  assert.deepEqual(await training.train({ type: "knownTrain", number: 1, plan, tests: 2 }), { isOver: false });
  assert.equal(scoresOf(session.emitted, plan.pretraining.number).length, 1);
  assert.deepEqual(await training.train({ type: "knownTrain", number: 1, plan, tests: 5 }), { isOver: true });
  const scores = scoresOf(session.emitted, 1);
  assert.equal(scores.length, 3 * ways.length);
  assert.deepEqual(scores.map(({ outcomes }) => outcomes.test?.images), [9, 9, 9, 18, 18, 18, 27, 27, 27], "the rounds count together");
  const look = await training.look();
  assert.equal(look.kinds, 2);
  assert.equal(look.networks.length, ways.length);
  assert.deepEqual(look.networks[1], look.pretrained, "frozen");
  await training.train({ type: "knownTrain", number: 2, plan, tests: 3 });
  assert.equal(scoresOf(session.emitted, plan.pretraining.number).length, 1, "it is not pre-trained again");
  assert.deepEqual(scoresOf(session.emitted, 2), scores, "the same seed goes the same way");
});

test("what was taught can be learnt where enough is left to be tested on, and kinds of which there is too little are left out", () => {
  assert.deepEqual(EXAMPLES.drawn.map(neededFor), [5, 6, 10]);
  const taught = new Taught();
  assert.equal(taught.allows(1), false, "nothing is known yet");
  const reader = { t: (/** @type {string} */ key) => key, format: { integer: String } };
  const teach = (/** @type {number[]} */ counts) => (taught.collection = { kinds: counts.map((_, kind) => (kind === 0 ? "boat" : "")), drawings: counts.flatMap((count, kind) => linesOf(count, kind)) });
  teach([4, 20]);
  assert.equal(taught.allows(1), false);
  assert.equal(taught.words(reader), "boat 4 · kinds.2 20");
  teach([7, 2, 9]);
  assert.deepEqual(EXAMPLES.drawn.map((examples) => taught.allows(examples)), [true, true, false]);
  assert.equal(taught.words(reader), "boat 7 · kinds.3 9");
  assert.deepEqual(taught.drawings.map(({ kind }) => kind), [...Array(7).fill(0), ...Array(9).fill(1)], "those that are left are counted anew");
});

test("what was taught is known again at the next visit, and what has changed since is not taken for it", () => {
  const numberOf = (/** @type {number[]} */ counts) => {
    const taught = new Taught();
    taught.take({ kinds: ["", ""], drawings: counts.flatMap((count, kind) => linesOf(count, kind)) });
    return taught.number;
  };
  assert.equal(numberOf([7, 9]), numberOf([7, 9]));
  assert.equal(new Set([[7, 9], [9, 7], [7, 8], [6, 9]].map(numberOf)).size, 4);
});

test("what is frozen stays as it was taken over, and what is fine-tuned does not", async () => {
  const { networks } = planOf(5, 1);
  const images = Uint8Array.from({ length: 25 * PIXELS }, (_, at) => (at * 31) % 256);
  const kernels = Float32Array.from({ length: 5 * 5 * 8 }, (_, at) => Math.sin(at));
  for (const [way, { config }] of networks.entries()) {
    const trainer = await Trainer.create({ ...config, backend: "cpu" });
    trainer.addTrainingData(images, Uint8Array.from({ length: 25 }, (_, row) => row % 5));
    trainer.setParameters(0, kernels, new Float32Array(8));
    await trainer.train(3);
    const after = Float32Array.from(await trainer.weights(0));
    trainer.free();
    if (ways[way] === "transferred") assert.deepEqual(after, kernels);
    else assert.notDeepEqual(after, kernels);
  }
});

/**
 * A run of the three ways, tried once.
 * @param {number[]} accuracies
 * @param {boolean} [isOver]
 * @returns {SeedRun}
 */
const run = (accuracies, isOver = true) => ({
  key: "",
  seed: 1,
  number: 1,
  isOver,
  scores: accuracies.map((accuracy, network) => [{ network, step: 1, outcomes: { test: { accuracy, images: 100 } } }]),
});

test("a lead is the mean of what the runs differ by, each with the same examples in both ways; one that is not over does not count", () => {
  assert.equal(leadOf([run([0.5, 0.75, 0.5], false)], 1, 0), null);
  const lead = leadOf([run([0.5, 0.75, 0.5]), run([0.75, 0.625, 0.5]), run([0, 1, 0], false)], 1, 0);
  assert.deepEqual(lead, { ahead: { mean: 0.0625, low: -0.125, high: 0.25 }, wins: 1, losses: 1, runs: 2 });
});

test("a lead is called by its size, and what becomes of it by how it changes", () => {
  assert.deepEqual([-0.2, -0.005, 0, 0.009, 0.05, 0.2].map((lead) => sizeOf(lead)), ["behind", "hardly", "hardly", "hardly", "ahead", "far"]);
  assert.deepEqual([0.02, 0.055, 0.08, -0.02].map((after) => changeOf(0.05, after)), ["shrinks", "stays", "grows", "turns"]);
});

test("a lead is told as a figure with its sign, and what is nothing in figures has none", () => {
  const format = { fixed: (/** @type {number} */ value, /** @type {number} */ digits) => value.toFixed(digits) };
  assert.deepEqual([0.052, -0.003, 0.0004, -0.0004, null].map((lead) => inPoints(lead, format)), ["+5.2", "−0.3", "0.0", "0.0", "…"]);
});
