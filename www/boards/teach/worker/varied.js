/**
 * Drawings as the same hand might have made them another time: a little turned, slanted, larger or smaller, and moved.
 */

import { PIXELS } from "../../../worker/manifest.js";

const SIDE = Math.sqrt(PIXELS);
const MIDDLE = (SIDE - 1) / 2;

/** At most so much, either way: radians, a part of the height, a part of the size, pixels. */
const most = { turn: 0.26, slant: 0.2, size: 0.18, shift: 2 };

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
  for (let cell = 0; cell < PIXELS; cell += 1) {
    // Each pixel takes what lies at its middle's place in the picture as it was.
    const x = (cell % SIDE) - MIDDLE - right;
    const y = Math.floor(cell / SIDE) - MIDDLE - down;
    const turnedX = cos * x + sin * y;
    const turnedY = cos * y - sin * x;
    result[cell] = between(picture, (turnedX + slant * turnedY) / wide + MIDDLE, turnedY / high + MIDDLE);
  }
}

/**
 * Evenly between the four nearest pixels.
 * @param {Uint8Array} picture
 * @param {number} x
 * @param {number} y
 */
function between(picture, x, y) {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [rightPart, bottomPart] = [x - left, y - top];
  const row = (/** @type {number} */ at) => (1 - rightPart) * pixel(picture, left, at) + rightPart * pixel(picture, left + 1, at);
  return (1 - bottomPart) * row(top) + bottomPart * row(top + 1);
}

/** A pixel, and the paper beyond the edge. @param {Uint8Array} picture @param {number} x @param {number} y */
function pixel(picture, x, y) {
  return x >= 0 && x < SIDE && y >= 0 && y < SIDE ? (picture[y * SIDE + x] ?? 0) : 0;
}
