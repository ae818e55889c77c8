/*
 * Images a second in training 784-512-512-10, against what people would otherwise train with in a browser. All do the
 * same steps from the same weights, keep the data on the device, and read their losses once in so many steps.
 */
import init from "../../pkg/engine/chalknet.js";
import { chalknet } from "./digits/chalknet.js";
import { loadTask } from "./digits/task.js";
import { jax } from "./peers/jax.js";
import { tensorflow } from "./peers/tensorflow.js";

/** @import { Task } from "./digits/task.js" */

const MEASURE_MS = 2000;
/** Images between two readings of the losses, and images that all have seen when their losses are compared. */
const READ_AFTER = 512;
const COMPARED_AFTER = 5 * READ_AFTER;

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
  const data = await loadTask();
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
          all.push(await contender(`${device}, batch ${batch}, ${optimizer}`, name, train, batch));
        }
      }
    }
  }
  return all;
}

/**
 * What has been warmed up, and has shown that it learns.
 * @param {string} group
 * @param {string} name
 * @param {(steps: number) => Promise<ArrayLike<number>>} train
 * @param {number} batch
 */
async function contender(group, name, train, batch) {
  const steps = READ_AFTER / batch;
  /** @type {number[]} */
  let losses = [];
  for (let seen = 0; seen < COMPARED_AFTER; seen += READ_AFTER) losses = Array.from(await train(steps));
  return {
    group,
    name,
    unit: "images/s",
    loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    measure: async () => {
      const start = performance.now();
      let images = 0;
      while (performance.now() - start < MEASURE_MS) {
        await train(steps);
        images += READ_AFTER;
      }
      return images / ((performance.now() - start) / 1000);
    },
  };
}
