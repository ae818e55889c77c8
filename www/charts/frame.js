/**
 * What a frame of curves says, wherever it is drawn: where on a scale its values stand, and how far up they go.
 */

/** @import { Frame } from "./types" */

/** What is closer to 1 is shown as this close. */
const CLOSEST = 1e-4;

/**
 * Where on its scale a value stands, and the way back. Whoever draws only knows even scales: the logarithms of the library
 * for the page come to their end at numbers that a loss reaches.
 * @param {Frame["scale"]} scale
 * @param {boolean} fromTop on the log scale the distance from 1 counts
 * @returns {Record<"of" | "back", (value: number) => number>}
 */
export function heightOn(scale, fromTop) {
  if (scale === "linear") return { of: (value) => value, back: (height) => height };
  if (fromTop) return { of: (value) => Math.log10(Math.max(CLOSEST, 1 - value)), back: (height) => 1 - 10 ** height };
  return { of: Math.log10, back: (height) => 10 ** height };
}

/**
 * Whole powers of ten around what there is to show.
 * @param {number | null} min the power, as is the other; null where there is nothing
 * @param {number | null} max
 * @returns {[number, number]}
 */
export function wholePowers(min, max) {
  if (min === null || max === null) return [-2, 0];
  const [low, high] = [Math.floor(min), Math.ceil(max)];
  return low === high ? [low - 1, high] : [low, high];
}

/**
 * The highest point of all curves, where it is above the scale.
 * @param {Frame} frame
 * @returns {{ x: number, y: number } | null}
 */
export function peakAbove({ curves, range: [, top], scale }) {
  let peak = null;
  for (const { x, y } of scale === "linear" ? curves : []) {
    for (const [index, value] of y.entries()) if (value > (peak?.y ?? top) && value < Infinity) peak = { x: x[index] ?? 0, y: value };
  }
  return peak;
}
