/* Digits on paper as a camera sees them: a dark pen's strokes on grey paper, turned a little, in uneven light, with noise. */
import { randomFrom } from "../../../www/random.js";

export const WIDTH = 320;
export const HEIGHT = 240;

/**
 * @param {number[][]} strokes x0, y0, x1, y1, … in parts of the side of the digit's picture
 * @param {object} how
 * @param {number} how.seed where it lies, how it is turned, and the noise
 * @param {number} [how.size] the side of the digit's picture, in pixels
 * @param {number} [how.pen] how thick its strokes are, in pixels
 * @param {[dark: number, light: number]} [how.light] at two corners that face each other, from 0 to 1
 * @param {number} [how.noise] up to so much, of 255, is added or taken away
 * @returns {Uint8ClampedArray} [HEIGHT, WIDTH, 4]
 */
export function photographOf(strokes, { seed, size = 140, pen = 5, light: [dark, light] = [0.45, 0.95], noise = 12 }) {
  const random = randomFrom(seed);
  const [left, top] = [15 + random() * (WIDTH - size - 30), 15 + random() * (HEIGHT - size - 30)];
  const turn = (random() - 0.5) * 0.3;
  const isInk = new Uint8Array(WIDTH * HEIGHT);
  const place = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [across, down] = [(x - 0.5) * size, (y - 0.5) * size];
    return [left + size / 2 + across * Math.cos(turn) - down * Math.sin(turn), top + size / 2 + across * Math.sin(turn) + down * Math.cos(turn)];
  };
  const dot = (/** @type {number} */ x, /** @type {number} */ y) => {
    for (let row = Math.ceil(y - pen / 2); row <= y + pen / 2; row += 1) {
      for (let column = Math.ceil(x - pen / 2); column <= x + pen / 2; column += 1) if ((row - y) ** 2 + (column - x) ** 2 <= pen ** 2 / 4) isInk[row * WIDTH + column] = 1;
    }
  };
  for (const stroke of strokes) {
    for (let at = 0; at + 1 < stroke.length; at += 2) {
      const from = place(stroke[at] ?? 0, stroke[at + 1] ?? 0);
      const to = at + 3 < stroke.length ? place(stroke[at + 2] ?? 0, stroke[at + 3] ?? 0) : from;
      const steps = Math.ceil(Math.hypot((to[0] ?? 0) - (from[0] ?? 0), (to[1] ?? 0) - (from[1] ?? 0))) + 1;
      for (let step = 0; step <= steps; step += 1) dot(...mixed(from, to, step / steps));
    }
  }
  const rgba = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  for (const [pixel, ink] of isInk.entries()) {
    const part = ((pixel % WIDTH) / WIDTH + Math.floor(pixel / WIDTH) / HEIGHT) / 2;
    const value = (ink ? 60 : 205) * (dark + (light - dark) * part) + (random() - 0.5) * 2 * noise;
    // Lamps are yellow.
    rgba.set([value * 1.03, value, value * 0.9, 255], 4 * pixel);
  }
  return rgba;
}

/** @param {number[]} from @param {number[]} to @param {number} part @returns {[number, number]} */
function mixed(from, to, part) {
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [from, to];
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
}
