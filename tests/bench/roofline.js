/*
 * How near training comes to what the machine can do at most: multiplications and additions a second in training
 * 784-512-512-10, and in loops that do nothing else. Zeros that are left out count as if they had been multiplied.
 */
import init from "../../pkg/chalknet.js";
import { chalknet } from "./digits/chalknet.js";
import { SIZES, loadTask } from "./digits/task.js";
import { gpuPeak } from "./roofline/gpu-peak.js";
import { simdPeak } from "./roofline/simd-peak.js";

const BATCH = 128;
const STEPS = 8;
const MEASURE_MS = 2000;

export async function contenders() {
  await init();
  const task = { ...(await loadTask()), batch: BATCH, optimizer: /** @type {const} */ ("sgd") };
  const cpu = await chalknet(task, "cpu");
  const gpu = await chalknet(task, "webgpu");
  return [
    contender("CPU, one thread", "chalknet", () => training(cpu.train)),
    contender("CPU, one thread", "the processor's peak, WebAssembly SIMD", simdPeak),
    contender("WebGPU", "chalknet", () => training(gpu.train)),
    contender("WebGPU", "the adapter's peak", await gpuPeak()),
  ];
}

/** @param {string} group @param {string} name @param {() => number | Promise<number>} measure */
function contender(group, name, measure) {
  return { group, name, unit: "GFLOP/s", measure };
}

/** @param {(steps: number) => Promise<unknown>} train */
async function training(train) {
  const start = performance.now();
  let steps = 0;
  for (; performance.now() - start < MEASURE_MS; steps += STEPS) await train(STEPS);
  return (steps * BATCH * flopOfImage(SIZES)) / ((performance.now() - start) * 1e6);
}

/**
 * Multiplications and additions that an image takes: the sums forward, the weights' gradients, and the inputs' gradients
 * of all layers but the first.
 * @param {number[]} sizes
 */
export function flopOfImage(sizes) {
  const weights = sizes.slice(1).map((outputs, layer) => (sizes[layer] ?? 0) * outputs);
  const all = weights.reduce((sum, count) => sum + count, 0);
  return 2 * (3 * all - (weights[0] ?? 0));
}
