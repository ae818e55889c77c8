/**
 * Strokes of the pen, as they are seen.
 */

import { colour } from "../charts/colours.js";
import { PEN_WIDTH } from "./pen.js";

/** @import { Stroke } from "../protocol" */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Stroke[]} strokes
 * @param {number} side of the canvas in its pixels
 */
export function strokeAll(context, strokes, side) {
  context.strokeStyle = colour(context.canvas, "ink");
  context.lineWidth = PEN_WIDTH * side;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of strokes) context.stroke(pathOf(stroke, side));
}

/**
 * The stroke as a smooth line: through the middles between its points, bent by the points themselves.
 * @param {Stroke} stroke
 * @param {number} side
 */
function pathOf(stroke, side) {
  const at = (/** @type {number} */ index) => (stroke[index] ?? 0) * side;
  const path = new Path2D();
  path.moveTo(at(0), at(1));
  // A tap: a line of no length at all would leave no ink.
  if (stroke.length === 2) path.lineTo(at(0) + 0.01, at(1));
  for (let index = 2; index + 3 < stroke.length; index += 2) {
    path.quadraticCurveTo(at(index), at(index + 1), (at(index) + at(index + 2)) / 2, (at(index + 1) + at(index + 3)) / 2);
  }
  path.lineTo(at(stroke.length - 2), at(stroke.length - 1));
  return path;
}
