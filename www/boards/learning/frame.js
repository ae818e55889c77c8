/**
 * The frame that the picture and the strip below it share: the same x at the same place.
 */

import { colour, textStyle } from "../../charts/colours.js";
import { EDGE } from "./target.js";

/** At either side, in pixels: so that the ends of X can be seen to be ends. */
const MARGIN = 18;

/** @typedef {(value: number) => number} Scale from numbers to pixels */

/** @param {number} width @returns {Scale} */
export function scaleX(width) {
  return (x) => MARGIN + ((x + EDGE) / (2 * EDGE)) * (width - 2 * MARGIN);
}

/** @param {number} at in pixels @param {number} width */
export function xAt(at, width) {
  return ((at - MARGIN) / (width - 2 * MARGIN)) * 2 * EDGE - EDGE;
}

/**
 * @param {Float32Array} x
 * @param {Float32Array} y
 * @param {Scale} toX
 * @param {Scale} toY
 */
export function curve(x, y, toX, toY) {
  const path = new Path2D();
  for (const [index, value] of y.entries()) path.lineTo(toX(x[index] ?? 0), toY(value));
  return path;
}

/**
 * What is between two curves, whichever is above.
 * @param {Float32Array} x
 * @param {Float32Array} one
 * @param {Float32Array} other
 * @param {Scale} toX
 * @param {Scale} toY
 * @param {(index: number) => boolean} [counts] where it is left out otherwise
 */
export function between(x, one, other, toX, toY, counts = () => true) {
  const path = new Path2D();
  for (let first = 0; first < x.length; first += 1) {
    if (!counts(first)) continue;
    let end = first;
    while (end < x.length && counts(end)) end += 1;
    for (let index = first; index < end; index += 1) {
      const [at, y] = [toX(x[index] ?? 0), toY(one[index] ?? 0)];
      if (index === first) path.moveTo(at, y);
      else path.lineTo(at, y);
    }
    for (let index = end - 1; index >= first; index -= 1) path.lineTo(toX(x[index] ?? 0), toY(other[index] ?? 0));
    path.closePath();
    first = end;
  }
  return path;
}

/**
 * The axis at the height `at`, with a mark at every whole x.
 * @param {CanvasRenderingContext2D} context
 * @param {{ at: number, toX: Scale, isLit: boolean }} options
 */
export function drawAxis(context, { at, toX, isLit }) {
  context.strokeStyle = colour(context.canvas, isLit ? "ink" : "ink-2");
  context.lineWidth = isLit ? 7 : 1.5;
  context.beginPath();
  context.moveTo(toX(-EDGE), at);
  context.lineTo(toX(EDGE), at);
  context.stroke();
  context.lineWidth = 1.5;
  for (let x = -EDGE; x <= EDGE; x += 1) {
    context.beginPath();
    context.moveTo(toX(x), at - 4);
    context.lineTo(toX(x), at + 4);
    context.stroke();
  }
}

/**
 * The numbers of the axis, to be read over whatever is drawn there.
 * @param {CanvasRenderingContext2D} context
 * @param {{ at: number, toX: Scale }} options
 */
export function drawNumbers(context, { at, toX }) {
  const { canvas } = context;
  const { font, size } = textStyle(canvas);
  context.font = font;
  context.fillStyle = colour(canvas, "ink-2");
  context.strokeStyle = colour(canvas, "sheet");
  context.lineWidth = 5;
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "top";
  for (let x = -EDGE; x <= EDGE; x += 1) {
    const text = `${x < 0 ? "−" : ""}${Math.abs(x)}`;
    context.strokeText(text, toX(x), at + size * 0.5);
    context.fillText(text, toX(x), at + size * 0.5);
  }
}
