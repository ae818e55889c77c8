/**
 * The board's state: what is to be found, with which model and which loss, and where it begins. All of it is in the
 * address; what has been learnt since is not.
 */

import { choice, hundredths, integer, integers, positive } from "../../shell/settings.js";
import { readHeights, writeHeights } from "./target.js";

/** @import { LearningProblem } from "./protocol" */
/** @import { Setting, Services, StateOf } from "../../shell/types" */

/** @typedef {StateOf<typeof settings>} LearningState */
/** @typedef {Services<LearningState>} LearningServices */
/** @typedef {typeof symbols[number]} Symbol */

/** The rule that stands for the integral has so many places. */
export const NODES = 480;

/** How far w and b go on the map. */
export const REACH = 1.5;

export const targets = /** @type {const} */ (["sine", "step", "bumps", "line", "own"]);
/** The line first: its loss can be seen as a map of all that it could be. */
export const models = /** @type {const} */ (["line", "network"]);
export const divergences = /** @type {const} */ (["squared", "absolute", "zero-one"]);
/** Those of the formula that can be pressed. */
export const symbols = /** @type {const} */ (["none", "W", "argmin", "sum", "X", "div", "f", "g"]);

export const limits = {
  /** 0 is all of X. */
  samples: { min: 0, max: 2000 },
  units: { min: 1, max: 16, most: 3 },
  tolerance: { min: 0.01, max: 1 },
  learningRate: { above: 0, max: 1e6 },
  weight: { min: -REACH, max: REACH },
  seed: { min: 0, max: 2 ** 32 - 1 },
  speed: { min: 1, max: 5000 },
};

/** A learning rate at which both models go down without overshooting. */
export const SAFE_RATE = 0.02;

/** Gradient steps a second at which each model can be followed, and a learning rate whose steps can be seen and do not overshoot. */
export const usual = { line: { speed: 8, learningRate: 0.08 }, network: { speed: 300, learningRate: SAFE_RATE } };

export const settings = {
  g: choice(targets),
  /** The heights where g is drawn. @type {Setting<number[]>} */
  own: { fallback: [], parse: readHeights, write: writeHeights },
  samples: integer(0, limits.samples),
  model: choice(models),
  hidden: integers([8, 8], limits.units),
  divergence: choice(divergences),
  tolerance: hundredths(0.3, limits.tolerance),
  learningRate: positive(usual.line.learningRate, limits.learningRate),
  /** Where the line begins. */
  w: hundredths(-1, limits.weight),
  b: hundredths(1, limits.weight),
  /** Draws the network's first weights, and the samples. */
  seed: integer(1, limits.seed),
  /** Steps a second. */
  speed: integer(usual.line.speed, limits.speed),
  /** What of the formula is lit up. */
  symbol: choice(symbols),
};

/** The hidden layers of the model: none where it is a line. @param {LearningState} state */
export function hiddenOf({ model, hidden }) {
  return model === "line" ? [] : hidden;
}

/** @param {Pick<LearningState, "samples" | "seed" | "divergence" | "tolerance">} state @param {Float32Array} knots @returns {LearningProblem} */
export function problemOf({ samples, seed, divergence, tolerance }, knots) {
  return { knots, samples: samples === 0 ? null : samples, seed, divergence, tolerance };
}

/** Weights and biases of the model. @param {LearningState} state */
export function parameterCount(state) {
  const sizes = [1, ...hiddenOf(state), 1];
  return sizes.slice(1).reduce((sum, units, layer) => sum + ((sizes[layer] ?? 0) + 1) * units, 0);
}
