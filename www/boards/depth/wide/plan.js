/**
 * Three networks with about as many weights, and how they learn the same spiral.
 */

import { EDGE } from "../playground/own-points.js";

/** @import { NetworkConfig } from "../../../protocol" */
/** @import { WidePlan } from "./protocol" */

/** [networks]: the units of each hidden layer. */
export const SHAPES = [[32], [10, 8], [6, 6, 5, 5]];
/** [networks]: weights and biases, from the two inputs to the one output. */
export const PARAMETERS = SHAPES.map((hidden) => {
  const layers = [2, ...hidden, 1];
  return hidden.concat(1).reduce((sum, units, layer) => sum + units * ((layers[layer] ?? 0) + 1), 0);
});

/** Half of them train, the others test. */
export const POINTS = 1000;
const NOISE = 0.02;
export const BATCH = 10;
export const STEPS = 20_000;
/** Closer at the beginning, where more happens. */
export const testSteps = [0, 250, 500, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 8000, 10_000, 12_000, 14_000, 16_000, 18_000, STEPS];

/** @param {number} seed @returns {NetworkConfig[]} */
function networksOf(seed) {
  return SHAPES.map((hidden) => ({
    layers: [2, ...hidden, 1],
    activation: "tanh",
    optimizer: "adam",
    learningRate: 0.01,
    batchSize: BATCH,
    seed,
  }));
}

/** @param {number} seed @returns {WidePlan} */
export function planOf(seed) {
  return { networks: networksOf(seed), points: POINTS, noise: NOISE, edge: EDGE, seed, testSteps };
}
