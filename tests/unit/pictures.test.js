/* Pictures of one's own: what is read of the files that they come in, and what is refused. */
import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { drawnByLot, heldOutByLot } from "../../www/boards/digits/pictures/by-lot.js";
import { readImageTable } from "../../www/boards/digits/handwriting/worker/csv.js";
import { readIdx, readIdxPair } from "../../www/boards/digits/pictures/idx.js";
import { kindsIn } from "../../www/boards/digits/pictures/kinds.js";
import { shrunk } from "../../www/boards/digits/handwriting/worker/shrunk.js";
import { unpacked } from "../../www/boards/digits/pictures/unpacked.js";
import { randomFrom } from "../../www/random.js";
import { firstImages } from "./support/class.js";

const PIXELS = 28 * 28;
const images = firstImages("test");
const rows = 20;
const pixels = images.pixels.subarray(0, rows * PIXELS);
const labels = images.labels.subarray(0, rows);

/** @param {number[]} shape @param {Uint8Array} values */
function idx(shape, values) {
  const head = Buffer.alloc(4 + 4 * shape.length);
  head[2] = 8;
  head[3] = shape.length;
  for (const [index, size] of shape.entries()) head.writeUInt32BE(size, 4 + 4 * index);
  return Uint8Array.from(Buffer.concat([head, values]));
}

const imageFile = idx([rows, 28, 28], pixels);
const labelFile = idx([rows], labels);

/** @param {unknown} read */
const problemOf = (read) => (typeof read === "object" && read ? Reflect.get(read, "problem") : undefined);

test("images and labels in MNIST's format are read as they are, in either order", () => {
  assert.deepEqual(readIdxPair(imageFile, labelFile), { pixels, labels });
  assert.deepEqual(readIdxPair(labelFile, imageFile), { pixels, labels });
});

test("of files in MNIST's format, what does not fit is refused with the reason", () => {
  assert.equal(problemOf(readIdxPair(imageFile, imageFile)), "unpaired");
  assert.equal(problemOf(readIdxPair(imageFile, idx([rows - 1], labels.subarray(1)))), "unpaired");
  assert.equal(problemOf(readIdxPair(idx([0, 28, 28], new Uint8Array()), idx([0], new Uint8Array()))), "unpaired");
  assert.equal(problemOf(readIdxPair(idx([rows, 14, 56], pixels), labelFile)), "size");
  assert.equal(problemOf(readIdxPair(imageFile, idx([rows], new Uint8Array(rows).fill(10)))), "labels");
  assert.equal(problemOf(readIdx(new Uint8Array())), "foreign");
  assert.equal(problemOf(readIdx(new TextEncoder().encode("label,pixel0"))), "foreign");
  assert.equal(problemOf(readIdx(Uint8Array.of(0, 0, 8, 3, 0, 0))), "damaged");
  assert.equal(problemOf(readIdx(idx([0xffffffff, 0xffffffff, 4], pixels))), "damaged");
});

test("a file that was cut, or of which a byte of the head is another, is refused", () => {
  const random = randomFrom(7);
  for (let round = 0; round < 1000; round += 1) {
    const cut = imageFile.slice(0, Math.floor(imageFile.length * random()));
    assert.ok(problemOf(readIdx(cut)), `cut to ${cut.length}`);
    const place = Math.floor(16 * random());
    const changed = imageFile.slice();
    changed[place] = ((changed[place] ?? 0) + 1 + Math.floor(255 * random())) % 256;
    assert.ok(problemOf(readIdxPair(changed, labelFile)), `byte ${place}`);
  }
});

test("a file that was packed by gzip is unpacked, and no further than is wanted", async () => {
  const packed = Uint8Array.from(gzipSync(imageFile));
  assert.deepEqual(await unpacked(packed, 1e6), imageFile);
  assert.deepEqual(await unpacked(imageFile, 1e6), imageFile);
  assert.deepEqual(await unpacked(imageFile, 1000), { problem: "long" });
  assert.deepEqual(await unpacked(Uint8Array.from(gzipSync(new Uint8Array(50_000_000))), 1e6), { problem: "long" });
  assert.deepEqual(await unpacked(packed.slice(0, -20), 1e6), { problem: "damaged" });
  assert.deepEqual(await unpacked(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), 1e6), { problem: "damaged" });
});

const line = (/** @type {number} */ row) => [labels[row], ...pixels.subarray(row * PIXELS, (row + 1) * PIXELS)].join(",");
const table = Array.from({ length: rows }, (_, row) => line(row));
const head = ["label", ...Array.from({ length: PIXELS }, (_, pixel) => `pixel${pixel}`)].join(",");

test("a table with the label and 784 pixels in each line is read, with and without a line of names", () => {
  const all = { pixels: Uint8Array.from(pixels), labels: Uint8Array.from(labels) };
  assert.deepEqual(readImageTable(table.join("\n")), all);
  assert.deepEqual(readImageTable(`\ufeff${[head, ...table].join("\r\n")}\r\n`), all);
  assert.deepEqual(readImageTable([head, ...table].join("\n").replaceAll(",", ";")), all);
});

test("of a table the first line that is none is named, and a text that is no such table is foreign", () => {
  assert.deepEqual(readImageTable("x,y,class\n1,2,0"), { problem: "foreign", line: 1 });
  assert.deepEqual(readImageTable(""), { problem: "empty", line: 1 });
  assert.deepEqual(readImageTable(head), { problem: "empty", line: 1 });
  for (const bad of [line(1).replace(/^\d/, "10"), line(1).replace(/\d+$/, "256"), line(1).replace(/\d+$/, "-1"), line(1).replace(/\d+$/, ""), `${line(1)},0`]) {
    assert.deepEqual(readImageTable([head, table[0], bad].join("\n")), { problem: "line", line: 3 }, bad.slice(0, 9));
  }
});

test("folders are kinds: digits by their name, others in the order of their names, and no more than there are outputs", () => {
  assert.deepEqual(kindsIn(["own/7/a.png", "own/3/b.png", "own/7/c.png"]), { kinds: [{ name: "3", label: 3 }, { name: "7", label: 7 }], labels: [7, 3, 7] });
  assert.deepEqual(kindsIn(["own/shoe/1.png", "own/coat/1.png"]), { kinds: [{ name: "coat", label: 0 }, { name: "shoe", label: 1 }], labels: [1, 0] });
  assert.deepEqual(kindsIn(["a.png"]), { problem: "folders" });
  assert.deepEqual(kindsIn(Array.from({ length: 11 }, (_, index) => `own/kind${index}/a.png`)), { problem: "kinds" });
});

/** @param {number} width @param {number} height @param {(x: number, y: number) => number} light */
function picture(width, height, light) {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let place = 0; place < width * height; place += 1) rgba.set([...Array(3).fill(light(place % width, Math.floor(place / width))), 255], 4 * place);
  return rgba;
}

test("a picture of 28 x 28 pixels, light on dark, stays as it is, and dark on light is turned round", () => {
  const own = pixels.subarray(0, PIXELS);
  const light = (/** @type {number} */ x, /** @type {number} */ y) => own[28 * y + x] ?? 0;
  assert.deepEqual(shrunk(picture(28, 28, light), 28, 28), own);
  assert.deepEqual(shrunk(picture(28, 28, (x, y) => 255 - light(x, y)), 28, 28), own);
});

test("a larger picture is shrunk as a whole, keeps its proportions, and what can be seen through is paper", () => {
  const tenfold = shrunk(picture(280, 280, (x, y) => pixels[28 * Math.floor(y / 10) + Math.floor(x / 10)] ?? 0), 280, 280);
  assert.deepEqual(tenfold, pixels.subarray(0, PIXELS));
  // Half of a wide picture is dark: of 28 rows the middle 14 show it.
  const wide = shrunk(picture(56, 28, (x) => (x >= 14 && x < 42 ? 0 : 255)), 56, 28);
  assert.deepEqual([wide[28 * 14 + 14], wide[28 * 14 + 2], wide[28 * 2 + 14]], [255, 0, 0]);
  assert.deepEqual(shrunk(new Uint8ClampedArray(4 * 40 * 40), 40, 40), new Uint8Array(PIXELS));
});

test("of a set that is too large so many pictures are drawn by lot, each once and with its label, whatever the set is sorted by", () => {
  const many = 5000;
  const sorted = { pixels: new Uint8Array(many * PIXELS), labels: Uint8Array.from({ length: many }, (_, row) => Math.floor((10 * row) / many)) };
  for (let row = 0; row < many; row += 1) sorted.pixels.set([row % 256, row >> 8, Math.floor((10 * row) / many)], row * PIXELS);
  const drawn = drawnByLot(sorted, 1000, 7);
  const firsts = Array.from(drawn.labels, (_, row) => drawn.pixels.subarray(row * PIXELS, row * PIXELS + 3));
  assert.equal(new Set(firsts.map(([low = 0, high = 0]) => low + 256 * high)).size, 1000);
  assert.deepEqual(firsts.map(([, , label]) => label), [...drawn.labels]);
  for (let label = 0; label < 10; label += 1) {
    const count = drawn.labels.filter((one) => one === label).length;
    assert.ok(count > 60 && count < 140, `${label}: ${count}`);
  }
  assert.deepEqual(drawnByLot(sorted, 1000, 7), drawn);
  assert.notDeepEqual(drawnByLot(sorted, 1000, 8), drawn);
  assert.deepEqual(drawnByLot(sorted, many, 7), sorted);
});

test("a fifth of a set is held out, as mixed as the set, and every picture is in one of the two", () => {
  const many = 200;
  const sorted = { pixels: new Uint8Array(many * PIXELS), labels: Uint8Array.from({ length: many }, (_, row) => Math.floor((10 * row) / many)) };
  for (let row = 0; row < many; row += 1) sorted.pixels[row * PIXELS] = row;
  const { training, test: held } = heldOutByLot(sorted, 3);
  const rowsOf = (/** @type {{ pixels: Uint8Array, labels: Uint8Array }} */ set) => Array.from(set.labels, (_, row) => set.pixels[row * PIXELS] ?? -1);
  assert.deepEqual([training.labels.length, held.labels.length], [160, 40]);
  assert.deepEqual([...rowsOf(training), ...rowsOf(held)].sort((a, b) => a - b), [...Array(many).keys()]);
  for (const set of [training, held]) assert.deepEqual([...set.labels], rowsOf(set).map((row) => Math.floor(row / 20)));
  assert.ok(new Set(held.labels).size > 6);
});
