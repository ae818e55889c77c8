/*
 * How near training comes to what the machine can do at most: multiplications and additions a second in training
 * 784-512-512-10, and in loops that do nothing else. The CPU engine leaves most of the images' zeros out, and what it
 * leaves out does not count.
 */
import init from "../../pkg/engine/chalknet.js";
import { chalknet } from "./digits/chalknet.js";
import { SIZES, loadTask } from "./digits/task.js";
import { gpuPeak } from "./roofline/gpu-peak.js";
import { simdPeak } from "./roofline/simd-peak.js";

/** @import { Task } from "./digits/task.js" */

const BATCH = 128;
const STEPS = 8;
const MEASURE_MS = 2000;
/** Rows of a tile of the CPU engine (src/engine/cpu/tile.rs): where all of them are zero it multiplies nothing. */
const TILE_ROWS = 6;

export async function contenders() {
  await init();
  const task = { ...(await loadTask("dense")), batch: BATCH, optimizer: /** @type {const} */ ("sgd") };
  const cpu = await chalknet(task, "cpu");
  const gpu = await chalknet(task, "webgpu");
  return [
    contender("CPU, one thread", "chalknet", () => training(cpu.train, flopOfImage(SIZES, productsDone(task)))),
    contender("CPU, one thread", "the processor's peak, WebAssembly SIMD", simdPeak),
    contender("WebGPU", "chalknet", () => training(gpu.train, flopOfImage(SIZES))),
    contender("WebGPU", "the adapter's peak", await gpuPeak()),
  ];
}

/** @param {string} group @param {string} name @param {() => number | Promise<number>} measure */
function contender(group, name, measure) {
  return { group, name, unit: "GFLOP/s", measure };
}

/** @param {(steps: number) => Promise<unknown>} train @param {number} flop of an image */
async function training(train, flop) {
  const start = performance.now();
  let steps = 0;
  for (; performance.now() - start < MEASURE_MS; steps += STEPS) await train(STEPS);
  return (steps * BATCH * flop) / ((performance.now() - start) * 1e6);
}

/**
 * Multiplications and additions that an image takes: the sums forward, the weights' gradients, and the inputs' gradients
 * of all layers but the first.
 * @param {number[]} sizes
 * @param {{ forward: number, gradient: number }} [done] which part of the first layer's products is computed
 */
function flopOfImage(sizes, done = { forward: 1, gradient: 1 }) {
  const [first = 0, ...later] = sizes.slice(1).map((outputs, layer) => (sizes[layer] ?? 0) * outputs);
  return 2 * ((done.forward + done.gradient) * first + 3 * later.reduce((sum, count) => sum + count, 0));
}

/**
 * The part of the first layer's products that the CPU engine computes: forward its tiles have six images of a batch and one
 * pixel, for the gradient one image and six pixels beside each other. The hidden layers' zeros, of which few tiles consist,
 * count as multiplied.
 * @param {Pick<Task, "images" | "rows" | "batch">} task
 */
function productsDone({ images, rows, batch }) {
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
