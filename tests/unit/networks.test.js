/* Two networks on digits that were moved. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fallOf } from "../../www/boards/next/networks/outcome.js";
import { CONVOLUTIONAL, DENSE, PARAMETERS, STEPS, networksOf, planOf, testSteps } from "../../www/boards/next/networks/plan.js";
import { accuraciesAt, scoresOf, sessionWith } from "./support/abreast.js";
import { firstImages } from "./support/class.js";
import { startEngine } from "./support/engine.js";

before(startEngine);

const SIDE = 28;
const fresh = /** @type {import("../../www/protocol").NetworkConfig} */ (networksOf(1)[CONVOLUTIONAL]);

/** A session, and what answers in it. */
async function answering() {
  const { handlers } = await import("../../www/boards/next/networks/worker/index.js");
  const session = sessionWith(firstImages("train"), firstImages("test"));
  return { session, answer: handlers(session) };
}

test("the parameters that are told are those of the networks, and one has about as many as the other", async () => {
  const { Trainer } = await import("../../www/worker/engine.js");
  const counts = await Promise.all(networksOf(1).map(async (options) => (await Trainer.create(options)).parameterCount));
  assert.deepEqual(PARAMETERS, counts);
  const [dense = 0, convolutional = 0] = counts;
  assert.ok(Math.abs(dense / convolutional - 1) < 0.06, "and the dense one no fewer");
  assert.ok(dense >= convolutional);
});

test("both are tried at the same steps on images as they are and moved, and stay to be looked into", async () => {
  const { session, answer } = await answering();
  const plan = { ...planOf(1), trainingImages: 640, testImages: 100, testSteps: [0, 4] };
  const pixels = firstImages("test").pixels.slice(0, SIDE * SIDE);
  const look = (/** @type {number | null} */ number) => answer.networksMaps({ type: "networksMaps", number, network: CONVOLUTIONAL, fresh, pixels });
  const before = await look(null);
  assert.equal(before.step, 0);
  assert.deepEqual(await answer.networksTrain({ type: "networksTrain", number: 3, plan, tests: 2 }), { isOver: true });
  const scores = scoresOf(session.emitted, 3);
  assert.deepEqual(scores.map(({ network, step }) => [network, step]), [[0, 0], [1, 0], [0, 4], [1, 4]]);
  for (const { outcomes } of scores) assert.deepEqual(Object.entries(outcomes).map(([name, { images }]) => [name, images]), [["test", 100], ["shifted", 100]]);
  const learnt = await look(3);
  assert.equal(learnt.step, 4);
  assert.notDeepEqual(learnt.kernels, before.kernels);
  for (const number of [null, 2]) assert.deepEqual(await look(number), before, "where the run is forgotten, they are as they began");
});

test("a map is what its kernel makes of the picture", async () => {
  const { answer } = await answering();
  const pixels = firstImages("test").pixels.slice(0, SIDE * SIDE);
  const { kernels, maps } = await answer.networksMaps({ type: "networksMaps", number: null, network: CONVOLUTIONAL, fresh, pixels });
  const ink = (/** @type {number} */ row, /** @type {number} */ column) => (row < 0 || column < 0 || row >= SIDE || column >= SIDE ? 0 : (pixels[row * SIDE + column] ?? 0) / 255);
  for (const [filter, row, column] of [[0, 0, 0], [3, 10, 14], [7, 27, 27], [5, 9, 12]]) {
    let sum = 0;
    for (let cell = 0; cell < 9; cell += 1) sum += (kernels[(filter ?? 0) * 9 + cell] ?? 0) * ink((row ?? 0) + Math.floor(cell / 3) - 1, (column ?? 0) + (cell % 3) - 1);
    assert.ok(Math.abs((maps[(filter ?? 0) * SIDE * SIDE + (row ?? 0) * SIDE + (column ?? 0)] ?? NaN) - Math.max(0, sum)) < 1e-4, `${filter} ${row} ${column}`);
  }
});

test("a moved image is the same one elsewhere, by four pixels at most", async () => {
  const { shifted } = await import("../../www/boards/next/networks/worker/course.js");
  const image = new Uint8Array(SIDE * SIDE);
  image[14 * SIDE + 14] = 200;
  const images = new Uint8Array(200 * SIDE * SIDE);
  for (let row = 0; row < 200; row += 1) images.set(image, row * SIDE * SIDE);
  const [moved] = shifted([{ images, labels: new Uint8Array(200) }], 4, 1);
  const places = Array.from({ length: 200 }, (_, row) => moved?.images.subarray(row * SIDE * SIDE, (row + 1) * SIDE * SIDE).indexOf(200) ?? NaN);
  const by = places.map((place) => [Math.floor(place / SIDE) - 14, (place % SIDE) - 14]);
  for (const axis of [0, 1]) assert.deepEqual([...new Set(by.map((moves) => moves[axis]))].sort((a = 0, b = 0) => a - b), [-4, -3, -2, -1, 0, 1, 2, 3, 4]);
});

test("which network falls further is told, where the difference is plain", () => {
  const came = (/** @type {number} */ dense, /** @type {number} */ convolutional) => {
    const accuracies = [];
    accuracies[DENSE] = { test: 0.9, shifted: 0.9 - dense };
    accuracies[CONVOLUTIONAL] = { test: 0.9, shifted: 0.9 - convolutional };
    return fallOf([accuraciesAt(STEPS, accuracies)]);
  };
  assert.equal(came(0.5, 0.3), "dense");
  assert.equal(came(0.3, 0.5), "convolutional");
  assert.equal(came(0.5, 0.45), "alike");
  assert.equal(came(0.05, 0.01), "hold");
  assert.equal(testSteps.at(-1), STEPS);
});
