/**
 * Two networks for the same two digits: one that has seen only the training images as they are, and one that has seen
 * distorted copies of them as well. Their weights at a step follow from what they are trained on, so that a step that is
 * asked for again, of another worker perhaps, is the same step.
 */

import { Trainer } from "../engine.js";

/** @import { DigitPair, NewData } from "../../protocol/rules" */
/** @import { RulesExamples, TrainerHandle } from "../engine.js" */

/** @typedef {{ pair: DigitPair, newData: NewData, hasSeenNewData: boolean }} Lesson */

/** Pixels, hidden units, classes. */
const LAYERS = [28 * 28, 32, 2];
const BATCH = 32;

/** Distorted copies of every training image. None of their seeds may be that of the new data that the networks are scored on. */
const COPIES = 4;

/** A step costs little, and the trainer takes at most so many at once. */
const MOST_STEPS = 1024;

export class Networks {
  /** @type {Map<boolean, { key: string, trainer: TrainerHandle }>} */
  #trainers = new Map();

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
    const all = Uint32Array.from({ length: examples.count }, (_, index) => index);
    const probabilities = await trainer.predict(examples.pixels(all));
    return Uint8Array.from(all, (index) => ((probabilities[2 * index + 1] ?? 0) > (probabilities[2 * index] ?? 0) ? 1 : 0));
  }

  /**
   * @param {Lesson} lesson
   * @param {RulesExamples} training
   */
  async #create({ newData, hasSeenNewData }, training) {
    const trainer = await Trainer.create({ layers: LAYERS, initializer: "he-uniform", batchSize: BATCH, seed: newData.seed, backend: "cpu" });
    add(trainer, training);
    for (let copy = 1; hasSeenNewData && copy <= COPIES; copy += 1) {
      const distorted = training.distorted(newData.distortion, (newData.seed + copy) % 2 ** 32);
      add(trainer, distorted);
      distorted.free();
    }
    return trainer;
  }
}

/** @param {TrainerHandle} trainer @param {RulesExamples} examples */
function add(trainer, examples) {
  const all = Uint32Array.from({ length: examples.count }, (_, index) => index);
  trainer.addTrainingData(examples.pixels(all), examples.classes);
}
