/**
 * A run's configuration as the options that the engine takes.
 */

import { CLASSES, PIXELS } from "./manifest.js";

/** @import { RunConfig } from "../protocol" */

/** @param {RunConfig} config */
export function optionsOf({ hidden, activation, loss, optimizer, learningRate, initializer, batchSize, shuffle, seed }) {
  return { layers: [PIXELS, ...hidden, CLASSES], activation, loss, optimizer, learningRate, initializer, batchSize, shuffle, seed };
}
