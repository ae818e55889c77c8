/**
 * Numbers that may grow beyond all bounds, as one would write them on a board.
 */

/** @import { Format } from "../../shell/format.js" */

/** From here on with a power of ten. */
const LARGE = 10_000;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 2.189, 43.2, 3.7 × 10³⁷. @param {number} value not negative @param {Format} format */
export function largeNumber(value, format) {
  if (!Number.isFinite(value)) return "∞";
  if (value < LARGE) return format.fixed(value, value < 10 ? 3 : 1);
  const power = Math.floor(Math.log10(value));
  const superscript = [...String(power)].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `${format.fixed(value / 10 ** power, 1)} × 10${superscript}`;
}

/** −0.35, 3.7 × 10³⁷. @param {number} value @param {Format} format */
export function weightText(value, format) {
  const size = Math.abs(value);
  return `${value < 0 ? "−" : ""}${size < LARGE ? format.fixed(size, 2) : largeNumber(size, format)}`;
}
