/**
 * Images as a table, as competitions hand digits out: in each line the label and the 784 pixels, row by row, from 0 for the
 * background to 255. A first line may name the columns.
 */

import { CLASSES, PIXELS } from "../../../../worker/manifest.js";

/** @import { Labelled } from "../protocol" */

/** Number 1 is the file's first line. @typedef {{ problem: "foreign" | "line" | "empty", line: number }} CsvProblem */

/** @param {string} text @returns {Labelled | CsvProblem} */
export function readImageTable(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const first = /^"?label"?[,;]/i.test(lines[0] ?? "") ? 1 : 0;
  const used = lines.flatMap((line, index) => (index >= first && line.trim() !== "" ? [{ line, number: index + 1 }] : []));
  if (used.length === 0) return { problem: "empty", line: 1 };
  const pixels = new Uint8Array(used.length * PIXELS);
  const labels = new Uint8Array(used.length);
  for (const [row, { line, number }] of used.entries()) {
    const cells = line.split(/[,;]/);
    // A file that is no such table is not a table with a mistake in it.
    if (cells.length !== PIXELS + 1) return { problem: row === 0 ? "foreign" : "line", line: number };
    const [label = NaN, ...values] = cells.map(wholeNumber);
    if (!(label < CLASSES) || !values.every((value) => value <= 255)) return { problem: "line", line: number };
    labels[row] = label;
    pixels.set(values, row * PIXELS);
  }
  return { pixels, labels };
}

/** @param {string} cell @returns {number} NaN where it is none */
function wholeNumber(cell) {
  return /^\s*"?\d{1,3}"?\s*$/.test(cell) ? Number(cell.replaceAll(/["\s]/g, "")) : NaN;
}
