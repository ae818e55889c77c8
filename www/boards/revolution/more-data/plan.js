/**
 * What the four networks have in common, and how many images each of them learns from.
 */

/** @import { MoreDataPlan } from "../protocol" */

/** Training images of each network. */
export const SIZES = [100, 1000, 10_000, 60_000];
export const HIDDEN = 64;
/** Every size is a multiple of it, so that each step of each network sees as many images. */
export const BATCH = 50;
/** The lower half of the accuracies holds nothing but the first steps, and is not drawn. */
export const LOWEST = 0.5;
/** Two epochs of the largest size. */
export const STEPS = 2400;

/** Closer at the beginning, where more happens. */
const testSteps = [0, 10, 25, 50, 100, ...Array.from({ length: STEPS / 150 }, (_, index) => 150 * (index + 1))];

/** How often each of so many images has come by a step. @param {number} step @param {number} size */
export function timesSeen(step, size) {
  return (step * BATCH) / size;
}

/** @param {number} seed @returns {MoreDataPlan} */
export function planOf(seed) {
  return {
    config: {
      hidden: [HIDDEN],
      activation: "relu",
      loss: "cross-entropy",
      optimizer: "momentum",
      learningRate: 0.02,
      initializer: "he-uniform",
      batchSize: BATCH,
      shuffle: true,
      seed,
    },
    trainingImages: SIZES,
    testSteps,
  };
}
