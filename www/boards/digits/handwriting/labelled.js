/**
 * Pictures that are known to be of a kind, and how a network does on them.
 */

import { CLASSES, INPUTS } from "../sizes.js";

/** @import { Labelled } from "./protocol" */

/** predicted, confidence: [rows]. @typedef {{ predicted: Uint8Array, confidence: Float32Array }} Reading */

/** Pictures of several in one. @param {Labelled[]} parts @returns {Labelled} */
export function joined(parts) {
  const rows = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const all = { pixels: new Uint8Array(rows * INPUTS), labels: new Uint8Array(rows) };
  let row = 0;
  for (const { pixels, labels } of parts) {
    all.pixels.set(pixels, row * INPUTS);
    all.labels.set(labels, row);
    row += labels.length;
  }
  return all;
}

/**
 * Every other person's for each half, so that it is tested on hands that it has not seen; where there is only one, every
 * other digit, and of a set of pictures every other one.
 * @param {(Labelled & { sheet?: unknown })[]} hands
 */
export function halves(hands) {
  // A set of pictures is nobody's hand.
  const parts = hands.flatMap((hand) => (hands.length > 1 && hand.sheet !== null ? [hand] : rowsOf(hand)));
  return { learn: joined(parts.filter((_, index) => index % 2 === 0)), test: joined(parts.filter((_, index) => index % 2 === 1)) };
}

/** @param {Labelled} hand @returns {Labelled[]} */
function rowsOf({ pixels, labels }) {
  return Array.from(labels, (label, row) => ({ pixels: pixels.subarray(row * INPUTS, (row + 1) * INPUTS), labels: Uint8Array.of(label) }));
}

/** @param {Float32Array} answers [rows, 10] @returns {Reading} */
export function readingOf(answers) {
  const rows = Array.from({ length: answers.length / CLASSES }, (_, row) => answers.subarray(row * CLASSES, (row + 1) * CLASSES));
  const confidence = Float32Array.from(rows, (row) => Math.max(...row));
  return { confidence, predicted: Uint8Array.from(rows, (row, index) => Math.max(0, row.indexOf(confidence[index] ?? 0))) };
}

/** @param {Float32Array} answers [rows, 10] @param {Uint8Array} labels [rows] */
export function hits(answers, labels) {
  return readingOf(answers).predicted.filter((digit, row) => digit === labels[row]).length;
}
