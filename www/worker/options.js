/**
 * A run's configuration as the options that the engine takes.
 */

import { CLASSES, PIXELS } from "./manifest.js";

/** @import { TrainerOptions } from "../../pkg/engine/chalknet.js" */
/** @import { RunConfig } from "../protocol" */

/**
 * @param {RunConfig} config
 * @returns {TrainerOptions}
 */
export function optionsOf({ hidden, activation, loss, optimizer, learningRate, initializer, batchSize, shuffle, seed }) {
  return { layers: [PIXELS, ...hidden, CLASSES], activation, loss, optimizer, learningRate, initializer, batchSize, shuffle, seed };
}
