/**
 * What one person has written, as a text short enough for a link and for a QR code: ten digits take some 400 bytes.
 *
 * A drawing is scaled so that its longer side is 255, which the picture that a network is given does not show (`sketch`),
 * and points that lie close to the line between their neighbours are left out. As bytes: the version; the name's length and
 * the name in UTF-8; how many drawings; of each its digit, how many strokes, and of each stroke how many points and their x
 * and y; at last the CRC-32 of all that, the lowest byte first. The text is base64 with the signs of addresses (RFC 4648,
 * section 5).
 */

import { PEN_WIDTH } from "../../../shell/pen.js";
import { crc32 } from "./crc32.js";
import { fewerPoints } from "./fewer-points.js";

/** @import { Stroke } from "../../../protocol" */

/** @typedef {{ digit: number, strokes: Stroke[] }} Written a digit, its strokes in parts of the side of what it was drawn on */
/** What one person has written; who does not want to say a name leaves it empty. @typedef {{ name: string, drawings: Written[] }} Sheet */
/** @typedef {"foreign" | "long" | "damaged" | "newer"} Misread */

const VERSION = 1;
const GRID = 255;
const CHECKSUM_BYTES = 4;

export const sheetLimits = { name: 24, drawings: 30, strokes: 12 };

/** Lines are simplified further where a sheet would have more: the more there is in a QR code, the smaller its squares are for a camera. */
const GOOD_BYTES = 1000;
/** More than the largest sheet with two points a stroke has, and as a link still less than a QR code holds. */
const MOST_BYTES = 2100;
/** In the unit of the grid: a fifth of a pixel of the picture that a network is given. */
const FINE = 3;
const MOST_POINTS = 255;

/** @param {Sheet} sheet of at least one drawing, each with ink @returns {string} of A-Z, a-z, 0-9, - and _ */
export function writeSheet({ name, drawings }) {
  const all = drawings.slice(0, sheetLimits.drawings).map(({ digit, strokes }) => ({ digit, strokes: onGrid(strokes.slice(0, sheetLimits.strokes)) }));
  let tolerance = FINE;
  let simple = simplified(all, tolerance);
  while (tolerance < 2 * GRID && (areLong(simple) || bytesOf(name, simple).length > GOOD_BYTES)) simple = simplified(simple, (tolerance *= 1.5));
  const content = bytesOf(name, simple);
  const bytes = new Uint8Array(content.length + CHECKSUM_BYTES);
  bytes.set(content);
  new DataView(bytes.buffer).setUint32(content.length, crc32(bytes.subarray(0, content.length)), true);
  return toText(bytes);
}

/**
 * @param {string} text whoever's it is
 * @returns {Sheet | { problem: Misread }}
 */
export function readSheet(text) {
  if (text.length > Math.ceil((MOST_BYTES * 4) / 3)) return { problem: "long" };
  if (!/^[\w-]{7,}$/.test(text)) return { problem: "foreign" };
  const bytes = fromText(text);
  if (!bytes) return { problem: "damaged" };
  const end = bytes.length - CHECKSUM_BYTES;
  const content = bytes.subarray(0, end);
  if (crc32(content) !== new DataView(bytes.buffer).getUint32(end, true)) return { problem: "damaged" };
  if (content[0] !== VERSION) return { problem: "newer" };
  return sheetIn(content) ?? { problem: "damaged" };
}

/** A name as it is kept: without what cannot be seen, and not too long. Letters that are not assigned stay: to a newer browser they are. @param {string} name */
export function keptName(name) {
  return [...name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}]+/gu, " ").trim()].slice(0, sheetLimits.name).join("").trim();
}

/**
 * The drawing as large as the grid, in its corner.
 * @param {Stroke[]} strokes
 * @returns {Stroke[]}
 */
function onGrid(strokes) {
  const all = [0, 1].map((axis) => strokes.flatMap((stroke) => stroke.filter((_, index) => index % 2 === axis)));
  const least = all.map((places) => places.reduce((a, b) => Math.min(a, b), Infinity));
  const lengths = all.map((places, axis) => places.reduce((a, b) => Math.max(a, b), -Infinity) - (least[axis] ?? 0));
  // A dot has no length of its own, but its pen's.
  const scale = GRID / Math.max(...lengths, PEN_WIDTH);
  return strokes.map((stroke) => stroke.map((place, index) => Math.round((place - (least[index % 2] ?? 0)) * scale)));
}

/** @param {Written[]} drawings @param {number} tolerance @returns {Written[]} */
function simplified(drawings, tolerance) {
  return drawings.map(({ digit, strokes }) => ({ digit, strokes: strokes.map((stroke) => fewerPoints(stroke, tolerance)) }));
}

/** Whether a stroke has more points than a byte counts. @param {Written[]} drawings */
function areLong(drawings) {
  return drawings.some(({ strokes }) => strokes.some((stroke) => stroke.length > 2 * MOST_POINTS));
}

/**
 * @param {string} name
 * @param {Written[]} drawings on the grid
 * @returns {number[]}
 */
function bytesOf(name, drawings) {
  const letters = new TextEncoder().encode(keptName(name));
  const written = drawings.flatMap(({ digit, strokes }) => [digit, strokes.length, ...strokes.flatMap((stroke) => [stroke.length / 2, ...stroke])]);
  return [VERSION, letters.length, ...letters, drawings.length, ...written];
}

/** @param {Uint8Array} content whose checksum is right @returns {Sheet | null} null where it is nothing that `writeSheet` writes */
function sheetIn(content) {
  let place = 1;
  const next = () => content[place++] ?? NaN;
  const letters = next();
  const name = new TextDecoder().decode(content.subarray(place, (place += letters)));
  const count = next();
  if (name !== keptName(name) || !(count >= 1 && count <= sheetLimits.drawings)) return null;
  /** @type {Written[]} */
  const drawings = [];
  for (let drawing = 0; drawing < count; drawing += 1) {
    const [digit, lines] = [next(), next()];
    if (!(digit <= 9 && lines >= 1 && lines <= sheetLimits.strokes)) return null;
    const strokes = Array.from({ length: lines }, () => Array.from({ length: 2 * next() || 0 }, () => next() / GRID));
    if (!strokes.every((stroke) => stroke.length > 0 && stroke.every(Number.isFinite))) return null;
    drawings.push({ digit, strokes });
  }
  return place === content.length ? { name, drawings } : null;
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text of the signs of addresses @returns {Uint8Array | null} null where `toText` would never write it */
function fromText(text) {
  if (text.length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  // The last sign may have bits that are of no byte: another one there is a change, too.
  return toText(bytes) === text ? bytes : null;
}
