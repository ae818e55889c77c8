/*
 * How near training comes to what the machine can do at most: multiplications and additions a second in training
 * 784-512-512-10, and in loops that do nothing else. The CPU engine leaves most of the images' zeros out, and what it
 * leaves out does not count.
 */
import init from "../../pkg/engine/chalknet.js";
import { chalknet } from "./digits/chalknet.js";
import { SIZES, loadTask } from "./digits/task.js";
import { gpuPeak } from "./roofline/gpu-peak.js";
import { flopOfImage, productsDone } from "./roofline/products.js";
import { simdPeak } from "./roofline/simd-peak.js";

const BATCH = 128;
const STEPS = 8;
const MEASURE_MS = 2000;

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
