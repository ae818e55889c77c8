/**
 * What the network answered for the test images, as tables: how often each kind was taken for which, and every answer.
 */

import { csv } from "../../charts/csv.js";

/** @import { ImageBatch } from "../../protocol" */

/** What a label stands for. @typedef {(label: number) => string} NameOf */

/**
 * @param {Uint32Array} confusion [classes actual, classes predicted] counts
 * @param {string} corner what the rows and the columns are
 * @param {NameOf} [nameOf]
 */
export function confusionCsv(confusion, corner, nameOf = String) {
  const classes = Math.sqrt(confusion.length);
  const labels = [...Array(classes).keys()];
  return csv([[corner, ...labels.map(nameOf)], ...labels.map((actual) => [nameOf(actual), ...confusion.subarray(actual * classes, (actual + 1) * classes)])]);
}

/**
 * In the order of the data set.
 * @param {Pick<ImageBatch, "rows" | "labels" | "predicted" | "confidence">} batch
 * @param {string[]} columns the image's place among the test images, what it is, what it was taken for, and how surely
 * @param {NameOf} [nameOf]
 */
export function predictionsCsv({ rows, labels, predicted, confidence }, columns, nameOf = String) {
  const named = (/** @type {number | undefined} */ label) => (label === undefined ? null : nameOf(label));
  const answers = Array.from(rows, (row, place) => [row, named(labels[place]), named(predicted[place]), confidence[place] ?? null]);
  return csv([columns, ...answers.sort(([a], [b]) => Number(a) - Number(b))]);
}
