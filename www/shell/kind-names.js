/**
 * What kinds may be called, and how many there may be.
 */

/** @import { Key } from "../i18n" */

export const kindLimits = { fewest: 2, most: 5, longestName: 12 };

/** Stands between names in the address, and in none of them. */
export const BETWEEN = "~";

/** A name that can stand in the address. @param {string} text */
export function asName(text) {
  return [...text.replaceAll(BETWEEN, "")].slice(0, kindLimits.longestName).join("");
}

/** Whether it is a list of names of kinds. @param {string[]} names */
export function areNames(names) {
  return names.length >= kindLimits.fewest && names.length <= kindLimits.most && names.every((name) => name === asName(name));
}

/** The names that kinds have before a visitor names them, in the page's language. */
const firstNames = /** @type {const} */ (["kinds.1", "kinds.2", "kinds.3", "kinds.4", "kinds.5"]);

/** What the kinds are called. @param {string[]} names an empty one is the first name that such a kind has @param {(key: Key) => string} t */
export function kindNames(names, t) {
  return names.map((name, kind) => name.trim() || t(firstNames[kind] ?? firstNames[0]));
}
