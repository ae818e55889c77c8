/**
 * Starting from what is known: a network is pre-trained on some digits, and its convolutions are taken over by networks that
 * learn something else from a few examples: other digits, or what a visitor drew.
 */

import { Abreast, firstRows } from "../../../../worker/abreast.js";
import { onlyOf, someOf } from "./choosing.js";
import { Drawn } from "./drawn.js";
import { entrantsOf, kernelsOf, Pretraining } from "./pretraining.js";

/** @import { MessageOf } from "../../../../protocol" */
/** @import { KnownLook } from "../protocol" */
/** @import { Course } from "../../../../worker/abreast.js" */
/** @import { Block } from "../../../../worker/images.js" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */
/** @import { Session } from "../../../../worker/session.js" */
/** @import { Learnt } from "./pretraining.js" */

export class KnownTraining {
  #asked = 0;
  /** What the networks that learn now learn from. @type {Block} */
  #examples = { images: new Uint8Array(0), labels: new Uint8Array(0) };
  /** The run that was asked for last. */
  #number = NaN;
  /** Those that learn in it; null before they begin. @type {{ trainers: TrainerHandle[] } | null} */
  #learning = null;

  /** @param {Session} session */
  constructor(session) {
    this.pretraining = new Pretraining(session);
    this.digits = new Abreast(session);
    this.drawn = new Drawn(session, (examples) => (this.#examples = examples));
  }

  /** @param {MessageOf<"knownTrain">} message */
  async train(message) {
    const asked = (this.#asked += 1);
    const isUnwanted = () => asked !== this.#asked;
    if (message.number !== this.#number) this.#learning = null;
    this.#number = message.number;
    const taken = await this.pretraining.convolutions(message.plan);
    if (!taken || isUnwanted()) return { isOver: false };
    const { digits, drawn } = message.plan;
    this.#learning = drawn ? this.drawn : this.digits;
    return drawn ? this.drawn.train(message, drawn, taken, isUnwanted) : this.digits.train(this.#courseOf(message, digits ?? [], taken));
  }

  /** Once nothing trains any more. */
  async pause() {
    this.#asked += 1;
    await Promise.all([this.pretraining.pause(), this.digits.pause(), this.drawn.pause()]);
    return null;
  }

  /** What the kernels of the first convolution are now, and what is learnt from. @returns {Promise<KnownLook>} */
  async look() {
    const [pretrained, networks] = await Promise.all([this.pretraining.look(), kernelsOf(this.#learning?.trainers ?? [])]);
    const { images, labels } = this.#examples;
    return { number: this.#number, pretrained, networks, examples: images, kinds: new Set(labels).size };
  }

  /**
   * @param {MessageOf<"knownTrain">} message
   * @param {number[]} digits
   * @param {Learnt[]} taken
   * @returns {Course}
   */
  #courseOf({ number, tests, plan: { among, examples, seed, networks, testSteps } }, digits, taken) {
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
          entrants: entrantsOf(networks, chosen, taken),
          sets: { test: [onlyOf(blocks.test, digits)] },
        };
      },
    };
  }
}
