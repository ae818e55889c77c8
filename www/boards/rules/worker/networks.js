/**
 * Two networks for the same two digits: one that has seen only the training images as they are, and one that has seen
 * distorted copies of them as well. Their weights at a step follow from what they are trained on, so that a step that is
 * asked for again, of another worker perhaps, is the same step.
 */

import { Trainer } from "../../../worker/engine.js";
import { PIXELS } from "../../../worker/manifest.js";

/** @import { DigitPair, NewData } from "../protocol" */
/** @import { TrainerHandle } from "../../../worker/engine.js" */
/** @import { RulesExamples } from "../../../worker/lesson.js" */

/** @typedef {{ pair: DigitPair, newData: NewData, hasSeenNewData: boolean }} Lesson */

/** Pixels, hidden units, classes. */
const LAYERS = [PIXELS, 64, 2];
const BATCH = 64;

/** Distorted copies of every training image. None of their seeds may be that of the new data that the networks are scored on. */
const COPIES = 8;

/** A step costs little, and the trainer takes at most so many at once. */
const MOST_STEPS = 1024;

export class Networks {
  /** @type {Map<boolean, { key: string, trainer: TrainerHandle }>} */
  #trainers = new Map();
  /** Of the sets that are scored again and again. @type {WeakMap<RulesExamples, Float32Array>} */
  #inputs = new WeakMap();

  /**
   * The network after so many steps.
   * @param {number} step
   * @param {Lesson} lesson
   * @param {RulesExamples} training
   */
  async at(step, lesson, training) {
    const { pair, newData, hasSeenNewData } = lesson;
    const key = JSON.stringify([pair, training.count, newData.seed, hasSeenNewData && newData.distortion]);
    const kept = this.#trainers.get(hasSeenNewData);
    const trainer = kept?.key === key && kept.trainer.step <= step ? kept.trainer : await this.#create(lesson, training);
    if (trainer !== kept?.trainer) {
      kept?.trainer.free();
      this.#trainers.set(hasSeenNewData, { key, trainer });
    }
    while (trainer.step < step) await trainer.train(Math.min(MOST_STEPS, step - trainer.step));
    return trainer;
  }

  /**
   * The likelier class of every example.
   * @param {TrainerHandle} trainer
   * @param {RulesExamples} examples
   */
  async answers(trainer, examples) {
    const all = rowsOf(examples);
    const inputs = this.#inputs.get(examples) ?? inputsOf(examples.pixels(all));
    this.#inputs.set(examples, inputs);
    const probabilities = await trainer.predict(inputs);
    return Uint8Array.from(all, (index) => ((probabilities[2 * index + 1] ?? 0) > (probabilities[2 * index] ?? 0) ? 1 : 0));
  }

  /**
   * @param {Lesson} lesson
   * @param {RulesExamples} training
   */
  async #create({ newData, hasSeenNewData }, training) {
    const trainer = await Trainer.create({ layers: LAYERS, initializer: "he-uniform", batchSize: BATCH, seed: newData.seed, backend: "cpu" });
    const copies = hasSeenNewData ? COPIES : 0;
    const pixels = new Uint8Array((1 + copies) * training.count * PIXELS);
    const classes = new Uint8Array((1 + copies) * training.count);
    const all = rowsOf(training);
    for (let copy = 0; copy <= copies; copy += 1) {
      const examples = copy === 0 ? training : training.distorted(newData.distortion, (newData.seed + copy) % 2 ** 32);
      pixels.set(examples.pixels(all), copy * all.length * PIXELS);
      classes.set(examples.classes, copy * all.length);
      if (copy > 0) examples.free();
    }
    // At once, for the first epoch goes through what is added one after the other.
    trainer.addTrainingData(inputsOf(pixels), classes);
    return trainer;
  }
}

/**
 * From -1 for black to 1 for white: an image and its inverse are as far from 0 as each other. From 0 to 1, inverted images
 * would be nearly all ones, and what tells two digits apart would be learnt many times more slowly.
 * @param {Uint8Array} pixels
 */
function inputsOf(pixels) {
  const inputs = new Float32Array(pixels.length);
  for (let index = 0; index < pixels.length; index += 1) inputs[index] = (pixels[index] ?? 0) / 127.5 - 1;
  return inputs;
}

/** @param {RulesExamples} examples */
function rowsOf(examples) {
  return Uint32Array.from({ length: examples.count }, (_, index) => index);
}
