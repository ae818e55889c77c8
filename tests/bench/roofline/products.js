/*
 * How many multiplications and additions training takes, those that the CPU engine leaves out apart.
 */

/** @import { Task } from "../digits/task.js" */

/** Rows of a tile of the CPU engine (src/engine/cpu/tile.rs): where all of them are zero it multiplies nothing. */
export const TILE_ROWS = 6;

/**
 * Multiplications and additions that an image takes: the sums forward, the weights' gradients, and the inputs' gradients
 * of all layers but the first.
 * @param {number[]} sizes
 * @param {{ forward: number, gradient: number }} [done] which part of the first layer's products is computed
 */
export function flopOfImage(sizes, done = { forward: 1, gradient: 1 }) {
  const [first = 0, ...later] = sizes.slice(1).map((outputs, layer) => (sizes[layer] ?? 0) * outputs);
  return 2 * ((done.forward + done.gradient) * first + 3 * later.reduce((sum, count) => sum + count, 0));
}

/**
 * The part of the first layer's products that the CPU engine computes: forward its tiles have six images of a batch and one
 * pixel, for the gradient one image and six pixels beside each other. The hidden layers' zeros, of which few tiles consist,
 * count as multiplied.
 * @param {Pick<Task, "images" | "rows" | "batch">} task
 */
export function productsDone({ images, rows, batch }) {
  const pixels = images.length / rows;
  const hasInk = (/** @type {number} */ row, /** @type {number} */ pixel) => images[row * pixels + pixel] !== 0;
  let forward = 0;
  let gradient = 0;
  const whole = rows - (rows % batch);
  for (let start = 0; start < whole; start += batch) {
    for (let first = start; first < start + batch; first += TILE_ROWS) {
      const strip = range(first, Math.min(first + TILE_ROWS, start + batch));
      forward += strip.length * range(0, pixels).filter((pixel) => strip.some((row) => hasInk(row, pixel))).length;
    }
  }
  for (let row = 0; row < whole; row += 1) {
    for (let first = 0; first < pixels; first += TILE_ROWS) {
      const strip = range(first, Math.min(first + TILE_ROWS, pixels));
      if (strip.some((pixel) => hasInk(row, pixel))) gradient += strip.length;
    }
  }
  return { forward: forward / (whole * pixels), gradient: gradient / (whole * pixels) };
}

/** @param {number} start @param {number} end */
function range(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
