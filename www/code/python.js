/* What all Python is written with. */

/** A number as Python reads it: never with an exponent that lacks its digits, and as short as in the page. @param {number} value */
export function number(value) {
  return String(value).replace("e+", "e");
}

/** The first images, where they are not all wanted. @param {string} name @param {number} count @param {number} all */
export function first(name, count, all) {
  return count < all ? `${name}[:${count}]` : name;
}
