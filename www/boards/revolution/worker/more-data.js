/**
 * More data: networks that begin with the same weights and take the same steps, each on another number of images.
 * They train on the CPU, where the same seed gives the same curve bit for bit.
 */

import { engineReady } from "../../../worker/engine.js";
import { evaluate, slicePace } from "../../../worker/evaluation.js";
import { Failure } from "../../../worker/failure.js";
import { Run } from "../../../worker/run.js";
import { Stepper } from "../../../worker/stepper.js";
import { Signal, inTurn, nextTask } from "../../../worker/tasks.js";
import { createTrainer } from "../../../worker/trainers.js";

/** @import { MessageOf } from "../../../protocol" */
/** @import { MoreDataPlan } from "../protocol" */
/** @import { Data } from "../../../worker/data.js" */
/** @import { Session } from "../../../worker/session.js" */

/** `tested` counts how often it has been tried.
 *  @typedef {{ index: number, run: Run, stepper: Stepper, tested: number }} Network */

export class MoreDataTraining {
  /** @type {{ number: number, networks: Network[] } | null} */
  #current = null;
  /** Counts what was asked for: work goes on only for the newest request. */
  #asked = 0;
  #inTurn = inTurn();
  /** Something happened that waiting for the data must see. */
  #changed = new Signal();
  #pace = slicePace();

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    session.onImages(() => this.#changed.fire());
  }

  /** @param {MessageOf<"moreDataTrain">} message */
  train(message) {
    const asked = this.#ask();
    return this.#inTurn(() => this.#train(message, () => asked !== this.#asked));
  }

  /** Once nothing trains any more. */
  pause() {
    this.#ask();
    return this.#inTurn(() => null);
  }

  #ask() {
    this.#changed.fire();
    return (this.#asked += 1);
  }

  /**
   * @param {MessageOf<"moreDataTrain">} message
   * @param {() => boolean} isUnwanted asked again and again
   */
  async #train({ number, plan, tests }, isUnwanted) {
    const { data } = this.session;
    if (this.#current?.number !== number) {
      await this.#close();
      while (!data.isComplete) {
        await this.#changed.next();
        if (isUnwanted()) return { isOver: false };
      }
      this.#current = { number, networks: await createNetworks(plan, data) };
    }
    const { networks } = this.#current;
    const end = Math.min(Math.min(...networks.map(({ tested }) => tested)) + tests, plan.testSteps.length);
    // Whichever is behind goes on, so that they come forward abreast.
    for (const next of takingTurns(networks, end)) {
      await this.#advance(number, next, plan, isUnwanted);
      if (isUnwanted()) return { isOver: false };
    }
    const isOver = end === plan.testSteps.length;
    if (isOver) await this.#close();
    return { isOver };
  }

  /**
   * Trains a network up to its next test, and tries it.
   * @param {number} number of the plan
   * @param {Network} network
   * @param {MoreDataPlan} plan
   * @param {() => boolean} isUnwanted
   */
  async #advance(number, network, { testSteps }, isUnwanted) {
    const { run, stepper } = network;
    const end = testSteps[network.tested] ?? 0;
    while (stepper.position.step < end) {
      stepper.fill(end);
      const landed = await stepper.land();
      if (landed?.badLoss !== undefined) throw new Failure("diverged", `the loss is not finite at step ${stepper.position.step}`);
      await nextTask();
      if (isUnwanted()) return;
    }
    const outcome = await run.use((trainer) => evaluate(trainer, run.data, this.#pace, isUnwanted));
    if (!outcome) return;
    network.tested += 1;
    const { accuracy, images } = outcome;
    const mistakes = Math.round((1 - accuracy) * images);
    this.session.emit({ event: "moreData", number, score: { network: network.index, step: end, accuracy, mistakes, images } });
  }

  async #close() {
    const networks = this.#current?.networks ?? [];
    this.#current = null;
    for (const { run } of networks) await run.close();
  }
}

/**
 * The network that has been tried least, again and again, until each has been tried `end` times.
 * @param {Network[]} networks
 * @param {number} end
 */
function* takingTurns(networks, end) {
  for (;;) {
    const least = Math.min(...networks.map(({ tested }) => tested));
    const next = networks.find(({ tested }) => tested === least);
    if (!next || least >= end) return;
    yield next;
  }
}

/**
 * @param {MoreDataPlan} plan
 * @param {Data} data
 */
async function createNetworks({ config, trainingImages }, data) {
  const wanted = Math.max(...trainingImages);
  const here = data.rows("train");
  if (here < wanted || !data.testIsWhole) throw new Failure("data-missing", `${here} of ${wanted} training images are here`);
  await engineReady();
  /** @type {Network[]} */
  const networks = [];
  for (const [index, images] of trainingImages.entries()) {
    const own = { ...config, trainingImages: images };
    const run = new Run(index, own, await createTrainer(own, "cpu"), data);
    await run.feed();
    networks.push({ index, run, stepper: new Stepper(run, () => {}), tested: 0 });
  }
  return networks;
}
