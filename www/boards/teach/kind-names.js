/**
 * What kinds may be called, and how many there may be.
 */

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
