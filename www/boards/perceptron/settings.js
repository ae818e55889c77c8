/**
 * The board's state: the table that is asked for, the line to begin with, and how it is to learn. All of it is in the
 * address; what has been learnt since is not.
 */

import { choice, hundredths, integer } from "../../shell/settings.js";

/** @import { PerceptronLesson, PerceptronWeights, TruthTable } from "./protocol" */
/** @import { Setting, Services, StateOf } from "../../shell/types" */

/** @typedef {StateOf<typeof settings>} PerceptronState */
/** @typedef {Services<PerceptronState>} PerceptronServices */
/** @typedef {keyof PerceptronWeights} WeightName */

/** The truth table's rows, (x1, x2), in the order in which tables are written. */
export const rows = /** @type {const} */ ([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
]);

/** @type {Record<string, TruthTable>} */
export const gates = { AND: "0001", OR: "0111", NAND: "1110", XOR: "0110" };

/** @type {readonly WeightName[]} */
export const weightNames = ["w1", "w2", "b"];

/** One line, of which opposite sides fire. @type {readonly PerceptronWeights[]} */
export const opposites = [
  { w1: 1, w2: -1, b: 1 },
  { w1: -1, w2: 1, b: -1 },
];

/** What the plane shows of x1 and of x2. */
export const view = { from: -0.5, to: 1.5 };

export const limits = {
  weight: { min: -10, max: 10 },
  rate: { min: 0.01, max: 2 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  speed: { min: 1, max: 1000 },
};

export const extras = /** @type {const} */ (["none", "ladder", "map", "reason"]);

export const settings = {
  /** @type {Setting<TruthTable>} */
  table: { fallback: "0001", parse: (text) => (/^[01]{4}$/.test(text) ? text : undefined), write: String },
  w1: hundredths(1, limits.weight),
  w2: hundredths(1, limits.weight),
  b: hundredths(-0.5, limits.weight),
  /** The learning rate. */
  rate: hundredths(0.5, limits.rate),
  /** Deals the order in which the rows are shown; 0 leaves them in the table's. */
  seed: integer(0, limits.seed),
  /** Samples a second. */
  speed: integer(2, limits.speed),
  /** What is unfolded under the plane. */
  extra: choice(extras),
};

/** @param {PerceptronState} state @returns {PerceptronLesson} */
export function lessonOf({ table, w1, w2, b, rate, seed }) {
  return { table, start: { w1, w2, b }, rate, seed };
}

/**
 * The same line with weights that can be set: whole hundredths within the limits.
 * @param {PerceptronWeights} weights
 * @returns {PerceptronWeights}
 */
export function settable({ w1, w2, b }) {
  const largest = Math.max(Math.abs(w1), Math.abs(w2), Math.abs(b));
  const scale = Math.min(1, limits.weight.max / largest);
  const [first = 0, second = 0, bias = 0] = [w1, w2, b].map((value) => Math.round(value * scale * 100) / 100 || 0);
  return { w1: first, w2: second, b: bias };
}
