/**
 * Rules and networks that tell two kinds of digits apart, on the images that are here. Requests are answered one after the
 * other: none finds its images replaced while its network trains.
 */

import { engineReady } from "../../../worker/engine.js";
import { lessonReady } from "../../../worker/lesson.js";
import { Examples, shown } from "./examples.js";
import { Networks } from "./networks.js";
import { inTurn } from "../../../worker/tasks.js";

/** @import { Handlers } from "../../../protocol" */
/** @import { DigitPair, NewData, RulesMessage, RulesScore, Wanted } from "../protocol" */
/** @import { RulesExamples } from "../../../worker/lesson.js" */
/** @import { Session } from "../../../worker/session.js" */

/** Images to learn from, held-out ones as they are, and these as new data.
 *  @typedef {NonNullable<ReturnType<Examples["of"]>>} Sets */

/**
 * @param {Session} session
 * @returns {Handlers<RulesMessage["type"]>}
 */
export function handlers(session) {
  const examples = new Examples(() => session.data);
  const networks = new Networks();
  const next = inTurn();

  /**
   * @template T
   * @param {{ pair: DigitPair, newData: NewData }} question
   * @param {(sets: Sets) => T | Promise<T>} answer
   * @returns {Promise<T | null>} null while the images are on their way
   */
  const withImages = ({ pair, newData }, answer) =>
    next(async () => {
      // Without any, there is nothing to load the lesson's part for.
      if (session.data.rows("train") === 0) return null;
      await lessonReady();
      const sets = examples.of(pair, newData);
      return sets && answer(sets);
    });

  return {
    rulesAnswer: (message) =>
      withImages(message, ({ training, original, distorted }) => {
        const score = (/** @type {RulesExamples} */ set) => scoreOf(set, set.answers(message.rules), message.wanted);
        return { training: score(training), original: score(original), distorted: score(distorted) };
      }),
    rulesMeasure: (message) =>
      withImages(message, ({ training, distorted }) => {
        const set = message.set === "training" ? training : distorted;
        // An address may ask for an image that is not among those that could be had.
        const index = Math.min(message.image, set.count - 1);
        const { pixels, classes } = shown(set, [index]);
        return {
          pixels,
          class: classes[0] === 1 ? 1 : 0,
          reading: set.reading(index, message.measure),
          values: set.values(message.measure),
          classes: set.classes,
        };
      }),
    rulesBest: ({ pair, measure, class: voted }) =>
      next(async () => {
        await lessonReady();
        const training = examples.training(pair);
        const best = training?.best(measure, voted);
        return training && best ? { ...best, images: training.count } : null;
      }),
    rulesLearn: (message) =>
      withImages(message, async (sets) => {
        await engineReady();
        const trainer = await networks.at(message.step, message, sets.training);
        const score = async (/** @type {RulesExamples} */ set) => scoreOf(set, await networks.answers(trainer, set), message.wanted);
        const training = await score(sets.training);
        const original = await score(sets.original);
        const distorted = await score(sets.distorted);
        return { step: trainer.step, epoch: trainer.epoch, training, original, distorted };
      }),
  };
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
