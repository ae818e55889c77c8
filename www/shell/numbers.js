/**
 * Numbers that may be of any size, as one would write them on a board.
 */

/** @import { Format } from "./format.js" */

/** From here on with a power of ten. */
const LARGE = 10_000;
/** On an axis there is less room for the small ones, and more for the large: 0.001, 10⁻⁴; 10,000, 10⁵. */
const SMALL_ON_AXIS = 0.001;
const LARGE_ON_AXIS = 100_000;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** −0.35: with a true minus, and none before what rounds to zero. @param {number} value @param {number} digits after the point @param {Format} format */
export function signed(value, digits, format) {
  return `${value <= -0.5 * 10 ** -digits ? "−" : ""}${format.fixed(Math.abs(value), digits)}`;
}

/** Between the two sides of an equation: no end of a line comes there. */
export const EQUALS = "\u00a0=\u00a0";

/** (−0.35) as a part of a sum or a product: two signs do not stand side by side. @param {number} value @param {(value: number) => string} write */
export function bracketed(value, write) {
  return value < 0 ? `(${write(value)})` : write(value);
}

/** 2.189, 43.2, 3.7 × 10³⁷, which no end of a line takes apart. @param {number} value not negative @param {Format} format */
export function largeNumber(value, format) {
  if (!Number.isFinite(value)) return "∞";
  if (value < LARGE) return format.fixed(value, value < 10 ? 3 : 1);
  const power = Math.floor(Math.log10(value));
  return `${format.fixed(value / 10 ** power, 1)}\u00a0×\u00a0${powerOfTen(power)}`;
}

/** At a mark of an axis: 0.05, 10⁻⁴, 5·10¹⁴. @param {number} value not negative @param {Format} format */
export function axisNumber(value, format) {
  if (value === 0 || (value > SMALL_ON_AXIS * 0.999 && value < LARGE_ON_AXIS * 0.999)) return format.short(value);
  const power = Math.floor(Math.log10(value * 1.000001));
  const lead = format.short(value / 10 ** power);
  return lead === "1" ? powerOfTen(power) : `${lead}·${powerOfTen(power)}`;
}

/** @param {number} power a whole number */
function powerOfTen(power) {
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `10${power < 0 ? "⁻" : ""}${digits}`;
}
