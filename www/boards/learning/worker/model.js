/**
 * A model in training on the places that one has: every step is a step of gradient descent with all of them.
 */

import { Trainer, divergences } from "../../../worker/engine.js";
import { placesOf, wholeOf } from "./places.js";

/** @import { Comparison, DivergenceKind, LearningProblem } from "../protocol" */
/** @import { Options, TrainerHandle } from "../../../worker/engine.js" */
/** @import { Places } from "./places.js" */

/**
 * The loss that makes each divergence small. The 0-1 divergence has none: its slope is 0 wherever it has one.
 * @type {Record<DivergenceKind, "squared-error" | "absolute-error" | null>}
 */
const losses = { squared: "squared-error", absolute: "absolute-error", "zero-one": null };

export class Model {
  /**
   * @param {string} key
   * @param {TrainerHandle} trainer
   * @param {number[]} hidden
   * @param {boolean} hasSlope
   */
  constructor(key, trainer, hidden, hasSlope) {
    this.key = key;
    this.trainer = trainer;
    this.layers = sizes(hidden);
    this.hasSlope = hasSlope;
  }

  /** What a model that is made for one request must share with another one. @param {LearningProblem} problem @param {number[]} hidden */
  static keyOf({ knots, samples, seed, divergence }, hidden) {
    return JSON.stringify([hidden, samples, seed, divergence, [...knots]]);
  }

  /** @param {LearningProblem} problem @param {number[]} hidden */
  static async create(problem, hidden) {
    const places = placesOf(problem);
    const loss = losses[problem.divergence];
    const trainer = await Trainer.create({ ...options(hidden, problem.seed), ...(loss ? { loss } : {}), batchSize: places.x.length });
    trainer.addTrainingData(places.x, places.g);
    return new Model(Model.keyOf(problem, hidden), trainer, hidden, loss !== null);
  }

  /** @param {number[]} hidden @param {number} seed */
  static async freshWeights(hidden, seed) {
    const trainer = await Trainer.create(options(hidden, seed));
    const model = new Model("", trainer, hidden, true);
    const weights = await model.weights();
    trainer.free();
    return weights;
  }

  /** One step down the slope. @returns {Promise<number>} the loss before it */
  async step() {
    // Nothing pushes the weights: a slope of 0 times any learning rate is 0.
    if (!this.hasSlope) return 0;
    const { losses } = await this.trainer.train(1);
    return losses[0] ?? NaN;
  }

  /** All of them, layer after layer: weights [inputs, units], then biases [units]. */
  async weights() {
    const parts = this.layers.slice(1).flatMap((_, layer) => [this.trainer.weights(layer), this.trainer.biases(layer)]);
    const values = await Promise.all(parts);
    return Float32Array.from(values.flatMap((part) => [...part]));
  }

  /** @param {Float32Array} values as `weights` gives them */
  setWeights(values) {
    let from = 0;
    const take = (/** @type {number} */ count) => values.subarray(from, (from += count));
    for (const [layer, units] of this.layers.slice(1).entries()) {
      const weights = take((this.layers[layer] ?? 0) * units);
      this.trainer.setParameters(layer, weights, take(units));
    }
  }

  /** @param {LearningProblem} problem @returns {Promise<{ whole: Comparison, seen: Comparison }>} */
  async compare(problem) {
    const whole = await this.#compare(wholeOf(problem), problem);
    const seen = problem.samples === null ? whole : await this.#compare(placesOf(problem), problem);
    return { whole, seen };
  }

  /** @param {Places} places @param {LearningProblem} problem @returns {Promise<Comparison>} */
  async #compare({ x, g }, { divergence, tolerance }) {
    const f = await this.trainer.predict(x);
    return { x, f, g, ...divergences(divergence, tolerance, f, g) };
  }
}

/** @param {number[]} hidden @param {number} seed @returns {Options} */
function options(hidden, seed) {
  return {
    layers: sizes(hidden),
    activation: "tanh",
    output: "identity",
    loss: "squared-error",
    optimizer: "sgd",
    shuffle: false,
    seed,
    backend: "cpu",
  };
}

/** Units of every layer: one number goes in, one comes out. @param {number[]} hidden */
function sizes(hidden) {
  return [1, ...hidden, 1];
}
