/**
 * Starting from what is known: a network is pre-trained on some digits, and its convolutions are taken over by networks that
 * learn others from a few examples.
 */

import { randomFrom } from "../../../../random.js";
import { Abreast, firstRows } from "../../../../worker/abreast.js";
import { Failure } from "../../../../worker/failure.js";
import { PIXELS } from "../../../../worker/manifest.js";

/** @import { MessageOf, NetworkConfig } from "../../../../protocol" */
/** @import { KnownLook, KnownPlan } from "../protocol" */
/** @import { Course } from "../../../../worker/abreast.js" */
/** @import { Block } from "../../../../worker/data.js" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */
/** @import { Session } from "../../../../worker/session.js" */

/** What a layer has learnt. @typedef {{ layer: number, weights: Float32Array, biases: Float32Array }} Learnt */

export class KnownTraining {
  #asked = 0;
  /** What the networks that learn now learn from. @type {Block} */
  #examples = { images: new Uint8Array(0), labels: new Uint8Array(0) };

  /** @param {Session} session */
  constructor(session) {
    this.pretraining = new Abreast(session);
    this.learning = new Abreast(session);
  }

  /** @param {MessageOf<"knownTrain">} message */
  async train({ number, plan, tests }) {
    const asked = (this.#asked += 1);
    const isUnwanted = () => asked !== this.#asked;
    const { isOver } = await this.pretraining.train(pretrainingOf(plan));
    if (!isOver || isUnwanted()) return { isOver: false };
    const [pretrained] = this.pretraining.trainers;
    if (!pretrained) throw new Failure("bad-request", "there is no pre-trained network");
    const taken = await convolutionsOf(pretrained, plan.pretraining.config);
    if (isUnwanted()) return { isOver: false };
    return this.learning.train(this.#learningOf(number, tests, plan, taken));
  }

  /** Once nothing trains any more. */
  async pause() {
    this.#asked += 1;
    await Promise.all([this.pretraining.pause(), this.learning.pause()]);
    return null;
  }

  /** What the kernels of the first convolution are now, and what is learnt from. @returns {Promise<KnownLook>} */
  async look() {
    const kernels = (/** @type {TrainerHandle[]} */ trainers) => Promise.all(trainers.map((trainer) => trainer.weights(0)));
    const [[pretrained = null], networks] = await Promise.all([kernels(this.pretraining.trainers), kernels(this.learning.trainers)]);
    return { pretrained, networks, examples: this.#examples.images };
  }

  /**
   * @param {number} number
   * @param {number} tests
   * @param {KnownPlan} plan
   * @param {Learnt[]} taken
   * @returns {Course}
   */
  #learningOf(number, tests, { among, digits, examples, seed, networks, testSteps }, taken) {
    return {
      number,
      tests,
      testSteps,
      trainingImages: among,
      onCpu: true,
      stays: true,
      begin: ({ blocks }) => {
        const chosen = someOf(onlyOf(firstRows(blocks.train, among), digits), examples, seed);
        this.#examples = chosen;
        return {
          entrants: networks.map(({ config, takesOver }) => ({
            config,
            feed: (trainer) => {
              trainer.addTrainingData(chosen.images, chosen.labels);
              if (takesOver) for (const { layer, weights, biases } of taken) trainer.setParameters(layer, weights, biases);
            },
          })),
          sets: { test: [onlyOf(blocks.test, digits)] },
        };
      },
    };
  }
}

/** @param {KnownPlan} plan @returns {Course} */
function pretrainingOf({ among, pretraining: { number, config, digits, testSteps } }) {
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

/** @param {TrainerHandle} trainer @param {NetworkConfig} config @returns {Promise<Learnt[]>} */
async function convolutionsOf(trainer, { layers }) {
  const convolutions = layers.flatMap((layer, index) => (typeof layer === "object" && layer.type === "conv2d" ? [index] : []));
  return Promise.all(convolutions.map(async (layer) => ({ layer, weights: await trainer.weights(layer), biases: await trainer.biases(layer) })));
}

/**
 * The images of some digits; each is labelled by its digit's place among them.
 * @param {Block[]} blocks
 * @param {number[]} digits
 * @returns {Block}
 */
export function onlyOf(blocks, digits) {
  return blockOf(blocks.flatMap(({ images, labels }) => [...labels].flatMap((label, row) => (digits.includes(label) ? [{ images, row, label: digits.indexOf(label) }] : []))));
}

/**
 * So many images of each label, chosen by the seed, kind by kind. Those of a smaller number are among those of a larger one.
 * @param {Block} block
 * @param {number} count
 * @param {number} seed
 * @returns {Block}
 */
export function someOf({ images, labels }, count, seed) {
  const random = randomFrom(seed);
  const kinds = 1 + labels.reduce((most, label) => Math.max(most, label), 0);
  const chosen = Array.from({ length: kinds }, (_, kind) => kind).flatMap((kind) => {
    const all = [...labels.keys()].filter((row) => labels[row] === kind);
    const ranked = all.map((row) => ({ row, rank: random() })).sort((a, b) => a.rank - b.rank);
    return ranked.slice(0, count).map(({ row }) => ({ images, row, label: kind }));
  });
  return blockOf(chosen);
}

/** @param {{ images: Uint8Array, row: number, label: number }[]} rows of `images`, [rows, 784] @returns {Block} */
function blockOf(rows) {
  const block = { images: new Uint8Array(rows.length * PIXELS), labels: Uint8Array.from(rows, ({ label }) => label) };
  for (const [index, { images, row }] of rows.entries()) block.images.set(images.subarray(row * PIXELS, (row + 1) * PIXELS), index * PIXELS);
  return block;
}
