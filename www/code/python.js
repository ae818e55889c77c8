/* What the code for either library is written with. */

/** Of the data set, which both libraries bring: images to learn from. */
const TRAINING_IMAGES = 60_000;

/** A number as Python reads it: never with an exponent that lacks its digits, and as short as in the page. @param {number} value */
export function number(value) {
  return String(value).replace("e+", "e");
}

/** A tuple. @param {number[]} size */
export function shape(size) {
  return `(${size.join(", ")}${size.length === 1 ? "," : ""})`;
}

/** The first images, where they are not all wanted. @param {string} name @param {number} count */
export function first(name, count) {
  return count < TRAINING_IMAGES ? `${name}[:${count}]` : name;
}

/** Imports in the order that Python's programmers have agreed on. @param {string[]} lines */
export function sorted(lines) {
  const isPart = (/** @type {string} */ line) => Number(line.startsWith("from "));
  return lines.toSorted((a, b) => isPart(a) - isPart(b) || (a < b ? -1 : 1));
}
