/**
 * A run: one network in training. It owns the trainer, gives it the data as they arrive, keeps the newest good
 * weights, and moves to the CPU with them when the graphics card is lost.
 */

import { isFinite } from "./checkpoints.js";
import { Failure, isDeviceFailure, isOutOfMemory } from "./failure.js";
import { createTrainer } from "./trainers.js";

/** @import { Checkpoint, RunConfig, RunInfo } from "../protocol" */
/** @import { Block, Images } from "./images.js" */
/** @import { TrainerHandle } from "./engine.js" */

/** @typedef {{ checkpoint: Checkpoint, learningRate: number }} Good */

export class Run {
  /** The newest weights that are worth going on with. @type {Checkpoint | null} */
  checkpoint = null;
  /** The last ones that did well, and the learning rate that led there. @type {Good | null} */
  good = null;
  closed = false;
  /** Told when the run has gone over to the CPU, and why. @type {(error: unknown) => void} */
  onMoved = () => {};
  /** Told once where not all training images have room. @type {(error: Failure) => void} */
  onFull = () => {};

  /** Blocks that the trainer has. */
  #fed = { train: 0, test: 0 };
  /** No further training images have room on this device. */
  #isFull = false;
  /** @type {Promise<void> | null} */
  #moving = null;
  /** What is under way in the trainer, which must not be freed under it. @type {Set<Promise<unknown>>} */
  #uses = new Set();

  /**
   * @param {number} number
   * @param {RunConfig} config
   * @param {TrainerHandle} trainer
   * @param {Images} data
   */
  constructor(number, config, trainer, data) {
    this.number = number;
    this.config = config;
    this.trainer = trainer;
    this.data = data;
    // The epoch's length is known before the data are.
    trainer.expectTrainingRows(config.trainingImages);
  }

  /** @returns {RunInfo} */
  get info() {
    return { run: this.number, parameters: this.trainer.parameterCount, stepsPerEpoch: this.trainer.stepsPerEpoch };
  }

  /**
   * Lets `work` use the trainer. If the graphics card is lost meanwhile, the run moves to the CPU and `work` starts again.
   * @template T
   * @param {(trainer: TrainerHandle) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async use(work) {
    for (;;) {
      if (this.closed) throw new Failure("bad-request", `run ${this.number} is over`);
      const trainer = this.trainer;
      try {
        return await this.#tracked(work(trainer));
      } catch (error) {
        await this.recover(trainer, error);
      }
    }
  }

  /**
   * Moves to the CPU if `error` says that the graphics card behind `trainer` is lost; throws it otherwise.
   * @param {TrainerHandle} trainer
   * @param {unknown} error
   */
  async recover(trainer, error) {
    if (this.closed || !isDeviceFailure(error) || trainer.backend === "cpu") throw error;
    // Others may have met the same loss, and the move may be over.
    if (trainer !== this.trainer) return;
    this.#moving ??= this.#moveToCpu(error).finally(() => {
      this.#moving = null;
    });
    await this.#moving;
  }

  /** Gives the trainer the blocks that it does not have yet. */
  async feed() {
    const trainer = this.trainer;
    if (this.closed) return;
    try {
      this.#feed(trainer);
    } catch (error) {
      await this.recover(trainer, error);
    }
  }

  /**
   * Keeps the weights as they are, to come back to.
   * @param {number} seconds of training so far
   * @returns {Promise<boolean>} false, and nothing is kept, where a number in it is not finite
   */
  keepCheckpoint(seconds) {
    return this.use(async (trainer) => {
      const { step } = trainer;
      const bytes = new Uint8Array(await trainer.checkpoint());
      if (!isFinite(bytes)) return false;
      this.checkpoint = { bytes, step, seconds };
      return true;
    });
  }

  /** @param {number} learningRate of the steps to come */
  setLearningRate(learningRate) {
    this.trainer.learningRate = learningRate;
    this.config = { ...this.config, learningRate };
  }

  /** @param {Checkpoint} checkpoint */
  restore(checkpoint) {
    this.trainer.restore(checkpoint.bytes);
    this.checkpoint = checkpoint;
  }

  /** Frees the trainer when nothing is under way in it any more. */
  async close() {
    this.closed = true;
    await Promise.allSettled([...this.#uses]);
    this.trainer.free();
  }

  /**
   * @template T
   * @param {Promise<T>} promise
   * @returns {Promise<T>}
   */
  #tracked(promise) {
    this.#uses.add(promise);
    return promise.finally(() => this.#uses.delete(promise));
  }

  /** @param {TrainerHandle} trainer */
  #feed(trainer) {
    const { data } = this;
    // First, for where not all have room, fewer to learn from are better than none to test on.
    for (const block of data.blocks.test.slice(this.#fed.test)) trainer.addTestData(block.images, block.labels);
    const expected = Math.min(this.config.trainingImages, data.expectedTrainingRows);
    if (expected > 0 && !this.#isFull) trainer.expectTrainingRows(expected);
    for (const block of data.blocks.train.slice(this.#fed.train)) {
      const rows = Math.min(block.labels.length, this.config.trainingImages - trainer.trainingRows);
      if (rows > 0 && !this.#isFull) this.#addTraining(trainer, block, rows);
    }
    this.#fed = { train: data.blocks.train.length, test: data.blocks.test.length };
  }

  /**
   * Where a block has no room, those before it are all that there is to learn from.
   * @param {TrainerHandle} trainer
   * @param {Block} block
   * @param {number} rows of it
   */
  #addTraining(trainer, block, rows) {
    try {
      trainer.addTrainingData(block.images.subarray(0, rows * pixelsOf(block)), block.labels.subarray(0, rows));
    } catch (error) {
      // Of the graphics card, the CPU takes over; and with no image at all there is nothing to learn from.
      if (!isOutOfMemory(error) || trainer.backend !== "cpu" || trainer.trainingRows === 0) throw error;
      this.#isFull = true;
      trainer.expectTrainingRows(trainer.trainingRows);
      this.onFull(new Failure("data-large", `${trainer.trainingRows} of ${this.config.trainingImages} images have room`));
    }
  }

  /** @param {unknown} error */
  async #moveToCpu(error) {
    const trainer = await createTrainer(this.config, "cpu");
    this.#fed = { train: 0, test: 0 };
    this.#feed(trainer);
    if (this.checkpoint) trainer.restore(this.checkpoint.bytes);
    trainer.learningRate = this.config.learningRate;
    // The old trainer is left to the garbage collector: calls may still be under way in it.
    this.trainer = trainer;
    this.onMoved(error);
  }
}

/** @param {Block} block */
function pixelsOf(block) {
  return block.images.length / block.labels.length;
}
