/* What the code for either library is written with. */

/** A number as Python reads it: never with an exponent that lacks its digits, and as short as in the page. @param {number} value */
export function number(value) {
  return String(value).replace("e+", "e");
}

/** A tuple. @param {number[]} size */
export function shape(size) {
  return `(${size.join(", ")}${size.length === 1 ? "," : ""})`;
}

/** The first images, where they are not all wanted. @param {string} name @param {number} count @param {number} all */
export function first(name, count, all) {
  return count < all ? `${name}[:${count}]` : name;
}

/** Imports in the order that Python's programmers have agreed on. @param {string[]} lines */
export function sorted(lines) {
  const isPart = (/** @type {string} */ line) => Number(line.startsWith("from "));
  return lines.toSorted((a, b) => isPart(a) - isPart(b) || (a < b ? -1 : 1));
}
