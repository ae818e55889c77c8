/* A class whose pupils write as the test images were written, each with another hand. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { traced } from "./traced.js";

/** @import { Sheet } from "../../../www/boards/digits/handwriting/codec.js" */

const PIXELS = 28 * 28;
const data = join(import.meta.dirname, "../../../www/public/data");
/** @type {Record<"train" | "test", { file: string, rows: number }[]>} */
const manifest = JSON.parse(readFileSync(join(data, "manifest.json"), "utf8"));

/** The first file of the images. pixels: [rows, 28 * 28]; labels: [rows]. @param {"train" | "test"} split */
export function firstImages(split) {
  const { file, rows } = manifest[split][0] ?? { file: "", rows: 0 };
  const bytes = Uint8Array.from(gunzipSync(readFileSync(join(data, file))));
  return { pixels: bytes.subarray(0, rows * PIXELS), labels: bytes.subarray(-rows) };
}

const { pixels, labels } = firstImages("test");

/** Images of a digit, each by another hand. @param {number} digit */
const imagesOf = (digit) => [...labels.keys()].filter((row) => labels[row] === digit).map((row) => pixels.subarray(row * PIXELS, (row + 1) * PIXELS));
const images = Array.from({ length: 10 }, (_, digit) => imagesOf(digit));

/** Each pupil wrote the ten digits. @param {number} pupil @returns {Sheet} */
export function sheetOf(pupil) {
  return { name: `학생 ${pupil + 1}`, drawings: images.map((some, digit) => ({ digit, strokes: traced(some[pupil] ?? new Uint8Array(PIXELS)) })) };
}
