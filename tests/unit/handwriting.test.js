/* Handwriting on its way from a phone to the teacher's page: small, whole or refused, and read from a QR code's picture. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import jsQR from "jsqr";
import encodeQR from "qr";
import { readSheet, sheetLimits, writeSheet } from "../../www/boards/digits/handwriting/codec.js";
import { crc32 } from "../../www/boards/digits/handwriting/crc32.js";
import { linkTo, readSheets } from "../../www/boards/digits/handwriting/links.js";
import { randomFrom } from "../../www/random.js";
import { sheetOf } from "./support/class.js";
import { startEngine } from "./support/engine.js";

const PAGE = "https://school.example/chalknet/?lang=ko";

/** A code as a camera sees it: gray, with white around it. @param {string} text */
function photographed(text) {
  const rows = encodeQR(text, "raw", { ecc: "low", border: 4 });
  const scale = 4;
  const side = rows.length * scale;
  const picture = new Uint8ClampedArray(4 * side * side);
  for (let place = 0; place < side * side; place += 1) {
    const isDark = rows[Math.floor(place / side / scale)]?.[Math.floor((place % side) / scale)];
    picture.set([isDark ? 40 : 220, isDark ? 40 : 220, isDark ? 40 : 220, 255], 4 * place);
  }
  return jsQR(picture, side, side)?.data ?? "";
}

/** @type {typeof import("../../www/worker/picture.js").pictureOf} */
let pictureOf;

before(async () => {
  await startEngine();
  ({ pictureOf } = await import("../../www/worker/picture.js"));
});

test("the checksum is CRC-32: of the digits 1 to 9 it is the one that its standard tells", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("a class of thirty comes whole through QR codes: each of its digits looks to a network as it was written", () => {
  for (let pupil = 0; pupil < 30; pupil += 1) {
    const sheet = sheetOf(pupil);
    const link = linkTo(PAGE, sheet);
    assert.ok(link.length < 900, `${link.length} signs`);
    const { sheets: [read], problems } = readSheets(photographed(link));
    assert.deepEqual(problems, []);
    assert.equal(read?.name, sheet.name);
    assert.deepEqual(read?.drawings.map(({ digit }) => digit), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const [digit, { strokes }] of sheet.drawings.entries()) {
      const [before, after] = [pictureOf(strokes, 0.075), pictureOf(read?.drawings[digit]?.strokes ?? [], 0.075)];
      const difference = before.reduce((sum, value, place) => sum + Math.abs(value - (after[place] ?? 0)), 0) / before.reduce((sum, value) => sum + value, 0);
      assert.ok(difference < 0.2, `pupil ${pupil}, ${digit}: ${difference} of the ink is elsewhere`);
    }
  }
});

test("what was read and is written again is the same text: nothing wears away", () => {
  const text = writeSheet(sheetOf(3));
  const read = readSheet(text);
  assert.ok(!("problem" in read));
  assert.equal(writeSheet(read), text);
});

test("a name is optional, cut where it is too long, and without signs that cannot be seen", () => {
  const nameOf = (/** @type {string} */ name) => Reflect.get(readSheet(writeSheet({ ...sheetOf(0), name })), "name");
  assert.equal(nameOf(""), "");
  assert.equal(nameOf(" 김\u202e\n하늘 "), "김 하늘");
  assert.equal([...nameOf("👩".repeat(50))].length, sheetLimits.name);
  assert.equal(nameOf("\u0378"), "\u0378", "a letter that only a newer browser knows");
});

test("the most that anybody scribbles still fits into one code, and is read again", () => {
  const random = randomFrom(5);
  const scribble = Array.from({ length: 40 }, () => Array.from({ length: 400 }, random));
  const sheet = { name: "x".repeat(40), drawings: Array.from({ length: 40 }, (_, index) => ({ digit: index % 10, strokes: scribble })) };
  const link = linkTo(PAGE, sheet);
  assert.ok(link.length < 2953, `${link.length}`);
  const { sheets } = readSheets(link);
  assert.equal(sheets[0]?.drawings.length, sheetLimits.drawings);
  const dots = linkTo(PAGE, { name: "", drawings: [{ digit: 1, strokes: [[0.5, 0.5]] }] });
  assert.deepEqual(readSheets(dots).sheets[0]?.drawings, [{ digit: 1, strokes: [[0, 0]] }]);
});

test("what is damaged, foreign, too long or newer is refused with the reason", () => {
  const problemOf = (/** @type {string} */ text) => Reflect.get(readSheet(text), "problem");
  for (const foreign of ["", "abc", "hello world", "AAAA", "é"]) assert.equal(problemOf(foreign), "foreign", foreign);
  assert.equal(problemOf("A".repeat(4000)), "long");
  const text = writeSheet(sheetOf(1));
  for (let cut = 1; cut < 5; cut += 1) assert.equal(problemOf(text.slice(0, -cut)), "damaged");
  assert.equal(problemOf(sealed([2, 0, 1, 0, 1, 1, 0, 0])), "newer");
  const wrong = [[1], [1, 0, 0], [1, 0, 1, 10, 1, 1, 0, 0], [1, 0, 1, 0, 0], [1, 0, 1, 0, 1, 0], [1, 0, 1, 0, 1, 2, 0, 0], [1, 0, 1, 0, 1, 1, 0, 0, 7], [1, 0, 31], [1, 1, 32, 1, 0, 1, 1, 0, 0], [1, 200, 65]];
  for (const content of wrong) assert.equal(problemOf(sealed(content)), "damaged", content.join());
});

/** Bytes with a right checksum, whatever they hold. @param {number[]} content */
function sealed(content) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(Uint8Array.from(content)));
  return Buffer.from([...content, ...sum]).toString("base64url");
}

test("ten thousand damaged texts are refused, and none is taken for another's handwriting", () => {
  const random = randomFrom(1);
  const below = (/** @type {number} */ count) => Math.floor(count * random());
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const text = writeSheet(sheetOf(2));
  for (let round = 0; round < 10_000; round += 1) {
    const place = below(text.length);
    const sign = signs[below(64)] ?? "";
    const changed = [
      () => text.slice(0, place) + sign + text.slice(place + 1),
      () => text.slice(0, place) + text.slice(place + 1 + below(8)),
      () => text.slice(0, place) + sign + text.slice(place),
      () => text.slice(place) + text.slice(0, place),
    ][round % 4]?.();
    if (changed === text) continue;
    assert.ok("problem" in readSheet(changed ?? ""), `${round}`);
  }
});

test("of what was pasted all links are read, each once, whatever stands between them; what is none is said", () => {
  const [one, two] = [linkTo(PAGE, sheetOf(0)), linkTo(PAGE, sheetOf(1))];
  const { sheets, problems } = readSheets(`Min: ${one}\nand <a href="${two}">mine</a> ${one.slice(0, -9)}\n${one}`);
  assert.deepEqual(sheets.map(({ name }) => name), ["학생 1", "학생 2"]);
  assert.deepEqual(problems, ["damaged"]);
  assert.deepEqual(readSheets("good morning"), { sheets: [], problems: ["foreign"] });
  assert.deepEqual(readSheets("x".repeat(2_000_001)), { sheets: [], problems: ["long"] });
});
