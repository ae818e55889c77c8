/**
 * The board's state: what determines a run, and what of it is looked at. All of it is in the address.
 */

import { libraries } from "../../code/libraries.js";
import { choice, flag, integer, integers, place, positive } from "../../shell/settings.js";
import { CLASSES, INPUTS } from "./sizes.js";

/** @import { RunConfig } from "../../protocol" */
/** @import { Services, Setting, StateOf } from "../../shell/types" */

/** @typedef {StateOf<typeof settings>} DigitsState */
/** @typedef {Services<DigitsState>} DigitsServices */

export { CLASSES, INPUTS };

export const limits = {
  trainingImages: { min: 100, max: 60_000 },
  batchSize: { min: 1, max: 1024 },
  units: { min: 1, max: 1024, most: 6 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  untilEpoch: { min: 0, max: 1_000_000 },
  learningRate: { above: 0, max: 1e30 },
};

export const options = /** @type {const} */ ({
  activation: ["relu", "tanh", "sigmoid", "identity"],
  initializer: ["he-uniform", "glorot-uniform"],
  loss: ["cross-entropy", "squared-error"],
  optimizer: ["sgd", "momentum", "rmsprop", "adam"],
  view: ["curves", "confusion", "mistakes", "weights", "inside", "code"],
  code: libraries,
  axis: ["step", "epoch", "seconds"],
  scale: ["linear", "log"],
  collect: ["no", "draw", "class"],
});

/** Whatever it holds, its reader says what of it is none. @type {Setting<string>} */
const written = { fallback: "", parse: (text) => (/^[\w-]*$/.test(text) ? text : undefined), write: String };

/** With the fallbacks the network reads 98 % of the test images within five epochs, whatever the seed. */
export const settings = {
  trainingImages: integer(60_000, limits.trainingImages),
  batchSize: integer(128, limits.batchSize),
  shuffle: flag(true),
  seed: integer(1, limits.seed),
  hidden: integers([512, 512], limits.units),
  activation: choice(options.activation),
  initializer: choice(options.initializer),
  loss: choice(options.loss),
  optimizer: choice(options.optimizer, "momentum"),
  learningRate: positive(0.07, limits.learningRate),
  /** Where training stops by itself; 0 is nowhere. */
  untilEpoch: integer(0, limits.untilEpoch),
  view: place(options.view),
  code: place(options.code),
  axis: choice(options.axis),
  scale: choice(options.scale),
  /** Handwriting: written on this device, or that of a class. */
  collect: choice(options.collect),
  /** Handwriting that a link has brought, until it is taken in. */
  written,
};

/** The learning rate with which each optimizer learns these images well. */
export const usualLearningRate = { sgd: 0.1, momentum: 0.07, rmsprop: 0.001, adam: 0.001 };

/**
 * The part of the state that the worker is told.
 * @param {DigitsState} state
 * @returns {RunConfig}
 */
export function configOf({ hidden, activation, loss, optimizer, learningRate, initializer, batchSize, trainingImages, shuffle, seed }) {
  return { hidden, activation, loss, optimizer, learningRate, initializer, batchSize, trainingImages, shuffle, seed };
}

/** Units of every layer, inputs first. @param {DigitsState} state */
export function layersOf({ hidden }) {
  return [INPUTS, ...hidden, CLASSES];
}

/** Weights and biases of all layers. @param {number[]} layers */
export function countParameters(layers) {
  return layers.slice(1).reduce((sum, units, index) => sum + ((layers[index] ?? 0) + 1) * units, 0);
}
