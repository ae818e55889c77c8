/**
 * A playground's network with its points: trains, measures itself, and comes back to good weights.
 */

import { awake } from "../../../../worker/clock.js";
import { Condition } from "../../../../worker/condition.js";
import { Trainer } from "../../../../worker/engine.js";
import { Failure } from "../../../../worker/failure.js";
import { featuresOf } from "./features.js";
import { guessFor, known } from "./guess.js";
import { Maps } from "./maps.js";
import { pointsOf, split } from "./points.js";

/** @import { Checkpoint, MessageOf } from "../../../../protocol" */
/** @import { PlanarScore, PlanarSet, PlaygroundConfig } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** After so many epochs a network can be expected to do better than guessing, and by so much at least. */
const PATIENCE_EPOCHS = 20;
const BETTER = 0.1;

/** A step costs microseconds, and the trainer takes at most so many at once. */
const MOST_STEPS = 1024;

export class Network {
  /** Seconds spent training. */
  seconds = 0;
  #condition;
  #lowestLoss = Infinity;
  /** The last good weights, and the learning rate that led there. @type {{ checkpoint: Checkpoint, learningRate: number } | null} */
  #good = null;
  /** Of the steps to come, and of the last one. */
  #learningRate;
  #usedRate;

  /**
   * @param {PlaygroundConfig} config
   * @param {TrainerHandle} trainer without data
   */
  constructor(config, trainer) {
    this.config = config;
    this.trainer = trainer;
    this.#learningRate = this.#usedRate = config.learningRate;
    this.maps = new Maps(config);
    const { training, test } = split(pointsOf(config), config.trainPart);
    this.training = training;
    this.test = test;
    this.guess = guessFor(training, config.loss);
    this.#condition = new Condition(this.guess);
    if (training.targets.length > 0) trainer.addTrainingData(this.#features(training), training.targets);
    // Both parts are measured with the same weights, so that the two losses can be compared.
    for (const set of [training, test]) {
      if (set.targets.length > 0) trainer.addTestData(this.#features(set), set.targets);
    }
  }

  /** @param {PlaygroundConfig} config */
  static async create(config) {
    const { features, hidden, activation, output, loss, optimizer, learningRate, l1, l2, batchSize, seed } = config;
    const trainer = await Trainer.create({
      layers: [features.length, ...hidden, 1],
      activation, output, loss, optimizer, learningRate, l1, l2, batchSize, seed,
      // What each activation is usually begun with.
      initializer: activation === "relu" ? "he-uniform" : "glorot-uniform",
      shuffle: true,
      backend: "cpu",
    });
    return new Network(config, trainer);
  }

  get layerCount() {
    return this.config.hidden.length + 1;
  }

  get isEmpty() {
    return this.training.targets.length === 0;
  }

  /**
   * The step at which the epoch of `step` is over, and `epochs - 1` more.
   * @param {number} step
   * @param {number} epochs
   */
  epochEnd(step, epochs) {
    const { stepsPerEpoch } = this.trainer;
    return (Math.floor(step / stepsPerEpoch) + epochs) * stepsPerEpoch;
  }

  /**
   * @param {number} steps
   * @returns {Promise<boolean>} false when a batch's loss was not finite
   */
  async train(steps) {
    const started = awake();
    this.#usedRate = this.#learningRate;
    const { losses } = await this.trainer.train(Math.min(steps, MOST_STEPS));
    this.seconds += (awake() - started) / 1000;
    return losses.every(Number.isFinite);
  }

  /** @returns {Promise<{ train: PlanarScore, test: PlanarScore }>} */
  async measure() {
    const trainRows = this.training.targets.length;
    const train = await this.#score(0, this.training);
    const test = await this.#score(trainRows, this.test);
    return { train, test };
  }

  /** The training points' mean loss. */
  async trainLoss() {
    return (await this.#score(0, this.training)).loss;
  }

  /** @returns {Promise<Checkpoint>} the weights as they are */
  async checkpoint() {
    return { bytes: await this.trainer.checkpoint(), step: this.trainer.step, seconds: this.seconds };
  }

  /**
   * Judges the weights as they are, and keeps them where they are good.
   * @param {PlanarScore} score of the training points
   * @returns {Promise<{ isRuined: boolean, isGuessing: boolean }>}
   */
  async judge(score) {
    if (this.isEmpty) return { isRuined: false, isGuessing: false };
    const accuracy = known(score, this.training);
    this.#condition.take({ loss: score.loss, accuracy }, this.trainer.step);
    // So few points swing from side to side where the loss goes down: the lowest loss is as good as the best answers.
    const isLowest = !this.#condition.isRuined && score.loss <= this.#lowestLoss;
    if (isLowest) this.#lowestLoss = score.loss;
    if (this.#condition.isGood || isLowest) this.#good = { checkpoint: await this.checkpoint(), learningRate: this.#usedRate };
    return {
      isRuined: this.#condition.isRuined,
      isGuessing: this.trainer.epoch >= PATIENCE_EPOCHS && accuracy - this.guess.accuracy < BETTER * (1 - this.guess.accuracy),
    };
  }

  /** @param {Checkpoint} checkpoint */
  restore({ bytes, seconds }) {
    this.trainer.restore(bytes);
    this.seconds = seconds;
  }

  get good() {
    return this.#good;
  }

  /** Back to the last good weights. @returns {{ learningRate: number }} which led there, and is that of the steps to come */
  rewind() {
    if (this.#good) {
      this.restore(this.#good.checkpoint);
      this.learningRate = this.#good.learningRate;
    }
    return { learningRate: this.#learningRate };
  }

  set learningRate(/** @type {number} */ learningRate) {
    this.#learningRate = learningRate;
    this.trainer.learningRate = learningRate;
  }

  /** @param {MessageOf<"playgroundSetParameter">} parameter */
  async setParameter({ layer, unit, input, value }) {
    const { weights, biases } = await this.#parameters(layer);
    const values = input === undefined ? biases : weights;
    const index = input === undefined ? unit : input * biases.length + unit;
    if (!(index in values) || unit >= biases.length) throw new Failure("bad-request", `layer ${layer} has no unit ${unit} with input ${input}`);
    values[index] = value;
    this.trainer.setParameters(layer, weights, biases);
    // By hand one may well make it worse: what is good is judged anew.
    this.#condition = new Condition(this.guess);
    this.#lowestLoss = Infinity;
  }

  parameters() {
    return Promise.all(Array.from({ length: this.layerCount }, (_, layer) => this.#parameters(layer)));
  }

  free() {
    this.trainer.free();
  }

  /** @param {number} layer */
  async #parameters(layer) {
    const [weights, biases] = await Promise.all([this.trainer.weights(layer), this.trainer.biases(layer)]);
    return { weights, biases };
  }

  /**
   * @param {number} first of the trainer's test rows
   * @param {PlanarSet} set which stands there
   * @returns {Promise<PlanarScore>}
   */
  async #score(first, { targets }) {
    const rows = targets.length;
    if (rows === 0) return { loss: NaN, hits: 0, deviation: NaN, rows };
    const { lossSum, hits, outputs } = await this.trainer.evaluate(first, rows);
    const squares = targets.reduce((sum, target, row) => sum + ((outputs[row] ?? 0) - target) ** 2, 0);
    return { loss: lossSum / rows, hits, deviation: Math.sqrt(squares / rows), rows };
  }

  /** @param {PlanarSet} set */
  #features({ inputs }) {
    return featuresOf(inputs, this.config.features);
  }
}
