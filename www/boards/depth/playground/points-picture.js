/**
 * Points of the plane on a canvas: those that train are round, those that test stand on a corner.
 */

import { colour } from "../../../charts/colours.js";
import { EDGE } from "./own-points.js";

/** @import { PlanarSet } from "./protocol" */

/** Adds the outline of a point to the path. @typedef {(context: CanvasRenderingContext2D, x: number, y: number, radius: number) => void} Outline */

/**
 * Class 1 is full, class 0 hollow; so is a value, which is fainter the nearer to the middle it is.
 * @param {CanvasRenderingContext2D} context
 * @param {Element} element whose styles hold the colours
 * @param {PlanarSet} set
 * @param {{ side: number, radius: number, hair: number, outline: Outline }} looks all in the canvas's pixels; `side`: of the canvas;
 * `hair`: the thinnest line
 */
export function drawSet(context, element, { inputs, targets }, { side, radius, hair, outline }) {
  const [one, zero, sheet] = [colour(element, "one"), colour(element, "zero"), colour(element, "sheet")];
  for (const [row, target] of targets.entries()) {
    const label = target >= 0.5 ? 1 : 0;
    context.globalAlpha = 0.2 + 0.8 * Math.min(1, Math.abs(2 * target - 1));
    const [x, y] = placeOf(inputs[2 * row] ?? 0, inputs[2 * row + 1] ?? 0, side);
    context.beginPath();
    outline(context, x, y, label === 1 ? radius : 0.82 * radius);
    context.fillStyle = label === 1 ? one : sheet;
    context.strokeStyle = label === 1 ? sheet : zero;
    context.lineWidth = label === 1 ? hair : 0.55 * radius;
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** A point that trains. @type {Outline} */
export function disc(context, x, y, radius) {
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** One that tests, as large to the eye. @type {Outline} */
export function diamond(context, x, y, radius) {
  const reach = 1.2 * radius;
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
}

/**
 * @param {number} x1
 * @param {number} x2
 * @param {number} side of the canvas
 * @returns {[x: number, y: number]}
 */
export function placeOf(x1, x2, side) {
  return [(side * (x1 / EDGE + 1)) / 2, (side * (1 - x2 / EDGE)) / 2];
}
