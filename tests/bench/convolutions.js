/*
 * Images a second in training a convolutional network, as `digits.js` has it for a dense one. The wasm of TensorFlow.js
 * cannot train convolutions, so that its plain JavaScript takes part.
 */
import init from "../../pkg/engine/chalknet.js";
import { chalknet } from "./digits/chalknet.js";
import { contender } from "./digits/contender.js";
import { loadTask } from "./digits/task.js";
import { jax } from "./peers/jax.js";
import { tensorflow } from "./peers/tensorflow.js";

/** @import { Task } from "./digits/task.js" */

const BATCH = 128;
/** How many images all have seen when their losses are compared: some take seconds for a batch. */
const WARM_UP = 3 * BATCH;
/** Each with how many batches are between two readings of the losses. */
const makers = /** @type {const} */ ({
  WebGPU: [
    ["chalknet", 4, (/** @type {Task} */ task) => chalknet(task, "webgpu")],
    ["jax-js", 1, (/** @type {Task} */ task) => jax(task, "webgpu")],
    ["TensorFlow.js", 1, (/** @type {Task} */ task) => tensorflow(task, "webgpu")],
  ],
  "CPU, one thread": [
    ["chalknet", 4, (/** @type {Task} */ task) => chalknet(task, "cpu")],
    ["jax-js wasm", 1, (/** @type {Task} */ task) => jax(task, "wasm")],
    ["TensorFlow.js cpu", 1, (/** @type {Task} */ task) => tensorflow(task, "cpu")],
  ],
});

export async function contenders() {
  await init();
  const data = await loadTask("convolutional");
  const all = [];
  for (const [device, list] of Object.entries(makers)) {
    for (const [name, batches, make] of list) {
      const { train } = await make({ ...data, batch: BATCH, optimizer: "sgd" });
      const images = { batch: BATCH, warmUp: WARM_UP, compared: BATCH, atOnce: batches * BATCH };
      all.push(await contender(`convolutions, ${device}, batch ${BATCH}, sgd`, name, train, images));
    }
  }
  return all;
}
