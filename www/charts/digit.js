/**
 * Pictures of 28 x 28 pixels, in the ink of the text around them.
 */

import { colourParts } from "./colours.js";

const SIDE = 28;
const PIXELS = SIDE * SIDE;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} pixels [28 * 28], 0 is background
 * @param {number[]} [ink] as [red, green, blue]
 */
export function paintDigit(canvas, pixels, ink) {
  paintDigits(canvas, pixels, 1, ink);
}

/**
 * Many pictures side by side, with a pixel of space between them.
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} pixels [pictures, 28 * 28]
 * @param {number} columns
 * @param {number[]} [ink] as [red, green, blue]
 */
export function paintDigits(canvas, pixels, columns, ink = inkNow()) {
  paintCells(canvas, Math.floor(pixels.length / PIXELS), columns, (cell, image) => {
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      image.set(ink, 4 * pixel);
      image[4 * pixel + 3] = pixels[cell * PIXELS + pixel] ?? 0;
    }
  });
}

/** Of the page, as [red, green, blue]. Who changes elements while painting many asks once: after a change the styles are worked out anew. */
export function inkNow() {
  return colourParts(document.documentElement, "ink");
}

/**
 * Pictures that are there take on the ink as it is now, whoever painted them: how much of it a pixel has is its alpha.
 * Pixel by pixel: what is painted over a whole canvas as it goes to paper is printed also where the canvas has nothing.
 */
export function inkDigits() {
  const ink = inkNow();
  for (const canvas of document.querySelectorAll(/** @type {"canvas"} */ ("canvas.digit"))) {
    const context = canvas.getContext("2d");
    const image = context?.getImageData(0, 0, canvas.width, canvas.height);
    if (!context || !image) continue;
    for (let at = 0; at < image.data.length; at += 4) image.data.set(ink, at);
    context.putImageData(image, 0, 0);
  }
}

/**
 * Weights from every pixel, as many pictures as there are units: each scaled by its own largest weight.
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} weights [units, 28 * 28]
 * @param {{ columns: number, positive: number[], negative: number[] }} look colours as [red, green, blue]
 */
export function paintWeights(canvas, weights, { columns, positive, negative }) {
  paintCells(canvas, Math.floor(weights.length / PIXELS), columns, (cell, image) => {
    const own = weights.subarray(cell * PIXELS, (cell + 1) * PIXELS);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-12);
    for (const [pixel, weight] of own.entries()) {
      image.set(weight > 0 ? positive : negative, 4 * pixel);
      image[4 * pixel + 3] = (255 * Math.abs(weight)) / largest;
    }
  });
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number} cells
 * @param {number} columns
 * @param {(cell: number, image: Uint8ClampedArray) => void} paint fills [28 * 28, red green blue alpha]
 */
function paintCells(canvas, cells, columns, paint) {
  const across = Math.max(1, Math.min(columns, cells));
  const width = across * (SIDE + 1) - 1;
  const height = Math.max(1, Math.ceil(cells / across)) * (SIDE + 1) - 1;
  // Setting a canvas's size makes it anew, even where it stays the same.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  context?.clearRect(0, 0, width, height);
  for (let cell = 0; cell < cells; cell += 1) {
    const image = new ImageData(SIDE, SIDE);
    paint(cell, image.data);
    context?.putImageData(image, (cell % across) * (SIDE + 1), Math.floor(cell / across) * (SIDE + 1));
  }
}
