/**
 * One perceptron: what it gives, how it learns, and where on the map of its weights it stands. Every answer follows from
 * its request alone, so that nothing is lost with a worker.
 */

import { engineReady, perceptronAnswer, perceptronLearn, perceptronMap, perceptronStart } from "./engine.js";

/** @import { MessageOf } from "../protocol" */

/** @param {MessageOf<"perceptronAnswer">} message */
export async function answer({ table, weights }) {
  await engineReady;
  return perceptronAnswer(table, weights);
}

/** @param {MessageOf<"perceptronLearn">} message */
export async function learn({ lesson, shown, more }) {
  await engineReady;
  return perceptronLearn(lesson.table, lesson.start, lesson.rate, lesson.seed, shown, more);
}

/** @param {MessageOf<"perceptronMap">} message */
export async function map({ table, weights, reach }) {
  await engineReady;
  return perceptronMap(table, weights, reach);
}

/** @param {MessageOf<"perceptronStart">} message */
export async function start({ seed }) {
  await engineReady;
  return perceptronStart(seed);
}
