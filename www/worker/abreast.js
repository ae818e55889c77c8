/**
 * Networks that learn abreast: each on its own training data, all tried at the same steps. Whoever asks numbers what it asks
 * for; with another number they begin anew, and with the same one they go on from where they are.
 */

import { cpu } from "./device.js";
import { engineReady } from "./engine.js";
import { slicePace } from "./evaluation.js";
import { Failure, isDeviceFailure } from "./failure.js";
import { awake } from "./clock.js";
import { Submissions } from "./submissions.js";
import { Signal, inTurn, nextTask } from "./tasks.js";
import { createTrainerOn } from "./trainers.js";

/** @import { NetworkConfig, RunConfig, Score } from "../protocol" */
/** @import { Block } from "./images.js" */
/** @import { Data } from "./data.js" */
/** @import { Inputs, Targets } from "../../pkg/engine/chalknet.js" */
/** @import { TrainerHandle } from "./engine.js" */
/** @import { Session } from "./session.js" */

/**
 * A network that takes part.
 * @typedef {object} Entrant
 * @property {RunConfig | NetworkConfig} config
 * @property {(trainer: TrainerHandle) => void} feed gives it something to learn from: before the first step, and again
 * whenever the next step wants rows that it has not got
 */

/**
 * @typedef {object} Course
 * @property {number} number
 * @property {number} tests after so many more of them for each network it is to stop
 * @property {number[]} testSteps the steps after which each is tried; training ends with the last one
 * @property {number} trainingImages that must be here before it begins, and all that test; none where it learns from something else
 * @property {boolean} [onCpu] where the same seed gives the same curve bit for bit
 * @property {boolean} [stays] the networks are kept when they are done, to be looked into
 * @property {(data: Data) => { entrants: Entrant[], sets: Record<string, Examples[]> }} begin who takes part, and the examples that
 * they are tried on: once the data are here
 */

/** What networks are tried on: a network's inputs, and what belongs to each. @typedef {{ images: Inputs, labels: Targets }} Examples */

/** A network as far as it is.
 *  @typedef {{ index: number, trainer: TrainerHandle, entrant: Entrant, submissions: Submissions, step: number, tested: number }} Network */

/** @typedef {{ number: number, networks: Network[], sets: Record<string, Examples[]> }} Current */

export class Abreast {
  /** @type {Current | null} */
  #current = null;
  /** Counts what was asked for: work goes on only for the newest request. */
  #asked = 0;
  #inTurn = inTurn();
  /** Something happened that waiting for the data must see. */
  #changed = new Signal();
  #pace = slicePace();

  /**
   * @param {Session} session
   * @param {(number: number, score: Score) => void} [tell] is told what each test of a network came to: the page, if nobody else
   */
  constructor(session, tell = (number, score) => session.emit({ event: "score", number, score })) {
    this.session = session;
    this.tell = tell;
    session.onImages(() => this.#changed.fire());
  }

  /** The networks as they are now, in the order in which they take part; none where none have begun or they did not stay. */
  get trainers() {
    return this.#current?.networks.map(({ trainer }) => trainer) ?? [];
  }

  /** @param {Course} course */
  train(course) {
    const asked = this.#ask();
    return this.#inTurn(() => this.#train(course, () => asked !== this.#asked));
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
   * @param {Course} course
   * @param {() => boolean} isUnwanted asked again and again
   */
  async #train(course, isUnwanted) {
    const { number, testSteps } = course;
    if (this.#current?.number !== number) {
      await this.#close();
      await this.#untilDataAreHere(course.trainingImages, isUnwanted);
      if (isUnwanted()) return { isOver: false };
      this.#current = await this.#begin(course);
    }
    const { networks, sets } = this.#current;
    const end = Math.min(Math.min(...networks.map(({ tested }) => tested)) + course.tests, testSteps.length);
    try {
      // Whichever is behind goes on, so that they come forward abreast.
      for (const next of takingTurns(networks, end)) {
        await this.#advance(next, testSteps[next.tested] ?? 0, isUnwanted);
        if (isUnwanted()) return { isOver: false };
        await this.#test(number, next, sets, isUnwanted);
        if (isUnwanted()) return { isOver: false };
      }
    } catch (error) {
      const isOfDevice = isDeviceFailure(error) && networks.some(({ trainer }) => trainer.backend === "webgpu");
      await this.#close();
      // Whoever asks again has them learn on the CPU.
      throw isOfDevice ? this.session.giveUpDevice(error) : error;
    }
    const isOver = end === testSteps.length;
    if (isOver && !course.stays) await this.#close();
    return { isOver };
  }

  /**
   * @param {number} wanted training images
   * @param {() => boolean} isUnwanted
   */
  async #untilDataAreHere(wanted, isUnwanted) {
    const { data } = this.session;
    const areHere = () => wanted === 0 || (data.rows("train") >= wanted && data.testIsWhole);
    while (!areHere() && !data.isComplete) {
      await this.#changed.next();
      if (isUnwanted()) return;
    }
    if (!areHere()) throw new Failure("data-missing", `${data.rows("train")} of ${wanted} training images are here`);
  }

  /**
   * @param {Course} course
   * @returns {Promise<Current>}
   */
  async #begin({ number, onCpu = false, begin }) {
    const { session } = this;
    const [opened] = await Promise.all([session.device, engineReady()]);
    const { entrants, sets } = begin(session.data);
    let device = onCpu ? cpu("chosen") : opened;
    /** @type {Network[]} */
    const networks = [];
    for (const [index, entrant] of entrants.entries()) {
      const made = await createTrainerOn(entrant.config, device);
      if (made.device !== device) session.moveTo((device = made.device));
      const { trainer } = made;
      entrant.feed(trainer);
      for (const { images, labels } of Object.values(sets).flat()) trainer.addTestData(images, labels);
      networks.push({ index, trainer, entrant, submissions: new Submissions(), step: 0, tested: 0 });
      await nextTask();
    }
    return { number, networks, sets };
  }

  /**
   * Trains a network up to a step.
   * @param {Network} network
   * @param {number} end
   * @param {() => boolean} isUnwanted
   */
  async #advance(network, end, isUnwanted) {
    const { trainer, entrant, submissions } = network;
    while (network.step < end) {
      const hasRows = submissions.fill(trainer, end);
      if (!hasRows && submissions.isEmpty) entrant.feed(trainer);
      const landed = await submissions.land();
      if (landed) network.step = landed.step;
      if (landed?.metrics.losses.some((loss) => !Number.isFinite(loss))) throw new Failure("diverged", `the loss is not finite by step ${network.step}`);
      await nextTask();
      if (isUnwanted()) return;
    }
  }

  /**
   * @param {number} number
   * @param {Network} network
   * @param {Record<string, Examples[]>} sets
   * @param {() => boolean} isUnwanted
   */
  async #test(number, network, sets, isUnwanted) {
    /** @type {Record<string, { accuracy: number, images: number }>} */
    const outcomes = {};
    let first = 0;
    for (const [name, blocks] of Object.entries(sets)) {
      const images = blocks.reduce((sum, { labels }) => sum + labels.length, 0);
      const hits = await this.#hits(network.trainer, first, images, isUnwanted);
      if (hits === null) return;
      outcomes[name] = { accuracy: hits / images, images };
      first += images;
    }
    network.tested += 1;
    this.tell(number, { network: network.index, step: network.step, outcomes });
  }

  /**
   * How many of some test rows are answered rightly; nothing may train meanwhile.
   * @param {TrainerHandle} trainer
   * @param {number} begin
   * @param {number} rows
   * @param {() => boolean} isUnwanted
   * @returns {Promise<number | null>} null when it became unwanted
   */
  async #hits(trainer, begin, rows, isUnwanted) {
    let hits = 0;
    for (let done = 0; done < rows; ) {
      const slice = Math.min(this.#pace.units, rows - done);
      const started = awake();
      hits += (await trainer.evaluate(begin + done, slice)).hits;
      this.#pace.measured(slice, (awake() - started) / 1000);
      done += slice;
      await nextTask();
      if (isUnwanted()) return null;
    }
    return hits;
  }

  async #close() {
    const networks = this.#current?.networks ?? [];
    this.#current = null;
    for (const { submissions, trainer } of networks) {
      await submissions.abandon();
      trainer.free();
    }
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
 * Gives a trainer the first training images, all at once.
 * @param {TrainerHandle} trainer
 * @param {Data} data
 * @param {number} rows
 */
export function feedFirst(trainer, data, rows) {
  trainer.expectTrainingRows(rows);
  for (const { images, labels } of firstRows(data.blocks.train, rows)) trainer.addTrainingData(images, labels);
}

/**
 * The first rows of some blocks.
 * @param {Block[]} blocks
 * @param {number} rows
 * @returns {Block[]}
 */
export function firstRows(blocks, rows) {
  /** @type {Block[]} */
  const first = [];
  let left = rows;
  for (const { images, labels } of blocks) {
    const taken = Math.min(left, labels.length);
    if (taken === 0) break;
    first.push({ images: images.subarray(0, (taken * images.length) / labels.length), labels: labels.subarray(0, taken) });
    left -= taken;
  }
  return first;
}
