/**
 * The tab's state, and what all its networks have in common.
 */

import { integer } from "../../../shell/fields.js";

/** @import { MoreDataPlan } from "../../../protocol/revolution" */
/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof fields>>} MoreDataServices */

export const limits = {
  seed: { min: 0, max: 2 ** 32 - 10 },
  seeds: { min: 1, max: 9 },
};

export const fields = {
  /** The first one; the others follow it. */
  seed: integer(1, limits.seed),
  seeds: integer(1, limits.seeds),
};

/** Training images of each network. */
export const SIZES = [100, 1000, 10_000, 60_000];
export const HIDDEN = 64;
/** Every size is a multiple of it, so that each step of each network sees as many images. */
export const BATCH = 50;
/** Two epochs of the largest size. */
export const STEPS = 2400;

/** Closer at the beginning, where more happens. */
const testSteps = [0, 10, 25, 50, 100, ...Array.from({ length: STEPS / 150 }, (_, index) => 150 * (index + 1))];

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
