/**
 * A few real training steps on one engine, to see whether it works on this machine and how fast it is.
 */

import { engineReady } from "./engine.js";
import { MOST_TICKS, TimeoutError, within } from "../ticks.js";
import { Failure } from "./failure.js";
import { createTrainer } from "./trainers.js";

/** @import { MessageOf, RunConfig, Trial } from "../protocol" */
/** @import { Data } from "./data.js" */

const STEPS = 10;

/** @type {RunConfig} */
const config = {
  hidden: [128],
  activation: "relu",
  loss: "cross-entropy",
  optimizer: "sgd",
  learningRate: 0.1,
  initializer: "glorot-uniform",
  batchSize: 64,
  trainingImages: STEPS * 64,
  shuffle: false,
  seed: 1,
};

/**
 * @param {Data} data
 * @param {MessageOf<"trial">} message
 * @returns {Promise<Trial>}
 */
export async function trial(data, { backend }) {
  const block = data.blocks.train[0];
  if (!block) throw new Failure("data-missing", "there are no training images yet");
  await engineReady();
  const training = train(block, backend);
  try {
    return await within(training, MOST_TICKS, backend);
  } catch (error) {
    // What it comes to later is of no interest.
    training.catch(() => {});
    if (error instanceof TimeoutError) throw new Failure("device-lost", error.message);
    throw error;
  }
}

/**
 * @param {{ images: Uint8Array, labels: Uint8Array }} block
 * @param {MessageOf<"trial">["backend"]} backend
 * @returns {Promise<Trial>}
 */
async function train({ images, labels }, backend) {
  const trainer = await createTrainer(config, backend);
  try {
    const rows = config.trainingImages;
    trainer.addTrainingData(images.subarray(0, (rows * images.length) / labels.length), labels.subarray(0, rows));
    // The first step also makes what the later ones use.
    const [first] = (await trainer.train(1)).losses;
    const started = performance.now();
    const { losses } = await trainer.train(STEPS - 1);
    const seconds = (performance.now() - started) / 1000;
    return { adapter: trainer.adapter, steps: 1 + losses.length, losses: [first ?? NaN, losses.at(-1) ?? NaN], imagesPerSecond: (losses.length * config.batchSize) / seconds };
  } finally {
    trainer.free();
  }
}
