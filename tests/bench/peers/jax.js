/* jax-js as its demonstration of MNIST has it: the data on the device, the whole step compiled. */
import { devicePut, init, jit, lax, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { CLASSES, LEARNING_RATES, NETWORKS, batchStarts, imagesAsFloats, oneHotLabels } from "../digits/task.js";

/** @import { Task } from "../digits/task.js" */
/** Of those that learn. @typedef {{ weights: np.Array, biases: np.Array }[]} Layers */

/**
 * @param {Task} task
 * @param {"webgpu" | "wasm"} device
 */
export async function jax(task, device) {
  if (!(await init()).includes(device)) throw new Error(`jax-js has no device ${device}`);
  const rate = LEARNING_RATES[task.optimizer];
  // The channels come first. These images have one channel and are square.
  const images = await put(imagesAsFloats(task), [task.rows, ...NETWORKS[task.network].input.toReversed()], device);
  const targets = await put(oneHotLabels(task), [task.rows, CLASSES], device);
  /** @type {Layers} */
  let layers = [];
  for (const layer of task.layers) {
    if (layer.type === "max-pool") continue;
    const weights = await put(layer.weights, layer.shape, device);
    // [filters, inputs, height, width]
    const arranged = layer.type === "conv2d" ? np.transpose(weights, [3, 2, 0, 1]) : weights;
    layers.push({ weights: arranged, biases: await put(layer.biases, [layer.biases.length], device) });
  }
  const starts = batchStarts(task);

  const step = jit((/** @type {Layers} */ layers, /** @type {np.Array} */ x, /** @type {np.Array} */ t) => {
    const [loss, gradients] = valueAndGrad(lossOf(task.layers))(tree.ref(layers), x, t);
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
 * @param {Task["layers"]} layers
 * @returns {(learning: Layers, x: np.Array, t: np.Array) => np.Array} x [batch, 784] or [batch, channels, height, width];
 *   t [batch, 10], one-hot
 */
function lossOf(layers) {
  return (learning, x, t) => {
    const batch = t.shape[0] ?? 1;
    const left = [...learning];
    let values = x;
    for (const layer of layers) {
      if (layer.type === "max-pool") {
        values = lax.reduceWindow(values, np.max, [layer.size, layer.size], [layer.size, layer.size]);
        continue;
      }
      const { weights, biases } = left.shift() ?? {};
      if (!weights || !biases) throw new Error("a layer has no parameters");
      if (layer.type === "conv2d") {
        values = lax.conv(values, weights, [1, 1], "SAME").add(biases.reshape([layer.biases.length, 1, 1]));
      } else {
        // The weights are for pictures whose channels come last.
        if (values.ndim > 2) values = np.transpose(values, [0, 2, 3, 1]).reshape([batch, -1]);
        values = np.dot(values, weights).add(biases);
      }
      if (layer.activation === "relu") values = nn.relu(values);
    }
    return nn.logSoftmax(values).mul(t).sum().mul(-1 / batch);
  };
}

/**
 * @param {Float32Array} values
 * @param {number[]} shape
 * @param {"webgpu" | "wasm"} device
 */
async function put(values, shape, device) {
  return devicePut(np.array(/** @type {Float32Array<ArrayBuffer>} */ (values)).reshape(shape), device);
}
