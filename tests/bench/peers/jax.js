/* jax-js as its demonstration of MNIST has it: the data on the device, the whole step compiled. */
import { devicePut, init, jit, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { CLASSES, LEARNING_RATES, SIZES, batchStarts, imagesAsFloats, oneHotLabels } from "../digits/task.js";

/** @import { Task } from "../digits/task.js" */
/** @typedef {{ weights: np.Array, biases: np.Array }[]} Layers */

/**
 * @param {Task} task
 * @param {"webgpu" | "wasm"} device
 */
export async function jax(task, device) {
  if (!(await init()).includes(device)) throw new Error(`jax-js has no device ${device}`);
  const rate = LEARNING_RATES[task.optimizer];
  const images = await put(imagesAsFloats(task), [task.rows, SIZES[0] ?? 0], device);
  const targets = await put(oneHotLabels(task), [task.rows, CLASSES], device);
  /** @type {Layers} */
  let layers = [];
  for (const { weights, biases } of task.layers) {
    const shape = [weights.length / biases.length, biases.length];
    layers.push({ weights: await put(weights, shape, device), biases: await put(biases, [biases.length], device) });
  }
  const starts = batchStarts(task);

  const step = jit((/** @type {Layers} */ layers, /** @type {np.Array} */ x, /** @type {np.Array} */ t) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(layers), x, t);
    const updated = layers.map(({ weights, biases }, place) => {
      const gradient = /** @type {Layers} */ (gradients)[place];
      if (!gradient) throw new Error("a layer has no gradient");
      return { weights: weights.sub(gradient.weights.mul(rate)), biases: biases.sub(gradient.biases.mul(rate)) };
    });
    return { loss, layers: updated };
  });

  return {
    device: "",
    /** @param {number} steps */
    train: async (steps) => {
      const losses = [];
      for (let count = 0; count < steps; count += 1) {
        const first = Number(starts.next().value);
        /** @type {[number, number]} */
        const rows = [first, first + task.batch];
        const done = step(layers, images.ref.slice(rows), targets.ref.slice(rows));
        layers = done.layers;
        losses.push(done.loss);
      }
      return /** @type {Float32Array} */ (await np.stack(losses).data());
    },
  };
}

/**
 * The mean cross-entropy of a batch.
 * @param {Layers} layers
 * @param {np.Array} x [batch, 784]
 * @param {np.Array} t [batch, 10], one-hot
 */
function lossOf(layers, x, t) {
  let values = x;
  layers.forEach(({ weights, biases }, place) => {
    const sums = np.dot(values, weights).add(biases);
    values = place + 1 === layers.length ? sums : nn.relu(sums);
  });
  const batch = t.shape[0] ?? 1;
  return nn.logSoftmax(values).mul(t).sum().mul(-1 / batch);
}

/**
 * @param {Float32Array} values
 * @param {number[]} shape
 * @param {"webgpu" | "wasm"} device
 */
async function put(values, shape, device) {
  return devicePut(np.array(/** @type {Float32Array<ArrayBuffer>} */ (values)).reshape(shape), device);
}
