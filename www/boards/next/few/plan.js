/**
 * Three networks that begin with the same weights and learn from the same few images, each in another way.
 */

/** @import { Layer, NetworkConfig } from "../../../protocol" */
/** @import { FewPlan } from "./protocol" */

export const BATCH = 50;
/** Twenty epochs of a thousand images. */
export const STEPS = 400;
export const TEST_IMAGES = 2000;
/** The part of the units that dropout leaves out. */
export const DROPOUT = 0.5;

/** In this order they are in the plan. */
export const ways = /** @type {const} */ (["plain", "distorted", "dropout"]);

/** Closer at the beginning, where more happens. */
export const testSteps = [0, 20, 40, 80, 120, 160, 220, 300, STEPS];

/** @param {number} images @param {number} step */
export function epochsAt(images, step) {
  return (step * BATCH) / images;
}

/** @param {number} images @param {number} seed @returns {FewPlan} */
export function planOf(images, seed) {
  /** @type {Omit<NetworkConfig, "layers">} */
  const common = { input: [28, 28, 1], optimizer: "adam", learningRate: 0.003, initializer: "he-uniform", batchSize: BATCH, seed };
  /** @type {Layer[]} */
  const parts = [
    { type: "conv2d", filters: 8, kernel: 3, padding: "same", activation: "relu" },
    { type: "max-pool", size: 2 },
    { type: "conv2d", filters: 16, kernel: 3, padding: "same", activation: "relu" },
    { type: "max-pool", size: 2 },
  ];
  const networks = ways.map((way) => {
    /** @type {typeof parts} */
    const left = way === "dropout" ? [{ type: "dropout", rate: DROPOUT }] : [];
    return { config: { ...common, layers: [...parts, ...left, { type: /** @type {const} */ ("dense"), units: 10 }] }, isDistorted: way === "distorted" };
  });
  return { networks, images, testImages: TEST_IMAGES, testSteps, seed };
}
