/**
 * A copy of the board's network, which reads and learns from a few pictures while the network itself stays as it is. It is
 * made on the CPU: what is read are hundreds of pictures, not ten thousands.
 */

import { CLASSES, PIXELS } from "../../../../worker/manifest.js";
import { nextTask } from "../../../../worker/tasks.js";
import { createTrainer } from "../../../../worker/trainers.js";

/** @import { Labelled, Network } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** As many rows or steps at once as keep messages waiting for no longer than a few frames. */
const ROWS = 500;
const STEPS = 5;
/** The network knows most of it already: small batches and small steps, and every picture a few times. */
const GENTLY = /** @type {const} */ ({ optimizer: "adam", learningRate: 0.0005, batchSize: 16, shuffle: true });
const EPOCHS = 10;

/** @param {Network} network @returns {Promise<TrainerHandle>} with its weights, and with no data; its caller frees it */
export async function copyOf({ config, checkpoint }) {
  const original = await createTrainer(config, "cpu");
  try {
    original.restore(checkpoint.bytes);
    // Not restored, too: a checkpoint knows its place in an epoch of other pictures.
    const copy = await createTrainer({ ...config, ...GENTLY }, "cpu");
    for (let layer = 0; layer <= config.hidden.length; layer += 1) copy.setParameters(layer, await original.weights(layer), await original.biases(layer));
    return copy;
  } finally {
    original.free();
  }
}

/** @param {TrainerHandle} copy @param {Labelled} pictures */
export async function learnFrom(copy, { pixels, labels }) {
  copy.addTrainingData(pixels, labels);
  const end = EPOCHS * copy.stepsPerEpoch;
  while (copy.step < end) {
    await copy.train(Math.min(STEPS, end - copy.step));
    await nextTask();
  }
}

/** @param {TrainerHandle} copy @param {Uint8Array} pixels [rows, 28 * 28] @returns {Promise<Float32Array>} [rows, 10] */
export async function read(copy, pixels) {
  const answers = new Float32Array((pixels.length / PIXELS) * CLASSES);
  for (let row = 0; row * PIXELS < pixels.length; row += ROWS) {
    answers.set(await copy.predict(pixels.subarray(row * PIXELS, (row + ROWS) * PIXELS)), row * CLASSES);
    await nextTask();
  }
  return answers;
}
