/**
 * Numbers as a file that every program for tables opens.
 */

/** @import { Frame, Told } from "./types" */

/**
 * @param {(string | number | null)[][]} rows what is null, or no number any more, stays empty: tables have no word for it
 * @returns {string} comma-separated (RFC 4180), behind a mark without which Excel would not know that Korean is UTF-8
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** @param {string | number | null} value */
function cell(value) {
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The curves side by side, as they are drawn and not rounded: a row for every place at which any of them has a point.
 * @param {Frame} frame
 * @param {Told} told
 */
export function curvesCsv({ curves }, { x, curves: names }) {
  const present = curves.flatMap((curve, index) => (curve.x.length > 0 ? [{ name: names[index] ?? "", values: new Map(curve.x.map((at, place) => [at, curve.y[place] ?? null])) }] : []));
  const places = [...new Set(present.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b);
  return csv([[x, ...present.map(({ name }) => name)], ...places.map((at) => [at, ...present.map(({ values }) => values.get(at) ?? null)])]);
}
