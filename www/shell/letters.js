/**
 * Numbers with three decimals, two letters each, where an address tells many of them. They go from -2.048 to 2.047.
 */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MIDDLE = LETTERS.length ** 2 / 2;

/** Decimals, as the whole that a number is counted in. */
export const PARTS = 1000;

/** @param {number} value */
export function lettersOf(value) {
  const whole = Math.round(value * PARTS) + MIDDLE;
  return `${LETTERS[Math.floor(whole / LETTERS.length)]}${LETTERS[whole % LETTERS.length]}`;
}

/** @param {string} text two of the letters */
export function numberOf(text) {
  const whole = LETTERS.indexOf(text.slice(0, 1)) * LETTERS.length + LETTERS.indexOf(text.slice(1));
  return (whole - MIDDLE) / PARTS;
}
