/* TensorFlow.js as its guides have it: variables, an optimizer, the data on the device. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgpu";
import { CLASSES, LEARNING_RATES, SIZES, batchStarts, imagesAsFloats, oneHotLabels } from "../digits/task.js";

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
 * @param {"webgpu" | "wasm"} backend
 */
export async function tensorflow(task, backend) {
  await use(backend);
  const [inputs = 0] = SIZES;
  const images = tf.tensor2d(imagesAsFloats(task), [task.rows, inputs]);
  const targets = tf.tensor2d(oneHotLabels(task), [task.rows, CLASSES]);
  const layers = task.layers.map(({ weights, biases }) => ({
    weights: tf.variable(tf.tensor2d(weights, [weights.length / biases.length, biases.length])),
    biases: tf.variable(tf.tensor1d(biases)),
  }));
  const optimizer = optimizers[task.optimizer](LEARNING_RATES[task.optimizer]);
  const starts = batchStarts(task);

  const step = () => {
    const first = Number(starts.next().value);
    const cost = optimizer.minimize(() => {
      /** @type {tf.Tensor} */
      let values = tf.slice2d(images, [first, 0], [task.batch, inputs]);
      layers.forEach(({ weights, biases }, place) => {
        const isLast = place + 1 === layers.length;
        values = tf.fused.matMul({ a: values, b: weights, bias: biases, activation: isLast ? "linear" : "relu" });
      });
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
