/**
 * The network that the tab shows: makes it, steers it, and keeps what the worker tells of it.
 */

import { ProblemError } from "../../../client.js";
import { configOf, goalOf } from "./fields.js";
import { History } from "./history.js";

/** @import { PlaygroundConfig, PlaygroundFrame, PlaygroundGoal, PlaygroundInfo } from "../../../protocol/playground" */
/** @import { PlaygroundServices } from "./fields.js" */

const DIVERGED = "playground-diverged";

export class PlaygroundRun {
  history = new History();
  /** The points. @type {PlaygroundInfo | null} */
  info = null;
  /** The network as the worker told it last. @type {PlaygroundFrame | null} */
  frame = null;

  /** The number of the newest network. */
  #number = 0;
  /** What the worker was told last. @type {PlaygroundConfig | null} */
  #config = null;
  /** What it trains towards; null while it is not to train. @type {PlaygroundGoal | null} */
  #goal = null;
  /** Requests to train that have not been answered: until then, frames tell of the time before. */
  #asked = 0;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {PlaygroundServices} services */
  constructor(services) {
    this.services = services;
    const { client } = services;
    this.ends = [
      client.on("playgroundFrame", ({ network, frame }) => {
        if (network === this.#number) this.#takeFrame(frame);
      }),
      client.on("restarted", () => this.#takeOver()),
    ];
  }

  destroy() {
    this.pause();
    this.services.notices.dismiss(DIVERGED);
    for (const end of this.ends) end();
  }

  /**
   * @param {() => void} listener told whenever anything here has changed
   * @returns {() => void} ends it
   */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** It trains, or will as soon as it can. */
  get isOn() {
    return this.#goal !== null;
  }

  /** There is nothing to train with. */
  get isEmpty() {
    return this.info?.training.targets.length === 0;
  }

  get isDiverged() {
    return this.frame?.state === "diverged";
  }

  /** Makes the network that the tab's state asks for, where it is not the one that there is. */
  follow() {
    const config = configOf(this.services.state.values);
    const before = this.#config;
    if (!before || !sameNetwork(before, config)) return void this.#configure(config);
    if (before.learningRate === config.learningRate) return;
    this.#config = config;
    this.#ask(this.services.client.request("playgroundSetLearningRate", { network: this.#number, learningRate: config.learningRate }));
  }

  toggle() {
    if (this.isOn) this.pause();
    else this.train();
  }

  train() {
    if (this.isEmpty || this.isDiverged) return;
    this.#goal = goalOf(this.services.state.values);
    this.#train(this.#goal);
  }

  pause() {
    if (!this.#goal) return;
    this.#goal = null;
    this.#changed();
    this.#ask(this.services.client.request("playgroundPause", { network: this.#number }));
  }

  /** One batch. */
  step() {
    this.#goal = null;
    this.#train({ steps: 1 });
  }

  /** To the end of the epoch. */
  epoch() {
    this.#goal = null;
    this.#train({ epochs: 1 });
  }

  /** Fresh weights, as the address says. */
  reset() {
    this.#goal = null;
    void this.#configure(configOf(this.services.state.values));
  }

  rewind() {
    this.#goal = null;
    this.#ask(this.services.client.request("playgroundRewind", { network: this.#number }));
  }

  /**
   * Sets one weight, or without `input` a bias.
   * @param {{ layer: number, unit: number, input?: number, value: number }} parameter
   */
  setParameter(parameter) {
    this.#ask(this.services.client.request("playgroundSetParameter", { network: this.#number, ...parameter }));
  }

  /** The newest frame has been drawn. */
  shown() {
    this.services.client.request("playgroundShown", { network: this.#number }).catch(ignore);
  }

  /** @param {PlaygroundGoal} goal */
  #train(goal) {
    this.#changed();
    this.#asked += 1;
    const reply = this.services.client.request("playgroundTrain", { network: this.#number, goal });
    this.#ask(reply.finally(() => (this.#asked -= 1)));
  }

  /**
   * @param {PlaygroundConfig} config
   * @param {PlaygroundFrame["checkpoint"]} [checkpoint]
   */
  async #configure(config, checkpoint) {
    const network = (this.#number += 1);
    const before = this.#config;
    this.#config = config;
    this.services.notices.dismiss(DIVERGED);
    try {
      const info = await this.services.client.request("playgroundConfigure", { network, config, ...(checkpoint ? { checkpoint } : {}) });
      if (network !== this.#number) return;
      this.info = info;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, detail } = error.problem;
      // A worker's death is told by itself, and followed by another network.
      if (network !== this.#number || code === "worker-died" || code === "worker-failed") return;
      this.services.notices.problem({ id: "config", text: `problem.${code}`, values: { detail } });
      this.#config = before;
      return;
    }
    if (this.isEmpty) this.#goal = null;
    // What was training goes on as what it is now.
    if (this.#goal) this.#train(this.#goal);
    this.#changed();
  }

  /** Goes on in another worker, with the newest weights. */
  #takeOver() {
    if (this.#config) void this.#configure(this.#config, this.frame?.checkpoint);
  }

  /** @param {PlaygroundFrame} frame */
  #takeFrame(frame) {
    const wasDiverged = this.isDiverged;
    this.frame = frame;
    if (frame.step === 0) this.history.clear();
    this.history.add(frame.curve);
    const isOver = frame.state === "reached" || frame.state === "diverged";
    if (isOver && this.#asked === 0) this.#goal = null;
    if (frame.state === "diverged" && !wasDiverged) this.#explain();
    if (frame.state !== "diverged" && wasDiverged) this.services.notices.dismiss(DIVERGED);
    this.#changed();
  }

  #explain() {
    const { notices } = this.services;
    notices.problem({ id: DIVERGED, text: "playground.diverged", action: { label: "notice.rewind", run: () => this.rewind() } });
  }

  /** @param {Promise<null>} reply */
  #ask(reply) {
    reply.catch((error) => {
      if (!(error instanceof ProblemError)) throw error;
      const { code, detail } = error.problem;
      // A worker's death is told by itself.
      if (code === "worker-died" || code === "worker-failed") return;
      this.services.notices.problem({ id: code, text: `problem.${code}`, values: { detail } });
    });
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}

/** A frame that no worker waits for any more. */
function ignore() {}

/**
 * The learning rate can change in mid-run; anything else is another network.
 * @param {PlaygroundConfig} a
 * @param {PlaygroundConfig} b
 */
function sameNetwork(a, b) {
  return JSON.stringify({ ...a, learningRate: 0 }) === JSON.stringify({ ...b, learningRate: 0 });
}
