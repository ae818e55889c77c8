/* A class of thirty: how a network that has learnt the training images reads it, and what a copy learns from half of it. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { readSheets, linkTo } from "../../www/boards/digits/handwriting/links.js";
import { halves, hits, joined } from "../../www/boards/digits/handwriting/labelled.js";
import { firstImages, sheetOf } from "./support/class.js";
import { startEngine } from "./support/engine.js";

/** @import { RunConfig } from "../../www/protocol" */
/** @import { Labelled } from "../../www/boards/digits/handwriting/protocol" */

/** @type {RunConfig} */
const config = { hidden: [64], activation: "relu", loss: "cross-entropy", optimizer: "momentum", learningRate: 0.07, initializer: "he-uniform", batchSize: 64, trainingImages: 60_000, shuffle: true, seed: 1 };

/** @type {typeof import("../../www/boards/digits/handwriting/worker/copy.js")} */
let copies;
/** @type {import("../../www/worker/engine.js").TrainerHandle} */
let network;
/** @type {Labelled[]} */
let hands;
/** What they write lying on their side a little. @type {Labelled[]} */
let slanted;

const TURN = 0.7;

/** @param {number[]} stroke */
const turned = (stroke) => stroke.map((place, index) => {
  const other = stroke[index + (index % 2 ? -1 : 1)] ?? 0;
  return 0.3 + 0.4 * (place * Math.cos(TURN) + (index % 2 ? other : -other) * Math.sin(TURN));
});

before(async () => {
  await startEngine();
  copies = await import("../../www/boards/digits/handwriting/worker/copy.js");
  const { pictureOf } = await import("../../www/worker/picture.js");
  const { createTrainer } = await import("../../www/worker/trainers.js");
  network = await createTrainer(config, "cpu");
  const { pixels, labels } = firstImages("train");
  network.addTrainingData(pixels, labels);
  await network.train(400);
  const { sheets } = readSheets(Array.from({ length: 30 }, (_, pupil) => linkTo("https://school.example/", sheetOf(pupil))).join("\n"));
  const seen = (/** @type {(stroke: number[]) => number[]} */ change) =>
    sheets.map(({ drawings }) => ({ pixels: Uint8Array.from(drawings.flatMap(({ strokes }) => [...pictureOf(strokes.map(change), 0.075)])), labels: Uint8Array.from(drawings, ({ digit }) => digit) }));
  hands = seen((stroke) => stroke);
  slanted = seen(turned);
});

test("no hand is in both halves, and no digit is lost; one hand alone is halved by its digits", () => {
  const { learn, test } = halves(hands);
  assert.deepEqual([learn.labels.length, test.labels.length], [150, 150]);
  assert.deepEqual(learn.pixels.subarray(0, 7840), hands[0]?.pixels);
  assert.deepEqual(test.pixels.subarray(0, 7840), hands[1]?.pixels);
  const alone = halves(hands.slice(0, 1));
  assert.deepEqual([[...alone.learn.labels], [...alone.test.labels]], [[0, 2, 4, 6, 8], [1, 3, 5, 7, 9]]);
});

test("a set of pictures is nobody's hand: beside a hand it is halved by its pictures", () => {
  const [hand] = hands;
  assert.ok(hand);
  const { learn, test } = halves([{ ...hand, sheet: sheetOf(0) }, { ...joined(hands.slice(1)), sheet: null }]);
  assert.ok(Math.abs(learn.labels.length - test.labels.length) <= 10, `${learn.labels.length} and ${test.labels.length}`);
});

test("a class that writes as the training images were written is read without having been learnt from", async () => {
  const { pixels, labels } = halves(hands).test;
  const read = hits(await network.predict(pixels), labels);
  assert.ok(read > 135, `${read} of 150`);
});

test("a class that writes otherwise is read better by a copy that has learnt from the other half; the network stays as it was", async () => {
  const { learn, test } = halves(slanted);
  const checkpoint = { bytes: new Uint8Array(await network.checkpoint()), step: network.step, seconds: 0 };
  const own = await network.predict(test.pixels);
  const copy = await copies.copyOf({ config, checkpoint });
  const before = await copies.read(copy, test.pixels);
  assert.deepEqual(before, own.slice(), "a copy answers as the network does");
  await copies.learnFrom(copy, learn);
  const after = await copies.read(copy, test.pixels);
  const [read, readThen] = [hits(before, test.labels), hits(after, test.labels)];
  assert.ok(readThen > read + 15, `${read}, then ${readThen} of 150`);
  assert.deepEqual((await network.predict(test.pixels)).slice(), own.slice());
  copy.free();
});
