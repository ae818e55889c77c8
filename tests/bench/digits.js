/*
 * Images a second in training 784-512-512-10, against what people would otherwise train with in a browser. All do the
 * same steps from the same weights, keep the data on the device, and read their losses once in so many steps.
 */
import init from "../../pkg/engine/chalknet.js";
import { chalknet } from "./digits/chalknet.js";
import { contender } from "./digits/contender.js";
import { loadTask } from "./digits/task.js";
import { jax } from "./peers/jax.js";
import { tensorflow } from "./peers/tensorflow.js";

/** @import { Task } from "./digits/task.js" */

/** Images between two readings of the losses. */
const READ_AFTER = 512;

/** The first of each list is what the others are compared with. */
const makers = /** @type {const} */ ({
  WebGPU: [
    ["chalknet", (/** @type {Task} */ task) => chalknet(task, "webgpu")],
    ["jax-js", (/** @type {Task} */ task) => jax(task, "webgpu")],
    ["TensorFlow.js", (/** @type {Task} */ task) => tensorflow(task, "webgpu")],
  ],
  "CPU, one thread": [
    ["chalknet", (/** @type {Task} */ task) => chalknet(task, "cpu")],
    ["jax-js wasm", (/** @type {Task} */ task) => jax(task, "wasm")],
    ["TensorFlow.js wasm", (/** @type {Task} */ task) => tensorflow(task, "wasm")],
  ],
});

export async function contenders() {
  await init();
  const data = await loadTask("dense");
  const all = [];
  for (const batch of [128, 32]) {
    for (const optimizer of /** @type {const} */ (["sgd", "adam", "rmsprop"])) {
      // The setting of the exercise's notebook.
      if (optimizer === "rmsprop" && batch !== 32) continue;
      for (const [device, list] of Object.entries(makers)) {
        for (const [name, make] of list) {
          // Its optimizers are in another package; plain gradient descent needs none.
          if (optimizer !== "sgd" && name.startsWith("jax-js")) continue;
          const { train } = await make({ ...data, batch, optimizer });
          all.push(await contender(`${device}, batch ${batch}, ${optimizer}`, name, train, { batch, warmUp: 5 * READ_AFTER, compared: READ_AFTER, atOnce: READ_AFTER }));
        }
      }
    }
  }
  return all;
}
