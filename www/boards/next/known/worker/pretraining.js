/**
 * The networks that others take over from: one a seed. Each is trained once, whatever is learnt with it.
 */

import { Abreast, firstRows } from "../../../../worker/abreast.js";
import { Failure } from "../../../../worker/failure.js";
import { onlyOf } from "./choosing.js";

/** @import { KnownPlan } from "../protocol" */
/** @import { Course, Entrant } from "../../../../worker/abreast.js" */
/** @import { Block } from "../../../../worker/images.js" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */
/** @import { Session } from "../../../../worker/session.js" */

/** What a layer has learnt. @typedef {{ layer: number, weights: Float32Array, biases: Float32Array }} Learnt */

export class Pretraining {
  /** The convolutions of each network that is done, by its number. @type {Map<number, Learnt[]>} */
  #done = new Map();
  /** Of the network that was asked for last. */
  #number = NaN;

  /** @param {Session} session */
  constructor(session) {
    this.training = new Abreast(session);
  }

  /** @param {KnownPlan} plan @returns {Promise<Learnt[] | null>} the convolutions that are taken over; null where it was told to pause */
  async convolutions(plan) {
    const { number, config } = plan.pretraining;
    this.#number = number;
    const done = this.#done.get(number);
    if (done) return done;
    const { isOver } = await this.training.train(courseOf(plan));
    if (!isOver) return null;
    const [pretrained] = this.training.trainers;
    if (!pretrained) throw new Failure("bad-request", "there is no pre-trained network");
    const layers = config.layers.flatMap((layer, index) => (typeof layer === "object" && layer.type === "conv2d" ? [index] : []));
    const learnt = await Promise.all(layers.map(async (layer) => ({ layer, weights: await pretrained.weights(layer), biases: await pretrained.biases(layer) })));
    this.#done.set(number, learnt);
    return learnt;
  }

  pause() {
    return this.training.pause();
  }

  /** What the kernels of the first convolution are now. @returns {Promise<Float32Array | null>} null before there are any */
  async look() {
    const [first] = this.#done.get(this.#number) ?? [];
    return first ? first.weights : ((await kernelsOf(this.training.trainers))[0] ?? null);
  }
}

/** The kernels of the first convolutions. @param {TrainerHandle[]} trainers */
export function kernelsOf(trainers) {
  return Promise.all(trainers.map((trainer) => trainer.weights(0)));
}

/**
 * Networks that learn from the same examples, some of them beginning with what was taken over.
 * @param {KnownPlan["networks"]} networks
 * @param {Block} examples
 * @param {Learnt[]} taken
 * @returns {Entrant[]}
 */
export function entrantsOf(networks, { images, labels }, taken) {
  return networks.map(({ config, takesOver }) => ({
    config,
    feed: (trainer) => {
      trainer.addTrainingData(images, labels);
      if (takesOver) for (const { layer, weights, biases } of taken) trainer.setParameters(layer, weights, biases);
    },
  }));
}

/** @param {KnownPlan} plan @returns {Course} */
function courseOf({ among, pretraining: { number, config, digits, testSteps } }) {
  return {
    number,
    tests: testSteps.length,
    testSteps,
    trainingImages: among,
    onCpu: true,
    stays: true,
    begin: ({ blocks }) => {
      const { images, labels } = onlyOf(firstRows(blocks.train, among), digits);
      return { entrants: [{ config, feed: (trainer) => trainer.addTrainingData(images, labels) }], sets: { test: [onlyOf(blocks.test, digits)] } };
    },
  };
}
