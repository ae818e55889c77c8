/** What a network sees of a drawing. */

import { sketch } from "./engine.js";

/** @import { Stroke } from "../protocol" */

/**
 * A drawing as large as fits, in the middle, with strokes of one width.
 * @param {Stroke[]} strokes
 * @param {number} penWidth
 * @returns {Uint8Array} [28 * 28], or empty where there is no stroke
 */
export function pictureOf(strokes, penWidth) {
  const lengths = Uint32Array.from(strokes, (stroke) => stroke.length / 2);
  return sketch(Float32Array.from(strokes.flat()), lengths, penWidth);
}
