/**
 * Learning what a visitor drew: there are so few drawings that round after round others are learnt from, and each round is
 * tried on all that it did not learn from. The rounds of a run count together.
 */

import { Abreast } from "../../../../worker/abreast.js";
import { PIXELS } from "../../../../worker/manifest.js";
import { pictureOf } from "../../../../worker/picture.js";
import { roundsOf } from "./choosing.js";
import { entrantsOf } from "./pretraining.js";

/** @import { MessageOf } from "../../../../protocol" */
/** @import { Course } from "../../../../worker/abreast.js" */
/** @import { Block } from "../../../../worker/images.js" */
/** @import { Session } from "../../../../worker/session.js" */
/** @import { DrawnKinds, KnownPlan } from "../protocol" */
/** @import { Learnt } from "./pretraining.js" */

/** As far from the next one as another seed can be. */
const GOLDEN = 0x9e3779b9;

/** A run as far as it is: its rounds, those that are done, and how many answers of each network were right in these.
 *  @typedef {{ number: number, rounds: ReturnType<typeof roundsOf>, done: number, hits: number[], answers: number }} Run */

export class Drawn {
  /** @type {Run | null} */
  #run = null;
  /** Of the networks in this round. @type {number[]} */
  #accuracies = [];

  /** @param {Session} session @param {(examples: Block) => void} learns told what is learnt from */
  constructor(session, learns) {
    this.session = session;
    this.learns = learns;
    this.abreast = new Abreast(session, (_, { network, outcomes }) => (this.#accuracies[network] = outcomes.test?.accuracy ?? 0));
  }

  get trainers() {
    return this.abreast.trainers;
  }

  pause() {
    return this.abreast.pause();
  }

  /**
   * @param {MessageOf<"knownTrain">} message
   * @param {DrawnKinds} drawn
   * @param {Learnt[]} taken
   * @param {() => boolean} isUnwanted
   */
  async train({ number, plan, tests }, drawn, taken, isUnwanted) {
    const run = this.#run?.number === number ? this.#run : (this.#run = runOf(number, plan, drawn));
    const end = Math.min(run.done + tests, run.rounds.length);
    while (run.done < end) {
      const round = run.rounds[run.done];
      if (!round) break;
      this.learns(round.chosen);
      const { isOver } = await this.abreast.train(courseOf(run, round, plan, taken));
      if (!isOver || isUnwanted()) return { isOver: false };
      this.#count(run, round.others.labels.length);
    }
    return { isOver: run.done === run.rounds.length };
  }

  /** @param {Run} run @param {number} answers that each network gave in this round */
  #count(run, answers) {
    run.done += 1;
    run.answers += answers;
    for (const [network, accuracy] of this.#accuracies.entries()) {
      const hits = (run.hits[network] ?? 0) + Math.round(accuracy * answers);
      run.hits[network] = hits;
      this.session.emit({ event: "score", number: run.number, score: { network, step: run.done, outcomes: { test: { accuracy: hits / run.answers, images: run.answers } } } });
    }
  }
}

/** @param {number} number @param {KnownPlan} plan @param {DrawnKinds} drawn @returns {Run} */
function runOf(number, { examples, seed }, { drawings, rounds, penWidth }) {
  const pictures = drawings.map(({ strokes, kind }) => ({ pixels: pictureOf(strokes, penWidth), kind })).filter(({ pixels }) => pixels.length > 0);
  const block = { images: new Uint8Array(pictures.length * PIXELS), labels: Uint8Array.from(pictures, ({ kind }) => kind) };
  for (const [row, { pixels }] of pictures.entries()) block.images.set(pixels, row * PIXELS);
  return { number, rounds: roundsOf(block, examples, rounds, seed), done: 0, hits: [], answers: 0 };
}

/**
 * @param {Run} run
 * @param {Run["rounds"][number]} round
 * @param {KnownPlan} plan
 * @param {Learnt[]} taken
 * @returns {Course}
 */
function courseOf({ number, rounds, done }, { chosen, others }, { networks, testSteps }, taken) {
  return {
    number: number * rounds.length + done,
    tests: testSteps.length,
    testSteps,
    trainingImages: 0,
    onCpu: true,
    stays: true,
    begin: () => ({
      // Each round begins with other first weights as well.
      entrants: entrantsOf(networks.map((network) => ({ ...network, config: { ...network.config, seed: ((network.config.seed ?? 0) + done * GOLDEN) >>> 0 } })), chosen, taken),
      sets: { test: [others] },
    }),
  };
}
