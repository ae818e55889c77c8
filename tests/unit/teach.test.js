/* What is taught by few drawings of many hands, and the file that they are kept in. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { bounded, fileLimits, readCollection, writeCollection } from "../../www/shell/drawings-file.js";
import { outcomesOf, outcomesSince } from "../../www/boards/teach/guesses.js";
import { startEngine } from "./support/engine.js";

const PIXELS = 28 * 28;
const data = join(import.meta.dirname, "../../www/public/data");
/** @type {{ test: { file: string, rows: number }[] }} */
const manifest = JSON.parse(readFileSync(join(data, "manifest.json"), "utf8"));
const shard = manifest.test[0] ?? { file: "", rows: 0 };
const bytes = gunzipSync(readFileSync(join(data, shard.file)));
const labels = bytes.subarray(-shard.rows);

/** Images of a digit, each by another hand. @param {number} digit */
const imagesOf = (digit) => [...labels.keys()].filter((row) => labels[row] === digit).map((row) => bytes.subarray(row * PIXELS, (row + 1) * PIXELS));

/** @type {typeof import("../../www/boards/teach/worker/learner.js").learn} */
let learn;

before(async () => {
  await startEngine();
  ({ learn } = await import("../../www/boards/teach/worker/learner.js"));
});

/**
 * What a network that was taught with so many of each says of a hundred others of each.
 * @param {[number, number]} pair
 * @param {number} count
 * @param {number} seed that also chooses which ones
 */
async function taught(pair, count, seed) {
  const images = pair.map((digit) => imagesOf(digit).slice(20 * seed, 20 * seed + 120));
  const examples = images.flatMap((some, kind) => some.slice(0, count).map((pixels) => ({ pixels: Uint8Array.from(pixels), kind })));
  const trainer = await learn(examples, 2, seed);
  const others = images.flatMap((some, kind) => some.slice(20).map((pixels) => ({ pixels, kind })));
  const answers = await trainer.predict(Uint8Array.from(Buffer.concat(others.map(({ pixels }) => pixels))));
  trainer.free();
  const right = others.filter(({ kind }, row) => (answers[2 * row + kind] ?? 0) > 0.5).length;
  const sure = others.reduce((sum, _, row) => sum + Math.max(answers[2 * row] ?? 0, answers[2 * row + 1] ?? 0), 0) / others.length;
  return { right: right / others.length, sure, answers };
}

test("after ten drawings of each of two kinds by as many hands, nine of ten others are told apart", async () => {
  for (const seed of [1, 2, 3]) {
    const { right } = await taught([4, 7], 10, seed);
    assert.ok(right >= 0.9, `seed ${seed}: ${right}`);
  }
});

test("it is less sure after one drawing of each than after ten, and not as good as certain after two", async () => {
  const [one, two, ten] = await Promise.all([1, 2, 10].map((count) => taught([4, 7], count, 1)));
  assert.ok(one && two && ten && one.sure < 0.75 && one.sure < ten.sure, `${one?.sure} ${ten?.sure}`);
  assert.ok(Math.max(...two.answers) < 0.99, `${Math.max(...two.answers)}`);
});

test("the same drawings and the same seed give the same answers", async () => {
  const [one, other] = [await taught([4, 7], 2, 1), await taught([4, 7], 2, 1)];
  assert.deepEqual(one.answers, other.answers);
});

const collection = { kinds: ["고양이", ""], drawings: [{ strokes: [[0.1, 0.2, 0.3, 0.4], [0.5, 0.5]], kind: 1, guess: null }, { strokes: [[0, 1]], kind: 0, guess: 1 }] };

test("drawings come back from their file as they were", () => {
  assert.deepEqual(readCollection(writeCollection(collection)), collection);
});

test("a file that is foreign, of another version, or damaged is refused with the reason", () => {
  const file = JSON.parse(writeCollection(collection));
  const problemOf = (/** @type {unknown} */ content) => Reflect.get(readCollection(typeof content === "string" ? content : JSON.stringify(content)), "problem");
  for (const foreign of ["", "{", "null", "[]", "7", { format: "other" }]) assert.equal(problemOf(foreign), "foreign");
  assert.equal(problemOf({ ...file, version: 2 }), "newer");
  const [drawing] = file.drawings;
  const badDrawings = [
    null,
    { ...drawing, kind: 2 },
    { ...drawing, kind: "0" },
    { ...drawing, guess: -1 },
    { ...drawing, strokes: [] },
    { ...drawing, strokes: [[0.5]] },
    { ...drawing, strokes: [[0.5, 1.5]] },
    { ...drawing, strokes: [[0.5, null]] },
    { ...drawing, strokes: [Array(fileLimits.numbers + 2).fill(0.5)] },
    { ...drawing, strokes: Array(fileLimits.strokes + 1).fill([0.5, 0.5]) },
  ];
  for (const bad of badDrawings) assert.equal(problemOf({ ...file, drawings: [drawing, bad] }), "damaged", JSON.stringify(bad)?.slice(0, 80));
  assert.equal(problemOf({ ...file, drawings: Array(fileLimits.drawings + 1).fill(drawing) }), "damaged");
  for (const kinds of [["a"], Array(6).fill("a"), ["a", "x".repeat(13)], ["a~b", "c"], ["a", 7], "ab"]) assert.equal(problemOf({ ...file, kinds }), "damaged", JSON.stringify(kinds));
});

test("the largest drawing that is kept can be read again", () => {
  const scribble = Array.from({ length: fileLimits.strokes + 5 }, () => Array.from({ length: 400 }, (_, index) => (index % 97) / 97));
  const strokes = bounded(scribble);
  assert.ok(strokes.length > 0 && strokes.flat().length <= fileLimits.numbers);
  const full = { kinds: ["", ""], drawings: Array(fileLimits.drawings).fill({ strokes, kind: 0, guess: null }) };
  const text = writeCollection(full);
  assert.ok(text.length < fileLimits.bytes);
  assert.deepEqual(readCollection(text), full);
});

test("guesses at a new kind are counted from its first drawing on, and what was only shown was no guess", () => {
  const drawing = (/** @type {number} */ kind, /** @type {number | null} */ guess) => ({ kind, guess });
  const two = Array.from({ length: 12 }, (_, at) => drawing(at % 2, at % 2));
  assert.deepEqual(outcomesOf([...two, drawing(0, null), drawing(1, 0)]), [...two.map(() => true), false]);
  assert.deepEqual(outcomesSince(two, 2), []);
  assert.deepEqual(outcomesSince([...two, drawing(2, null), drawing(2, 1), drawing(0, 0), drawing(2, 2)], 2), [false, true, true]);
});
