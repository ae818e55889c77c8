/**
 * More data: networks that begin with the same weights and take the same steps, each on another number of images.
 */

import { feedFirst } from "../../../worker/abreast.js";

/** @import { MessageOf } from "../../../protocol" */
/** @import { Course } from "../../../worker/abreast.js" */

/**
 * @param {MessageOf<"revolutionMoreDataTrain">} message
 * @returns {Course}
 */
export function courseOf({ number, plan: { config, trainingImages, testSteps }, tests }) {
  return {
    number,
    tests,
    testSteps,
    trainingImages: Math.max(...trainingImages),
    onCpu: true,
    begin: (data) => ({
      entrants: trainingImages.map((images) => ({ config: { ...config, trainingImages: images }, feed: (trainer) => feedFirst(trainer, data, images) })),
      sets: { test: data.blocks.test },
    }),
  };
}
