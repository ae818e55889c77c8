/* Digits on paper are found in photographs, and read almost as well as the same strokes drawn on the page. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import init, { Trainer } from "../../pkg/chalknet/index.js";
import { digitIn } from "../../www/boards/digits/handwriting/worker/found.js";
import { firstImages } from "./support/class.js";
import { HEIGHT, WIDTH, photographOf } from "./support/photograph.js";
import { traced } from "./support/traced.js";

const PIXELS = 28 * 28;
const held = firstImages("test");
/** As they were written, and the strokes of each. */
const rows = [...Array(60).keys()];
const strokes = rows.map((row) => traced(held.pixels.subarray(row * PIXELS, (row + 1) * PIXELS)));
const labels = held.labels.slice(0, rows.length);

/** @type {Trainer} */
let reader;

before(async () => {
  await init({ module_or_path: await readFile(new URL("../../pkg/chalknet/core_bg.wasm", import.meta.url)) });
  reader = await Trainer.create({ input: [PIXELS], layers: [{ type: "dense", units: 128 }, { type: "dense", units: 10 }], batchSize: 64, seed: 1, optimizer: "adam", learningRate: 0.001 });
  const { pixels, labels } = firstImages("train");
  reader.addTrainingData(pixels, labels);
  await reader.train(3 * reader.stepsPerEpoch);
});

/** What part of the pictures is read rightly. @param {(Uint8Array | null)[]} pictures */
async function rightOf(pictures) {
  const inputs = new Uint8Array(pictures.length * PIXELS);
  for (const [row, picture] of pictures.entries()) if (picture) inputs.set(picture, row * PIXELS);
  return (await reader.evaluate(inputs, labels.slice())).hits / pictures.length;
}

/** @param {Omit<Parameters<typeof photographOf>[1], "seed">} how */
const photographs = (how) => strokes.map((one, seed) => digitIn(photographOf(one, { ...how, seed: seed + 1 }), WIDTH, HEIGHT));

for (const { name, how } of [
  { name: "in even light", how: { light: /** @type {[number, number]} */ ([0.9, 0.95]), noise: 4 } },
  { name: "where one side is half as light as the other, with noise", how: {} },
  { name: "in the dark, with much noise", how: { light: /** @type {[number, number]} */ ([0.25, 0.5]), noise: 14 } },
  { name: "by a thin pen, small", how: { pen: 2.5, size: 80 } },
  { name: "by a thick pen, large", how: { pen: 12, size: 180 } },
]) {
  test(`digits on paper are found and read: ${name}`, async () => {
    const clean = await rightOf(rows.map((row) => held.pixels.slice(row * PIXELS, (row + 1) * PIXELS)));
    const pictures = photographs(how);
    const right = await rightOf(pictures);
    console.log(`    ${name}: ${(100 * right).toFixed(1)} % of the photographs, ${(100 * clean).toFixed(1)} % of the images; not found: ${pictures.filter((one) => !one).length}`);
    assert.ok(clean > 0.9);
    assert.ok(right > clean - 0.07, `${right} of ${clean}`);
  });
}

test("what is found fills the box of 20 pixels, and its mass is in the middle", () => {
  for (const picture of photographs({}).slice(0, 30)) {
    assert.ok(picture);
    const seen = [...picture.keys()].filter((place) => (picture[place] ?? 0) > 20);
    const [columns, lines] = [seen.map((place) => place % 28), seen.map((place) => Math.floor(place / 28))];
    const side = Math.max(Math.max(...columns) - Math.min(...columns), Math.max(...lines) - Math.min(...lines)) + 1;
    assert.ok(side >= 19 && side <= 21, `${side}`);
    const sum = picture.reduce((all, value) => all + value, 0);
    const middle = [1, 28].map((step) => [...picture].reduce((all, value, place) => all + value * ((Math.floor(place / step) % 28) + 0.5), 0) / sum);
    // All of a lopsided digit stays in the picture.
    for (const place of middle) assert.ok(Math.abs(place - 14.5) < 1, `${middle}`);
  }
});

test("on empty paper nothing is found, and neither is what the edge cuts off", () => {
  assert.equal(digitIn(photographOf([], { seed: 3 }), WIDTH, HEIGHT), null);
  assert.equal(digitIn(photographOf([], { seed: 4, noise: 20 }), WIDTH, HEIGHT), null);
  const desk = photographOf([], { seed: 5 });
  for (let place = 0; place < WIDTH * HEIGHT; place += 1) if (place % WIDTH < 55) desk.set([40, 30, 25], 4 * place);
  assert.equal(digitIn(desk, WIDTH, HEIGHT), null);
});
