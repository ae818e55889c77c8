/**
 * Drawings as the same hand might have made them another time: a little turned, slanted, larger or smaller, and moved.
 */

import { PIXELS } from "./manifest.js";

const SIDE = Math.sqrt(PIXELS);
const MIDDLE = (SIDE - 1) / 2;

/** At most so much, either way: radians, a part of the height, a part of the size, pixels. */
const most = { turn: 0.26, slant: 0.2, size: 0.18, shift: 2 };

/** The picture with a pixel of paper around it, so that no pixel needs to be asked whether it lies beyond the edge. */
const FRAMED = SIDE + 2;
const framed = new Uint8Array(FRAMED * FRAMED);

/**
 * @param {Uint8Array} picture [28 * 28]
 * @param {() => number} random from 0 to 1
 * @param {Uint8Array} result [28 * 28], filled
 */
export function vary(picture, random, result) {
  const within = (/** @type {number} */ bound) => bound * (2 * random() - 1);
  const turn = within(most.turn);
  const slant = within(most.slant);
  const [wide, high] = [1 + within(most.size), 1 + within(most.size)];
  const [right, down] = [within(most.shift), within(most.shift)];
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  for (let row = 0; row < SIDE; row += 1) framed.set(picture.subarray(row * SIDE, (row + 1) * SIDE), (row + 1) * FRAMED + 1);
  for (let row = 0; row < SIDE; row += 1) {
    // Each pixel takes what lies at its middle's place in the picture as it was: the first one of the row, and from there on.
    const [x, y] = [-MIDDLE - right, row - MIDDLE - down];
    const [turnedX, turnedY] = [cos * x + sin * y, cos * y - sin * x];
    const [firstX, firstY] = [(turnedX + slant * turnedY) / wide + MIDDLE + 1, turnedY / high + MIDDLE + 1];
    const [stepX, stepY] = [(cos - slant * sin) / wide, -sin / high];
    for (let column = 0; column < SIDE; column += 1) result[row * SIDE + column] = between(firstX + column * stepX, firstY + column * stepY);
  }
}

/**
 * Evenly between the four nearest pixels of the framed picture.
 * @param {number} x
 * @param {number} y
 */
function between(x, y) {
  if (x < 0 || y < 0 || x >= FRAMED - 1 || y >= FRAMED - 1) return 0;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const rightPart = x - left;
  const bottomPart = y - top;
  const at = top * FRAMED + left;
  const upper = (1 - rightPart) * (framed[at] ?? 0) + rightPart * (framed[at + 1] ?? 0);
  const lower = (1 - rightPart) * (framed[at + FRAMED] ?? 0) + rightPart * (framed[at + FRAMED + 1] ?? 0);
  return (1 - bottomPart) * upper + bottomPart * lower;
}
