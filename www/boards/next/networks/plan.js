/**
 * Two networks with about as many parameters, and how they learn.
 */

/** @import { Layer, NetworkConfig } from "../../../protocol" */
/** @import { NetworksPlan } from "./protocol" */

export const BATCH = 64;
export const TRAINING_IMAGES = 60_000;
/** A little less than an epoch. */
export const STEPS = 900;
export const TEST_IMAGES = 2000;
/** A moved image has moved by up to so many pixels either way. */
export const SHIFT = 4;

/** Their places in the plan. */
export const DENSE = 0;
export const CONVOLUTIONAL = 1;

export const HIDDEN = 12;
export const FILTERS = /** @type {const} */ ([8, 16]);
const KERNEL = 3;
const SIDE = 28;
export const CLASSES = 10;

/** [networks]: weights and biases; a convolution has its kernels once for all places. */
export const PARAMETERS = [
  (SIDE * SIDE + 1) * HIDDEN + (HIDDEN + 1) * CLASSES,
  (KERNEL * KERNEL + 1) * FILTERS[0] + (KERNEL * KERNEL * FILTERS[0] + 1) * FILTERS[1] + ((SIDE / 4) ** 2 * FILTERS[1] + 1) * CLASSES,
];

/** Closer at the beginning, where more happens. */
export const testSteps = [0, 25, 50, 100, 200, 300, 450, 600, 750, STEPS];

/** A network that is given whole. @typedef {Required<Pick<NetworkConfig, "optimizer" | "learningRate" | "initializer" | "batchSize" | "seed">> & { input: [number, number, number], layers: Layer[] }} PlannedNetwork */

/** @param {number} seed @returns {[dense: PlannedNetwork, convolutional: PlannedNetwork]} */
export function networksOf(seed) {
  /** @type {Omit<PlannedNetwork, "layers">} */
  const common = { input: [SIDE, SIDE, 1], optimizer: "adam", learningRate: 0.005, initializer: "he-uniform", batchSize: BATCH, seed };
  return [
    { ...common, layers: [{ type: "dense", units: HIDDEN, activation: "relu" }, { type: "dense", units: CLASSES }] },
    {
      ...common,
      layers: [
        { type: "conv2d", filters: FILTERS[0], kernel: KERNEL, padding: "same", activation: "relu" },
        { type: "max-pool", size: 2 },
        { type: "conv2d", filters: FILTERS[1], kernel: KERNEL, padding: "same", activation: "relu" },
        { type: "max-pool", size: 2 },
        { type: "dense", units: CLASSES },
      ],
    },
  ];
}

/** @param {number} seed @returns {NetworksPlan} */
export function planOf(seed) {
  return { networks: networksOf(seed), trainingImages: TRAINING_IMAGES, testSteps, testImages: TEST_IMAGES, shift: SHIFT, seed };
}
