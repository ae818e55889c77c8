/* TensorFlow.js as its guides have it: variables, an optimizer, the data on the device. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgpu";
import { CLASSES, LEARNING_RATES, NETWORKS, batchStarts, imagesAsFloats, oneHotLabels } from "../digits/task.js";

/** @import { Task } from "../digits/task.js" */

setWasmPaths("/tests/bench/peers/node_modules/@tensorflow/tfjs-backend-wasm/dist/");

/** With Keras's constants, as all contenders have them. @type {Record<Task["optimizer"], (rate: number) => tf.Optimizer>} */
const optimizers = {
  sgd: (rate) => tf.train.sgd(rate),
  adam: (rate) => tf.train.adam(rate, 0.9, 0.999, 1e-7),
  rmsprop: (rate) => tf.train.rmsprop(rate, 0.9, 0, 1e-7),
};

/**
 * @param {Task} task
 * @param {"webgpu" | "wasm" | "cpu"} backend the second cannot train convolutions
 */
export async function tensorflow(task, backend) {
  await use(backend);
  const { input } = NETWORKS[task.network];
  const images = tf.tensor(imagesAsFloats(task), [task.rows, ...input]);
  const targets = tf.tensor2d(oneHotLabels(task), [task.rows, CLASSES]);
  const layers = task.layers.map((layer) =>
    layer.type === "max-pool" ? layer : { ...layer, weights: tf.variable(tf.tensor(layer.weights, layer.shape)), biases: tf.variable(tf.tensor1d(layer.biases)) },
  );
  const optimizer = optimizers[task.optimizer](LEARNING_RATES[task.optimizer]);
  const starts = batchStarts(task);

  const step = () => {
    const first = Number(starts.next().value);
    const cost = optimizer.minimize(() => {
      /** @type {tf.Tensor} */
      let values = tf.slice(images, [first, ...input.map(() => 0)], [task.batch, ...input]);
      for (const layer of layers) {
        if (layer.type === "max-pool") {
          values = tf.maxPool(/** @type {tf.Tensor4D} */ (values), layer.size, layer.size, "valid");
          continue;
        }
        const { weights, biases: bias, activation } = layer;
        if (layer.type === "conv2d") {
          values = tf.fused.conv2d({ x: /** @type {tf.Tensor4D} */ (values), filter: /** @type {tf.Tensor4D} */ (weights), strides: 1, pad: "same", bias, activation });
        } else {
          values = tf.fused.matMul({ a: tf.reshape(values, [task.batch, -1]), b: weights, bias, activation });
        }
      }
      return tf.losses.softmaxCrossEntropy(tf.slice2d(targets, [first, 0], [task.batch, CLASSES]), values);
    }, true);
    if (!cost) throw new Error("the optimizer gave no cost");
    return cost;
  };

  return {
    device: "",
    /** @param {number} steps */
    train: async (steps) => {
      await use(backend);
      const costs = Array.from({ length: steps }, step);
      const all = tf.stack(costs);
      const losses = await all.data();
      tf.dispose([...costs, all]);
      return losses;
    },
  };
}

/** All backends live side by side; one of them takes what is asked. @param {string} backend */
async function use(backend) {
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend}`);
  await tf.ready();
}
