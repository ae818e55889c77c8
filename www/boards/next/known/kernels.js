/**
 * The kernels of a first convolution as small pictures side by side: what counts for in one colour, what against in another.
 */

import { colourParts } from "../../../charts/colours.js";
import { FILTERS, KERNEL } from "./plan.js";

/** With a pixel of space between them. */
const WIDTH = FILTERS * (KERNEL + 1) - 1;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array | null} weights [KERNEL, KERNEL, 1, FILTERS]; each kernel is scaled by its own largest number
 */
export function paintKernels(canvas, weights) {
  if (canvas.width !== WIDTH) Object.assign(canvas, { width: WIDTH, height: KERNEL });
  const context = canvas.getContext("2d");
  const [positive, negative] = [colourParts(canvas, "one"), colourParts(canvas, "zero")];
  context?.clearRect(0, 0, WIDTH, KERNEL);
  if (!weights) return;
  for (let filter = 0; filter < FILTERS; filter += 1) {
    const own = weights.filter((_, index) => index % FILTERS === filter);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-12);
    const image = new ImageData(KERNEL, KERNEL);
    for (const [cell, weight] of own.entries()) {
      image.data.set(weight > 0 ? positive : negative, 4 * cell);
      image.data[4 * cell + 3] = (255 * Math.abs(weight)) / largest;
    }
    context?.putImageData(image, filter * (KERNEL + 1), 0);
  }
}
