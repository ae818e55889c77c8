/**
 * The requests of the three networks: they learn one spiral abreast, and what they decide is looked at.
 */

import { Abreast } from "../../../../worker/abreast.js";
import { engineReady, planar } from "../../../../worker/engine.js";
import { Fresh } from "../../../../worker/fresh.js";
import { ANSWER_SIDE, gridPoints } from "../../playground/worker/plane.js";
import { split } from "../../playground/worker/points.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { WideMessage, WidePlan } from "../protocol" */
/** @import { Course } from "../../../../worker/abreast.js" */
/** @import { Session } from "../../../../worker/session.js" */

/** Percent of the points. */
const TRAIN = 50;

/**
 * @param {Session} session
 * @returns {Handlers<WideMessage["type"]>}
 */
export function handlers(session) {
  const abreast = new Abreast(session);
  /** Of the networks that learn. */
  let learning = -1;
  /** [networks]: as they begin. @type {Fresh[]} */
  const fresh = [];

  return {
    wideTrain(message) {
      learning = message.plan.seed;
      return abreast.train(courseOf(message));
    },
    widePause: () => abreast.pause(),
    async wideMaps({ plan }) {
      await engineReady();
      const places = gridPoints(ANSWER_SIDE, plan.edge);
      const learnt = plan.seed === learning ? abreast.trainers : [];
      const trainers = learnt.length > 0 ? learnt : await Promise.all(plan.networks.map((config, network) => (fresh[network] ??= new Fresh()).of(config)));
      const answers = await Promise.all(trainers.map((trainer) => trainer.predict(places)));
      return { side: ANSWER_SIDE, answers, training: pointsOf(plan).training };
    },
  };
}

/** @param {WidePlan} plan */
function pointsOf({ points, noise, seed }) {
  return split(planar("spiral", points, noise, seed), TRAIN);
}

/**
 * @param {{ number: number, plan: WidePlan, tests: number }} message
 * @returns {Course}
 */
function courseOf({ number, plan, tests }) {
  return {
    number,
    tests,
    testSteps: plan.testSteps,
    trainingImages: 0,
    // Networks as small as these are nothing for a graphics card.
    onCpu: true,
    // What they decide is looked at when they have learnt.
    stays: true,
    begin: () => {
      const { training, test } = pointsOf(plan);
      return {
        entrants: plan.networks.map((config) => ({ config, feed: (trainer) => trainer.addTrainingData(training.inputs, training.targets) })),
        sets: { test: [{ images: test.inputs, labels: test.targets }] },
      };
    },
  };
}
