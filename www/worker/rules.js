/**
 * Rules and networks that tell two kinds of digits apart, on the images that are here.
 */

import { engineReady } from "./engine.js";
import { Examples, shown } from "./rules/examples.js";
import { Networks } from "./rules/networks.js";

/** @import { MessageOf, Results } from "../protocol" */
/** @import { RulesScore, Wanted } from "../protocol/rules" */
/** @import { Data } from "./data.js" */
/** @import { RulesExamples } from "./engine.js" */

export class Rules {
  #networks = new Networks();
  /** Requests are answered one after the other: none finds its images replaced while its network trains. @type {Promise<unknown>} */
  #last = engineReady;

  /** @param {() => Data} data */
  constructor(data) {
    this.examples = new Examples(data);
  }

  /** @param {MessageOf<"rulesAnswer">} message @returns {Promise<Results["rulesAnswer"]>} */
  answer({ pair, newData, rules, wanted }) {
    return this.#inTurn(async () => {
      const sets = this.examples.of(pair, newData);
      if (!sets) return null;
      const score = (/** @type {RulesExamples} */ examples) => scoreOf(examples, examples.answers(rules), wanted);
      return { training: score(sets.training), original: score(sets.original), distorted: score(sets.distorted) };
    });
  }

  /** @param {MessageOf<"rulesMeasure">} message @returns {Promise<Results["rulesMeasure"]>} */
  measure({ pair, newData, set, image, measure }) {
    return this.#inTurn(async () => {
      const sets = this.examples.of(pair, newData);
      if (!sets) return null;
      const examples = set === "training" ? sets.training : sets.distorted;
      // An address may ask for an image that is not among those that could be had.
      const index = Math.min(image, examples.count - 1);
      const { pixels, classes } = shown(examples, [index]);
      return {
        pixels,
        class: classes[0] === 1 ? 1 : 0,
        reading: examples.reading(index, measure),
        values: examples.values(measure),
        classes: examples.classes,
      };
    });
  }

  /** @param {MessageOf<"rulesBest">} message @returns {Promise<Results["rulesBest"]>} */
  best({ pair, measure, class: voted }) {
    return this.#inTurn(async () => {
      const training = this.examples.training(pair);
      const best = training?.best(measure, voted);
      return training && best ? { ...best, images: training.count } : null;
    });
  }

  /** @param {MessageOf<"rulesLearn">} message @returns {Promise<Results["rulesLearn"]>} */
  learn({ pair, newData, hasSeenNewData, step, wanted }) {
    return this.#inTurn(async () => {
      const sets = this.examples.of(pair, newData);
      if (!sets) return null;
      const trainer = await this.#networks.at(step, { pair, newData, hasSeenNewData }, sets.training);
      const score = async (/** @type {RulesExamples} */ examples) => scoreOf(examples, await this.#networks.answers(trainer, examples), wanted);
      const training = await score(sets.training);
      const original = await score(sets.original);
      const distorted = await score(sets.distorted);
      return { step: trainer.step, epoch: trainer.epoch, training, original, distorted };
    });
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(work) {
    const answer = this.#last.then(work);
    this.#last = answer.catch(() => {});
    return answer;
  }
}

/**
 * @param {RulesExamples} examples
 * @param {Uint8Array} answers
 * @param {Wanted} wanted
 * @returns {RulesScore}
 */
function scoreOf(examples, answers, { count, wrongOnly }) {
  const { classes } = examples;
  const all = [...classes.keys()];
  const wrong = all.filter((index) => answers[index] !== classes[index]);
  const { pixels, ...rest } = shown(examples, (wrongOnly ? wrong : all).slice(0, count));
  return {
    images: classes.length,
    right: classes.length - wrong.length,
    undecided: answers.filter((answer) => answer === 2).length,
    shown: { ...rest, pixels, answers: Uint8Array.from(rest.indices, (index) => answers[index] ?? 2) },
  };
}
