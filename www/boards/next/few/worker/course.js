/**
 * Networks that learn from the same few images, some of them from images that are distorted afresh at every epoch.
 */

import { feedFirst, firstRows } from "../../../../worker/abreast.js";
import { Distorted } from "./distorted.js";

/** @import { Event, MessageOf } from "../../../../protocol" */
/** @import { Course, Entrant } from "../../../../worker/abreast.js" */
/** @import { Data } from "../../../../worker/data.js" */
/** @import { FewPlan } from "../protocol" */

/**
 * @param {MessageOf<"fewTrain">} message
 * @param {(event: Event) => void} emit
 * @returns {Course}
 */
export function courseOf({ number, plan, tests }, emit) {
  const { networks, images, testImages, testSteps } = plan;
  return {
    number,
    tests,
    testSteps,
    trainingImages: images,
    begin: (data) => ({
      entrants: networks.map((network) => entrantOf(network, plan, data, (fed) => emit({ event: "fewFed", number, fed }))),
      sets: { train: firstRows(data.blocks.train, images), test: firstRows(data.blocks.test, testImages) },
    }),
  };
}

/**
 * @param {FewPlan["networks"][number]} network
 * @param {FewPlan} plan
 * @param {Data} data
 * @param {ConstructorParameters<typeof Distorted>[1]["tell"]} tell
 * @returns {Entrant}
 */
function entrantOf({ config, isDistorted }, { images, seed, testSteps }, data, tell) {
  if (!isDistorted) return { config, feed: (trainer) => feedFirst(trainer, data, images) };
  const distorted = new Distorted(firstRows(data.blocks.train, images), { seed, tell });
  // Every batch has images of its own, in the order in which they are made.
  const rows = (testSteps.at(-1) ?? 0) * (config.batchSize ?? 1);
  return {
    config: { ...config, shuffle: false },
    feed: (trainer) => {
      if (trainer.trainingRows === 0) trainer.expectTrainingRows(rows);
      const { pixels, labels } = distorted.next();
      trainer.addTrainingData(pixels, labels);
    },
  };
}
