/**
 * What the network answered for the test images, as tables: how often each digit was taken for which, and every answer.
 */

import { csv } from "../../charts/csv.js";

/** @import { ImageBatch } from "../../protocol" */

/**
 * @param {Uint32Array} confusion [classes actual, classes predicted] counts
 * @param {string} corner what the rows and the columns are
 */
export function confusionCsv(confusion, corner) {
  const classes = Math.sqrt(confusion.length);
  const digits = [...Array(classes).keys()];
  return csv([[corner, ...digits], ...digits.map((actual) => [actual, ...confusion.subarray(actual * classes, (actual + 1) * classes)])]);
}

/**
 * In the order of the data set.
 * @param {Pick<ImageBatch, "rows" | "labels" | "predicted" | "confidence">} batch
 * @param {string[]} columns the image's place among the test images, what it is, what it was taken for, and how surely
 */
export function predictionsCsv({ rows, labels, predicted, confidence }, columns) {
  const answers = Array.from(rows, (row, place) => [row, labels[place] ?? null, predicted[place] ?? null, confidence[place] ?? null]);
  return csv([columns, ...answers.sort(([a], [b]) => Number(a) - Number(b))]);
}
