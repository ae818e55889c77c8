/**
 * The network that the tab shows: makes it, steers it, and keeps what the worker tells of it. It outlives the board's
 * elements: whoever comes back from another board finds it as it was left.
 */

import { ProblemError } from "../../../client.js";
import { goneOn } from "../../../shell/gone.js";
import { LastVisit } from "../../../shell/last-visit.js";
import { same } from "../../../shell/same.js";
import { allows } from "../../../shell/settings.js";
import { tracked } from "../../../shell/signals.js";
import { TakeBack } from "../../../shell/take-back.js";
import { configOf, goalOf, hasValues, settings, settingsOf, showsTest } from "./settings.js";
import { PlaygroundHistory } from "./history.js";
import { Earlier } from "./own-points.js";

/** @import { Checkpoint } from "../../../protocol" */
/** @import { Gone } from "../../../shell/gone.js" */
/** @import { Notice } from "../../../shell/types" */
/** @import { PlanarScore, PlaygroundConfig, PlaygroundFrame, PlaygroundGoal, PlaygroundInfo } from "./protocol" */
/** @import { PlaygroundServices, PlaygroundState } from "./settings.js" */

const BROKEN = "playground-broken";

/** What is needed to have a run back.
 *  @typedef {{ config: PlaygroundConfig, settings: Partial<PlaygroundState>, checkpoint: Checkpoint, history: PlaygroundHistory, gone: Gone | null }} Dropped */

/** A run as it is kept from visit to visit, and how well it had done.
 *  @typedef {Omit<Dropped, "history"> & { history: PlaygroundHistory["saved"], epoch: number, score: PlanarScore }} Kept */

/** A run that is so far has got somewhere: it takes the place of the one that is kept. */
const SOMEWHERE_STEPS = 100;

export class PlaygroundRun {
  history = new PlaygroundHistory();
  /** The points. @type {PlaygroundInfo | null} */
  info = null;
  /** The network as the worker told it last. @type {PlaygroundFrame | null} */
  frame = null;
  /** @type {Gone | null} */
  gone = null;
  /** The newest frame is of the network before. */
  isOld = false;
  /** The worker has not yet answered with the points of the newest network. */
  isMaking = false;

  /** The number of the newest network. */
  #number = 0;
  /** What the worker was told last. @type {PlaygroundConfig | null} */
  #config = null;
  /** The settings that stand for that. @type {Partial<PlaygroundState>} */
  #settings = {};
  /** The newest weights of the newest network; null while they are the fresh ones. @type {Checkpoint | null} */
  #checkpoint = null;
  /** What it trains towards; null while it is not to train. @type {PlaygroundGoal | null} */
  goal = null;
  /** One's own points as they were. */
  earlier;
  /** Requests to train that have not been answered: until then, frames tell of the time before. */
  #asked = 0;

  /** The board's, which come anew every time that it is shown. @type {PlaygroundServices} */
  services;

  /** @param {PlaygroundServices} services */
  constructor(services) {
    this.services = services;
    this.takeBack = new TakeBack(this);
    /** @type {LastVisit<Kept>} */
    this.lastVisit = new LastVisit(this, {
      name: "playground",
      version: 1,
      words: (kept, at) => this.#wordsOf(kept, at),
      restore: (kept) => this.#restore(kept),
    });
    this.earlier = new Earlier(services.state.values.own);
    tracked(this, "history", "info", "frame", "gone", "isOld", "isMaking", "goal");
    const { client } = services;
    client.on("playgroundFrame", ({ network, frame }) => {
      if (network === this.#number) this.#takeFrame(frame);
    });
    client.on("restarted", () => this.#takeOver());
    client.on("problem", ({ problem }) => {
      if (problem.code === "worker-failed") this.#giveUp();
    });
  }

  /** It is shown. */
  enter() {
    if (this.isBroken) this.#explain();
    this.takeBack.enter();
    this.lastVisit.enter();
  }

  /** It is out of sight, and rests. */
  leave() {
    this.pause();
    this.services.notices.dismiss(BROKEN);
    this.takeBack.leave();
    this.lastVisit.leave();
  }

  /** It trains, or will as soon as it can. */
  get isOn() {
    return this.goal !== null;
  }

  /** The frame is of the network that the settings ask for, and not of the one before it. */
  get isAsSet() {
    const [config, { isOld }] = [configOf(this.services.state.values), this];
    return !isOld && this.#config !== null && sameNetwork(this.#config, config);
  }

  /** There is nothing to train with. */
  get isEmpty() {
    return this.info?.training.targets.length === 0;
  }

  /** What it would wait for; null when all that it needs to begin is here. */
  get awaited() {
    const engine = this.services.client.latest("engine")?.engine;
    if (engine?.state === "ready") return null;
    return engine?.state === "missing" ? "lost-engine" : "engine";
  }

  /** With such weights there is no going on. */
  get isBroken() {
    return this.frame?.state === "diverged" || this.frame?.state === "ruined";
  }

  /** Makes the network that the tab's state asks for, where it is not the one that there is. @param {PlaygroundState} values */
  follow(values) {
    this.earlier.follow(values.own);
    const config = configOf(values);
    const before = this.#config;
    if (!before || !sameNetwork(before, config)) {
      this.#drop();
      void this.#configure(config);
    } else if (before.learningRate !== config.learningRate) {
      this.#config = config;
      this.#ask(this.services.client.request("playgroundSetLearningRate", { network: this.#number, learningRate: config.learningRate }));
    }
    this.#settings = settingsOf(values);
    if (this.goal && !same(this.goal, goalOf(values))) this.train();
  }

  toggle() {
    if (this.isOn) this.pause();
    else this.train();
  }

  /** Towards what the state says, and as fast as it says. */
  train() {
    if (this.isEmpty || this.isBroken) return;
    this.goal = goalOf(this.services.state.values);
    this.#train(this.goal);
  }

  pause() {
    if (!this.goal) return;
    this.goal = null;
    this.#ask(this.services.client.request("playgroundPause", { network: this.#number }));
  }

  /** One batch. */
  step() {
    this.goal = null;
    this.#train({ steps: 1 });
  }

  /** To the end of the epoch. */
  epoch() {
    this.goal = null;
    this.#train({ epochs: 1 });
  }

  /** Fresh weights, as the address says. */
  reset() {
    this.goal = null;
    this.#drop();
    void this.#configure(configOf(this.services.state.values));
  }

  rewind() {
    this.goal = null;
    const back = this.services.client.request("playgroundRewind", { network: this.#number });
    this.#ask(back.then(({ learningRate }) => this.#takeLearningRate(learningRate)));
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
    this.#asked += 1;
    const reply = this.services.client.request("playgroundTrain", { network: this.#number, goal });
    this.#ask(reply.finally(() => (this.#asked -= 1)));
  }

  /**
   * @param {PlaygroundConfig} config
   * @param {Checkpoint | null} [checkpoint]
   */
  async #configure(config, checkpoint = null) {
    const before = { number: this.#number, config: this.#config, checkpoint: this.#checkpoint };
    const network = (this.#number += 1);
    this.#config = config;
    this.#checkpoint = checkpoint;
    this.isMaking = this.isOld = true;
    this.services.notices.dismiss(BROKEN);
    try {
      const info = await this.services.client.request("playgroundConfigure", { network, config, ...(checkpoint ? { checkpoint } : {}) });
      if (network !== this.#number) return;
      this.info = info;
      this.isMaking = false;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code } = error.problem;
      // Another network comes after it, or takes its place in the next worker.
      if (network !== this.#number || code === "worker-died" || code === "worker-failed") return;
      this.services.explain(error);
      ({ number: this.#number, config: this.#config, checkpoint: this.#checkpoint } = before);
      this.isMaking = this.isOld = false;
      return;
    }
    if (this.isEmpty) this.goal = null;
    // What was training goes on as what it is now.
    if (this.goal) this.#train(this.goal);
  }

  /** The worker has taken on another one. @param {number} learningRate */
  #takeLearningRate(learningRate) {
    if (this.#config) this.#config = { ...this.#config, learningRate };
    this.services.state.set({ learningRate });
  }

  /** Goes on in another worker, with the newest weights. */
  #takeOver() {
    if (this.#config) void this.#configure(this.#config, this.#checkpoint);
  }

  /** There is no worker any more, and nothing trains. */
  #giveUp() {
    this.goal = null;
  }

  /** It as it is now, or where it is ruined, as it was when it did well. @returns {Dropped | null} */
  get #last() {
    const { history, gone } = this;
    const [config, settings, checkpoint] = [this.#config, this.#settings, this.#checkpoint];
    if (!config) return null;
    if (this.isOld || !this.isBroken) return checkpoint && { config, settings, checkpoint, history, gone };
    const good = this.frame?.good;
    if (!good) return null;
    const { learningRate } = good;
    return { config: { ...config, learningRate }, settings: { ...settings, learningRate }, checkpoint: good.checkpoint, history, gone };
  }

  /** Another run takes the place of this one, which can be had back where it has learnt anything. */
  #drop() {
    const dropped = this.#last;
    if (dropped) this.takeBack.offer(dropped.checkpoint.step, () => this.#takeBack(dropped));
    this.history = new PlaygroundHistory();
    this.gone = null;
  }

  /** @param {Dropped} dropped */
  #takeBack({ config, checkpoint, settings, history, gone }) {
    this.history = history;
    this.gone = gone;
    void this.#configure(config, checkpoint);
    this.services.state.set(settings);
  }

  /** The run as it is now, where it has got somewhere. @param {PlaygroundFrame} frame */
  #keep({ step, epoch, state, checkpoint, train, test }) {
    const config = this.#config;
    if (!config || this.isBroken || step < SOMEWHERE_STEPS) return;
    // What the page tells, too.
    const score = test.rows > 0 && showsTest(this.services.state.values) ? test : train;
    this.lastVisit.keep({ config, settings: this.#settings, checkpoint, history: this.history.saved, gone: this.gone, epoch, score });
    if (state !== "running") this.lastVisit.rest();
  }

  /** What was kept before `gone` was has gone with the rate that it has. @param {Kept} kept */
  #restore({ history, ...kept }) {
    if (!allows(settings, kept.settings)) return;
    this.goal = null;
    this.#drop();
    this.#takeBack({ ...kept, gone: kept.gone ?? null, history: PlaygroundHistory.of(history) });
  }

  /** @param {Kept} kept @param {Date} at @returns {Pick<Notice, "text" | "values">} */
  #wordsOf({ config, epoch, score }, at) {
    const { format } = this.services;
    const values = { time: format.time(at), epochs: format.short(epoch), right: format.percent(score.hits / score.rows, 0), deviation: format.fixed(score.deviation, 3) };
    return { text: hasValues(config.data) ? "playground.keptValues" : "playground.kept", values };
  }

  /** @param {PlaygroundFrame} frame */
  #takeFrame(frame) {
    const wasBroken = this.isBroken;
    const { step, epoch } = this.isOld || !this.frame ? { step: 0, epoch: 0 } : this.frame;
    if (this.#config && frame.step > step) this.gone = goneOn(this.gone, this.#config.learningRate, epoch);
    this.frame = frame;
    this.isOld = false;
    this.#checkpoint = frame.checkpoint;
    if (frame.step === 0) this.history.clear();
    this.history.add(frame.curve);
    const isOver = frame.state === "reached" || this.isBroken;
    if (isOver && this.#asked === 0) this.goal = null;
    if (this.isBroken && !wasBroken) this.#explain();
    if (!this.isBroken && wasBroken) this.services.notices.dismiss(BROKEN);
    if (frame.step > 0) this.takeBack.goOn();
    this.#keep(frame);
  }

  #explain() {
    const text = this.frame?.state === "ruined" ? "playground.ruined" : "playground.diverged";
    this.services.notices.problem({ id: BROKEN, text, action: { label: "notice.rewind", run: () => this.rewind() } });
  }

  /** @param {Promise<unknown>} reply */
  #ask(reply) {
    const network = this.#number;
    reply.catch((error) => {
      // What was asked of an earlier network is over with it.
      if (network === this.#number) this.services.explain(error);
    });
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
  return same({ ...a, learningRate: 0 }, { ...b, learningRate: 0 });
}
