/**
 * Weights, which may grow beyond all bounds.
 */

import { largeNumber } from "../../shell/numbers.js";

/** @import { Format } from "../../shell/format.js" */

/** From here on with a power of ten. */
const LARGE = 10_000;

/** −0.35, 3.7 × 10³⁷. @param {number} value @param {Format} format */
export function weightText(value, format) {
  const size = Math.abs(value);
  return `${value < 0 ? "−" : ""}${size < LARGE ? format.fixed(size, 2) : largeNumber(size, format)}`;
}
