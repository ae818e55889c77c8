/**
 * Maps of the plane as pictures: orange where a network says 1, blue where it says 0, the surer the fuller. With a hard
 * edge every place is one or the other, as a true step would have it.
 */

import { colourParts } from "../../../charts/colours.js";

/** The byte of the middle, where a decision would change. */
const MIDDLE = 128;

/** How much of a class's colour there is where it is sure: the points must still be seen on it. */
const FULL = 0.52;

/** One colour a byte: [256, 4]. @typedef {Uint8ClampedArray} Palette */

/**
 * @param {Element} element whose styles hold the colours
 * @param {boolean} hardEdge
 * @returns {Palette}
 */
export function paletteOf(element, hardEdge) {
  const [one, zero, sheet] = [colourParts(element, "one"), colourParts(element, "zero"), colourParts(element, "sheet")];
  const palette = new Uint8ClampedArray(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    const sure = hardEdge ? 1 : Math.min(1, Math.abs(byte - MIDDLE) / 127);
    const side = byte >= MIDDLE ? one : zero;
    const part = FULL * (hardEdge ? 1 : sure ** 0.8);
    for (const channel of [0, 1, 2]) palette[4 * byte + channel] = part * (side[channel] ?? 0) + (1 - part) * (sheet[channel] ?? 0);
    palette[4 * byte + 3] = 255;
  }
  return palette;
}

/** By their side: what is painted sixty times a second is not made each time. @type {Map<number, ImageData>} */
const images = new Map();

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8ClampedArray | Uint8Array} map [side, side]
 * @param {number} side
 * @param {Palette} palette
 */
export function paintMap(canvas, map, side, palette) {
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const image = images.get(side) ?? new ImageData(side, side);
  images.set(side, image);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = new Uint32Array(palette.buffer);
  for (let cell = 0; cell < pixels.length; cell += 1) pixels[cell] = colours[map[cell] ?? 0] ?? 0;
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}
