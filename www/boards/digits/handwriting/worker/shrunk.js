/** A picture of any size and colour as the network takes one: 28 x 28 pixels, 0 for the background. */

import { PIXELS } from "../../../../worker/manifest.js";

const SIDE = Math.sqrt(PIXELS);
/** What the eye takes for as bright (ITU-R BT.601). */
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114];

/**
 * The whole picture, as large as fits, in the middle. Dark on light becomes light on dark, as the data set has it: the
 * picture's edge is taken for the background.
 * @param {Uint8ClampedArray} rgba [height, width, 4]
 * @param {number} width
 * @param {number} height
 * @returns {Uint8Array} [28 * 28]
 */
export function shrunk(rgba, width, height) {
  const light = brightness(rgba, width * height);
  const edge = edgeOf(light, width, height);
  const background = edge.reduce((sum, value) => sum + value, 0) / edge.length;
  const ink = background > 127 ? light.map((value) => 255 - value) : light;
  const size = Math.max(width, height);
  const [left, top] = [(size - width) / 2, (size - height) / 2];
  const scale = size / SIDE;
  return Uint8Array.from({ length: PIXELS }, (_, pixel) => {
    const [x, y] = [(pixel % SIDE) * scale - left, Math.floor(pixel / SIDE) * scale - top];
    return Math.round(mean(ink, width, height, x, y, scale));
  });
}

/** On white where it is seen through. @param {Uint8ClampedArray} rgba @param {number} pixels @returns {Float32Array} [pixels], 0 to 255 */
export function brightness(rgba, pixels) {
  return Float32Array.from({ length: pixels }, (_, pixel) => {
    const cover = (rgba[4 * pixel + 3] ?? 0) / 255;
    const seen = RED * (rgba[4 * pixel] ?? 0) + GREEN * (rgba[4 * pixel + 1] ?? 0) + BLUE * (rgba[4 * pixel + 2] ?? 0);
    return cover * seen + (1 - cover) * 255;
  });
}

/** @param {Float32Array} light @param {number} width @param {number} height */
function edgeOf(light, width, height) {
  return light.filter((_, pixel) => pixel < width || pixel >= width * (height - 1) || pixel % width === 0 || pixel % width === width - 1);
}

/**
 * What lies in a square of the picture, pixels that are cut counted in part; beside the picture there is background.
 * @param {Float32Array} ink
 * @param {number} width
 * @param {number} height
 * @param {number} x
 * @param {number} y
 * @param {number} side
 */
export function mean(ink, width, height, x, y, side) {
  let sum = 0;
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, y + side); row += 1) {
    const high = Math.min(row + 1, y + side) - Math.max(row, y);
    for (let column = Math.max(0, Math.floor(x)); column < Math.min(width, x + side); column += 1) {
      const wide = Math.min(column + 1, x + side) - Math.max(column, x);
      sum += high * wide * (ink[row * width + column] ?? 0);
    }
  }
  return sum / (side * side);
}
