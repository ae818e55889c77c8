/**
 * Links that carry handwriting. One is what a QR code shows, what is sent, and what stands in a file: there is one way to
 * read them all.
 */

import { readSheet, writeSheet } from "./codec.js";

/** @import { Misread, Sheet } from "./codec.js" */

/** More than a whole school sends. */
export const MOST_SIGNS = 2_000_000;

/** @param {string} page address of the page, whatever of it is shown @param {Sheet} sheet */
export function linkTo(page, sheet) {
  const url = new URL(page);
  url.hash = `#/digits?written=${writeSheet(sheet)}`;
  return url.href;
}

/**
 * All that was handed in with a text, which may say other things, too.
 * @param {string} text
 * @returns {{ sheets: Sheet[], problems: Misread[] }} what cannot be read, by its reason; a text without a link is foreign
 */
export function readSheets(text) {
  if (text.length > MOST_SIGNS) return { sheets: [], problems: ["long"] };
  const codes = new Set([...text.matchAll(/\bwritten=([\w-]+)/g)].map(([, code = ""]) => code));
  if (codes.size === 0) return { sheets: [], problems: ["foreign"] };
  const read = [...codes].map(readSheet);
  return {
    sheets: read.flatMap((one) => ("problem" in one ? [] : [one])),
    problems: read.flatMap((one) => ("problem" in one ? [one.problem] : [])),
  };
}
