/**
 * The playground's requests: one small network at a time, and what the page asks of it.
 */

import { engineReady, parsePoints } from "./engine.js";
import { Failure } from "./failure.js";
import { Network } from "./playground/network.js";
import { Training } from "./playground/training.js";

/** @import { Event, MessageOf } from "../protocol" */
/** @import { PlaygroundInfo } from "../protocol/playground" */

export class Playground {
  /** @type {{ number: number, network: Network, training: Training } | null} */
  #current = null;
  /** The newest configuration, made when the ones before it are. @type {Promise<unknown>} */
  #configured = Promise.resolve();

  /**
   * @param {(event: Event) => void} emit
   * @param {(error: unknown) => void} report where errors go that are no answer to a request
   */
  constructor(emit, report) {
    this.emit = emit;
    this.report = report;
  }

  /** @param {MessageOf<"playgroundConfigure">} message */
  configure(message) {
    const configured = this.#configured.then(() => this.#configure(message));
    this.#configured = configured.catch(() => {});
    return configured;
  }

  /** @param {MessageOf<"playgroundTrain">} message */
  async train({ network, goal }) {
    (await this.#of(network)).training.train(goal);
    return null;
  }

  /** @param {MessageOf<"playgroundPause">} message */
  async pause({ network }) {
    (await this.#of(network)).training.pause();
    return null;
  }

  /** @param {MessageOf<"playgroundSetLearningRate">} message */
  async setLearningRate({ network, learningRate }) {
    (await this.#of(network)).network.learningRate = learningRate;
    return null;
  }

  /** @param {MessageOf<"playgroundSetParameter">} message */
  async setParameter(message) {
    const { network, training } = await this.#of(message.network);
    await training.change(() => network.setParameter(message));
    return null;
  }

  /** @param {MessageOf<"playgroundRewind">} message */
  async rewind({ network }) {
    return (await this.#of(network)).training.rewind();
  }

  /** @param {MessageOf<"playgroundShown">} message */
  shown({ network }) {
    // That of an earlier network may still come.
    if (this.#current?.number === network) this.#current.training.shown();
    return null;
  }

  /** @param {MessageOf<"playgroundParsePoints">} message */
  async parsePoints({ text }) {
    await engineReady;
    return parsePoints(text);
  }

  /**
   * @param {MessageOf<"playgroundConfigure">} message
   * @returns {Promise<PlaygroundInfo>}
   */
  async #configure({ network: number, config, checkpoint }) {
    await engineReady;
    const network = await Network.create(config);
    if (checkpoint) network.restore(checkpoint);
    // The earlier network is given up only now that this one stands.
    await this.#current?.training.close();
    const training = new Training(network, (frame) => this.emit({ event: "playgroundFrame", network: number, frame }), this.report);
    this.#current = { number, network, training };
    const { inputs: trainingInputs, targets: trainingTargets } = network.training;
    const { inputs: testInputs, targets: testTargets } = network.test;
    // What a message holds is moved: the page gets copies.
    return {
      training: { inputs: trainingInputs.slice(), targets: trainingTargets.slice() },
      test: { inputs: testInputs.slice(), targets: testTargets.slice() },
    };
  }

  /**
   * The network that is there, or will be when its configuration is made.
   * @param {number} number
   */
  async #of(number) {
    await this.#configured;
    if (this.#current?.number !== number) throw new Failure("bad-request", `there is no network ${number}`);
    return this.#current;
  }
}
