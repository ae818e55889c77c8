/**
 * One perceptron: what it gives, how it learns, and where on the map of its weights it stands. Every answer follows from
 * its request alone, so that nothing is lost with a worker.
 */

import { packageReady, perceptronAnswer, perceptronLearn, perceptronMap, perceptronStart } from "./package.js";

/** @import { Handlers } from "../../../protocol" */
/** @import { PerceptronMessage } from "../protocol" */

/** @returns {Handlers<PerceptronMessage["type"]>} */
export function handlers() {
  return {
    async perceptronAnswer({ table, weights }) {
      await packageReady();
      return perceptronAnswer(table, weights);
    },
    async perceptronLearn({ lesson, shown, more }) {
      await packageReady();
      return perceptronLearn(lesson.table, lesson.start, lesson.rate, lesson.seed, shown, more);
    },
    async perceptronMap({ table, weights, reach }) {
      await packageReady();
      return perceptronMap(table, weights, reach);
    },
    async perceptronStart({ seed }) {
      await packageReady();
      return perceptronStart(seed);
    },
  };
}
