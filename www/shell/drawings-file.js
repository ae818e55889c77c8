/**
 * The drawings as a file: what was taught, to be kept and taken up another day or on another machine.
 */

import { areNames } from "./kind-names.js";

/** @import { Stroke } from "../protocol" */

/** What a visitor has taught: a drawing, its kind, and what it was taken for before that was told; null for no guess.
 *  @typedef {{ strokes: Stroke[], kind: number, guess: number | null }} Drawing */

/** @typedef {{ kinds: string[], drawings: Drawing[] }} Collection */

/** Why a file is refused. @typedef {"foreign" | "newer" | "damaged"} Problem */

const FORMAT = "chalknet-drawings";
const VERSION = 1;

export const fileLimits = { drawings: 100, strokes: 200, numbers: 10_000, bytes: 12_000_000 };

/** As many strokes and points as are kept of a drawing: nobody draws as much on purpose. @param {Stroke[]} strokes @returns {Stroke[]} */
export function bounded(strokes) {
  let room = fileLimits.numbers;
  return strokes.slice(0, fileLimits.strokes).flatMap((stroke) => {
    const kept = stroke.slice(0, room).map((place) => Math.round(place * 1e4) / 1e4);
    room -= kept.length;
    return kept.length > 0 ? [kept] : [];
  });
}

/** @param {Collection} collection */
export function writeCollection({ kinds, drawings }) {
  return JSON.stringify({ format: FORMAT, version: VERSION, kinds, drawings });
}

/**
 * @param {string} text of a file, whoever's it is
 * @returns {Collection | { problem: Problem }}
 */
export function readCollection(text) {
  const file = parsed(text);
  if (!isRecord(file) || file.format !== FORMAT) return { problem: "foreign" };
  if (file.version !== VERSION) return { problem: "newer" };
  const { kinds, drawings } = file;
  if (!isListOf(kinds, isText) || !areNames(kinds)) return { problem: "damaged" };
  const isDrawingOfThese = (/** @type {unknown} */ one) => isDrawing(one, kinds.length);
  if (!Array.isArray(drawings) || drawings.length > fileLimits.drawings || !drawings.every(isDrawingOfThese)) return { problem: "damaged" };
  return { kinds, drawings: drawings.map(({ strokes, kind, guess }) => ({ strokes, kind, guess })) };
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {unknown} one @param {number} kinds */
function isDrawing(one, kinds) {
  if (!isRecord(one)) return false;
  const { strokes, kind, guess } = one;
  const isKind = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < kinds;
  return isKind(kind) && (guess === null || isKind(guess)) && isListOf(strokes, isStroke) && areFew(strokes);
}

/** @param {Stroke[]} strokes */
function areFew(strokes) {
  return strokes.length > 0 && strokes.length <= fileLimits.strokes && strokes.flat().length <= fileLimits.numbers;
}

/** @param {unknown} one @returns {one is Stroke} */
function isStroke(one) {
  return isListOf(one, isPlace) && one.length > 0 && one.length % 2 === 0;
}

/** @param {unknown} one @returns {one is number} */
function isPlace(one) {
  return typeof one === "number" && one >= 0 && one <= 1;
}

/** @param {unknown} one @returns {one is string} */
function isText(one) {
  return typeof one === "string";
}

/** @param {unknown} one @returns {one is Record<string, unknown>} */
function isRecord(one) {
  return typeof one === "object" && one !== null;
}

/**
 * @template T
 * @param {unknown} list
 * @param {(one: unknown) => one is T} isOne
 * @returns {list is T[]}
 */
function isListOf(list, isOne) {
  return Array.isArray(list) && list.every(isOne);
}
