/**
 * The four fields' requests: what has been learnt after so many steps of a lesson.
 */

import { engineReady, factorize, qLearn } from "./engine.js";
import { Language } from "./fields/language.js";
import { Vision } from "./fields/vision.js";

/** @import { MessageOf } from "../protocol" */
/** @import { RecommendationProgress, ReinforcementProgress } from "../protocol/fields" */
/** @import { Data } from "./data.js" */

export class Fields {
  #language = new Language();

  /** @param {() => Data} dataOf */
  constructor(dataOf) {
    this.vision = new Vision(dataOf);
  }

  /** @param {MessageOf<"fieldsVision">} message */
  async learnVision(message) {
    await engineReady;
    return this.vision.learn(message);
  }

  /** @param {MessageOf<"fieldsLanguage">} message */
  async learnLanguage(message) {
    await engineReady;
    return this.#language.learn(message);
  }

  /**
   * From the beginning every time, which takes less than a millisecond.
   * @param {MessageOf<"fieldsRecommendation">} message
   * @returns {Promise<RecommendationProgress>}
   */
  async learnRecommendation({ lesson, shown, more }) {
    await engineReady;
    const { ratings, things: columns, factors, penalty, seed } = lesson;
    const done = shown + more;
    const { losses, lossBefore, table, people, things } = factorize(Uint8Array.from(ratings), columns, factors, penalty, seed, done);
    return { done, curve: losses, lossBefore, table, people, things };
  }

  /**
   * From the beginning every time, which takes a few milliseconds.
   * @param {MessageOf<"fieldsReinforcement">} message
   * @returns {Promise<ReinforcementProgress>}
   */
  async learnReinforcement({ lesson, shown, more }) {
    await engineReady;
    const done = shown + more;
    const { episodeSteps, ...learnt } = qLearn(lesson.world, lesson.seed, done);
    return { done, curve: episodeSteps, steps: episodeSteps.reduce((sum, steps) => sum + steps, 0), ...learnt };
  }
}
