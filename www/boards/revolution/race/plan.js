/**
 * What both lanes are given, and what it takes to learn from it.
 */

/** @import { RunConfig } from "../../../protocol" */

export const BATCH = 128;
/** A hundred batches; a longer race goes through them again. */
export const IMAGES = 100 * BATCH;

/** So many batches take a real graphics card long enough to be measured, and a program in its place about ten seconds. */
const LONG = 500;
const SHORT = 100;

/**
 * @param {string} distance
 * @param {boolean} software whether a lane's graphics card is a program
 * @returns {number} batches
 */
export function stepsOf(distance, software) {
  if (distance === "auto") return software ? SHORT : LONG;
  return Number(distance);
}

/** Units of every layer, inputs first. @param {string} network */
export function layersOf(network) {
  return [28 * 28, ...network.split("-").map(Number), 10];
}

/** @param {string} network @returns {RunConfig} */
export function configOf(network) {
  return {
    hidden: layersOf(network).slice(1, -1),
    activation: "relu",
    loss: "cross-entropy",
    optimizer: "sgd",
    learningRate: 0.1,
    initializer: "he-uniform",
    batchSize: BATCH,
    trainingImages: IMAGES,
    shuffle: true,
    seed: 1,
  };
}

/**
 * Multiplications that learning from one image takes: every weight once forward, once for its own gradient, and, but for
 * the first layer's, once to pass the gradient back to the layer before.
 * @param {number[]} layers units, inputs first
 */
export function multiplicationsPerImage(layers) {
  const weights = layers.slice(1).map((units, index) => units * (layers[index] ?? 0));
  const all = weights.reduce((sum, count) => sum + count, 0);
  return 3 * all - (weights[0] ?? 0);
}
