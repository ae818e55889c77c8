/**
 * The tab's state: what determines a network and its points, and what of it is looked at. All of it is in the address.
 */

import { choice, flag, integer, integers, place, positive } from "../../../shell/settings.js";
import { libraries } from "../../../code/libraries.js";
import { EDGE, readPoints, writePoints } from "./own-points.js";

/** @import { Feature, PlanarPoint, PlaygroundConfig, PlaygroundGoal } from "./protocol" */
/** @import { Setting, Services, StateOf } from "../../../shell/types" */

/** @typedef {StateOf<typeof settings>} PlaygroundState */
/** @typedef {Services<PlaygroundState>} PlaygroundServices */

export const limits = {
  points: { min: 10, max: 1000 },
  noise: { min: 0, max: 50 },
  trainPart: { min: 10, max: 100 },
  units: { min: 1, max: 8, most: 4 },
  batchSize: { min: 1, max: 1000 },
  seed: { min: 0, max: 2 ** 32 - 1 },
  untilEpoch: { min: 0, max: 10_000_000 },
  untilLoss: { min: 0, max: 100 },
  learningRate: { above: 0, max: 1e30 },
  penalty: { min: 0, max: 10 },
};

export const options = /** @type {const} */ ({
  data: ["xor", "circle", "moons", "spiral", "blobs", "slope", "hills", "own"],
  features: ["x1", "x2", "x1^2", "x2^2", "x1x2", "sin(x1)", "sin(x2)"],
  activation: ["tanh", "relu", "sigmoid", "identity"],
  loss: ["cross-entropy", "squared-error", "absolute-error"],
  optimizer: ["sgd", "momentum", "rmsprop", "adam"],
  scale: ["linear", "log"],
  code: libraries,
  /** Steps a second. */
  speed: ["1", "10", "100", "1000", "fastest"],
});

export const settings = {
  data: choice(options.data),
  own: planarPoints(),
  points: integer(250, limits.points),
  /** In hundredths. */
  noise: integer(5, limits.noise),
  trainPart: integer(70, limits.trainPart),
  features: features(["x1", "x2"]),
  /** With four units every seed learns the XOR cloud. */
  hidden: integers([4], limits.units),
  activation: choice(options.activation),
  loss: choice(options.loss),
  optimizer: choice(options.optimizer),
  learningRate: positive(0.1, limits.learningRate),
  l1: number(0, limits.penalty),
  l2: number(0, limits.penalty),
  batchSize: integer(10, limits.batchSize),
  seed: integer(1, limits.seed),
  /** Where training stops by itself; 0 is nowhere. */
  untilEpoch: integer(0, limits.untilEpoch),
  untilLoss: number(0, limits.untilLoss),
  /** The boundary is to be seen as it comes to be: a few seconds for the XOR cloud. */
  speed: choice(options.speed, "100"),
  trueStep: flag(false),
  testPoints: flag(true),
  scale: choice(options.scale),
  code: place(options.code),
};

/** The learning rate with which each optimizer learns these points well. */
export const usualLearningRate = { sgd: 0.1, momentum: 0.03, rmsprop: 0.01, adam: 0.01 };

/**
 * The part of the state that determines the network and its points.
 * @param {PlaygroundState} state
 * @returns {PlaygroundConfig}
 */
export function configOf(state) {
  const { data, own, noise, loss } = state;
  return { ...settingsOf(state), edge: EDGE, own: data === "own" ? own : [], noise: noise / 100, output: outputOf(data, loss) };
}

/**
 * What the last unit makes of its sum. Only a linear one reaches any value; the cross-entropy needs a probability.
 * @param {PlaygroundState["data"]} data
 * @param {PlaygroundState["loss"]} loss
 */
export function outputOf(data, loss) {
  return hasValues(data) && loss !== "cross-entropy" ? "identity" : "sigmoid";
}

/** Whether the points have values and no classes. @param {PlaygroundState["data"]} data */
export function hasValues(data) {
  return data === "slope" || data === "hills";
}

/**
 * What else changes with the data: values are learnt with the squared error, classes with the cross-entropy, unless the
 * visitor says otherwise.
 * @param {PlaygroundState} state
 * @param {PlaygroundState["data"]} data
 * @returns {Partial<PlaygroundState>}
 */
export function withData(state, data) {
  if (hasValues(state.data) === hasValues(data)) return { data };
  return { data, loss: hasValues(data) ? "squared-error" : "cross-entropy" };
}

/** @param {PlaygroundState} state @returns {PlaygroundGoal} */
export function goalOf({ untilEpoch, untilLoss, speed }) {
  return {
    ...(untilEpoch > 0 ? { untilEpoch } : {}),
    ...(untilLoss > 0 ? { untilLoss } : {}),
    ...(speed === "fastest" ? {} : { stepsPerSecond: Number(speed) }),
  };
}

/**
 * Whether the points that test are drawn. One's own always are: whoever puts a point in sees it.
 * @param {PlaygroundState} state
 */
export function showsTest({ data, testPoints }) {
  return testPoints || data === "own";
}

/**
 * The settings that determine the network and its points, to come back to.
 * @param {PlaygroundState} state
 */
export function settingsOf({ data, own, points, noise, trainPart, features, hidden, activation, loss, optimizer, learningRate, l1, l2, batchSize, seed }) {
  return { data, own, points, noise, trainPart, features, hidden, activation, loss, optimizer, learningRate, l1, l2, batchSize, seed };
}

/** Units of every layer, inputs first. @param {PlaygroundState} state */
export function layersOf({ features, hidden }) {
  return [features.length, ...hidden, 1];
}

/**
 * @param {number} fallback
 * @param {{ min: number, max: number }} range
 * @returns {Setting<number>}
 */
function number(fallback, { min, max }) {
  return {
    fallback,
    parse: (text) => {
      const value = text.trim() === "" ? NaN : Number(text);
      return value >= min && value <= max ? value : undefined;
    },
    write: String,
  };
}

/** @returns {Setting<PlanarPoint[]>} */
function planarPoints() {
  return { fallback: [], parse: readPoints, write: writePoints };
}

/**
 * @param {Feature[]} fallback
 * @returns {Setting<Feature[]>} at least one, in the order of the options
 */
function features(fallback) {
  return {
    fallback,
    parse: (text) => {
      const names = text.split("_");
      const known = options.features.filter((feature) => names.includes(feature));
      return known.length > 0 && known.length === names.length ? known : undefined;
    },
    write: (values) => values.join("_"),
  };
}
