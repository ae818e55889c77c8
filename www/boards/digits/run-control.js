/**
 * The run that the board shows: makes it, steers it, and keeps what the worker tells of it.
 */

import { signal } from "@preact/signals-core";
import { ProblemError } from "../../client.js";
import { goneOn } from "../../shell/gone.js";
import { isLost, lackOf } from "../../shell/lack.js";
import { LastVisit } from "../../shell/last-visit.js";
import { same } from "../../shell/same.js";
import { allows } from "../../shell/settings.js";
import { tracked } from "../../shell/signals.js";
import { TakeBack } from "../../shell/take-back.js";
import { configOf, settings } from "./settings.js";
import { DigitsHistory } from "./history.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Gone } from "../../shell/gone.js" */
/** @import { Checkpoint, DataProgress, Evaluation, Metrics, RunConfig, RunInfo, RunState } from "../../protocol" */
/** @import { Pictures } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */

/** Of one's own. `kinds`: what the labels stand for, empty where they are digits.
 *  @typedef {Pictures & { name: string, kinds: string[] }} OwnPictures */

const RUINED = "ruined";

/** A run that is so far has got somewhere: the one before it is not to be had back any more. */
const SOMEWHERE = { steps: 100, epochs: 1 };

/** A run as it was left. @typedef {{ config: RunConfig, checkpoint: Checkpoint } & Pick<RunControl, "history" | "metrics" | "evaluation" | "gone" | "hasLearntElsewhere" | "pictures">} Past */

/** A run as it is kept from visit to visit: without the pictures of one's own, which are kept nowhere. @typedef {Omit<Past, "history" | "metrics" | "pictures"> & { history: DigitsHistory["saved"], metrics: Metrics, hadPictures?: boolean }} Kept */

export class RunControl {
  history = new DigitsHistory();
  /** @type {RunState} */
  state = "idle";
  /** Its weights are no good any more, though they may still be numbers. */
  #isRuined = false;
  /** @type {RunInfo | null} */
  info = null;
  /** @type {Metrics | null} */
  metrics = null;
  /** @type {Evaluation | null} */
  evaluation = null;
  /** @type {Gone | null} */
  gone = null;
  /** The worker makes it, and what is shown is of the run before it. */
  isMaking = false;
  /** Its first weights came from a file. */
  hasLearntElsewhere = false;
  /** What it learns from in place of the data set. @type {OwnPictures | null} */
  pictures = null;

  /** The newest that the worker has told. @type {Checkpoint | null} */
  #checkpoint = null;
  /** What the worker was told last. @type {RunConfig | null} */
  #config = null;
  /** Counts the configurations, so that only the newest one's answer counts. */
  #configuring = 0;
  /** What was asked for last, until the worker says that it is so. @type {Signal<"train" | "rest" | null>} */
  #asked = signal(null);

  /** The board's, which come anew every time that it is shown. @type {DigitsServices} */
  services;
  /** What is said of this run is for who looks at its board. */
  #isShown = false;

  /**
   * @param {DigitsServices} services
   */
  constructor(services) {
    this.services = services;
    this.takeBack = new TakeBack(this);
    /** @type {LastVisit<Kept>} */
    this.lastVisit = new LastVisit(this, {
      name: "digits",
      version: 1,
      words: (kept, at) => this.#wordsOf(kept, at),
      restore: (kept) => this.#restore(kept),
    });
    tracked(this, "history", "state", "info", "metrics", "evaluation", "gone", "isMaking", "hasLearntElsewhere", "pictures");
    const { client } = services;
    client.on("state", ({ state }) => this.#takeState(state));
    client.on("ruined", ({ isRuined }) => this.#takeRuin(isRuined));
    client.on("metrics", ({ metrics }) => this.#takeMetrics(metrics));
    client.on("checkpoint", ({ checkpoint }) => {
      this.#checkpoint = checkpoint;
      this.#keep();
    });
    client.on("evaluation", ({ evaluation }) => {
      this.evaluation = evaluation;
      this.history.addEvaluation(evaluation);
      if (evaluation.step === this.#checkpoint?.step) this.#keep();
    });
  }

  /** It trains, or will as soon as it can. */
  get isOn() {
    return this.#asked.value ? this.#asked.value === "train" : isTraining(this.state);
  }

  /** Its answers are no better than guesses. */
  get isFresh() {
    return this.history.now.step === 0 && !this.hasLearntElsewhere;
  }

  /** What is shown is of the run that the settings ask for, and not of the one before it. */
  get isAsSet() {
    const [config, { isMaking }] = [configOf(this.services.state.values), this];
    return !isMaking && this.#config !== null && sameRun(this.#config, config);
  }

  /** It still trains, but will rest as soon as it can. */
  get isStopping() {
    return isTraining(this.state) && !this.isOn;
  }

  /** @returns {DataProgress | undefined} */
  get data() {
    return this.services.client.latest("data")?.data;
  }

  /** What it needs to begin and does not have yet. */
  get lack() {
    return lackOf(this.services.client);
  }

  /** Makes the run that the board's state asks for, where it is not the one that there is. @param {RunConfig} config */
  follow(config) {
    const before = this.#config;
    if (before && sameRun(before, config)) {
      if (before.learningRate !== config.learningRate) this.#setLearningRate(config);
      return;
    }
    void this.#configure(config);
  }

  toggle() {
    if (this.isOn) this.pause();
    else if (!isLost(this.lack)) this.train();
  }

  train() {
    const { untilEpoch } = this.services.state.values;
    this.#asked.value = "train";
    this.#ask(this.services.client.request("train", untilEpoch > 0 ? { untilEpoch } : {}));
  }

  pause() {
    this.#asked.value = "rest";
    this.#ask(this.services.client.request("pause", {}));
  }

  step() {
    if (isLost(this.lack)) return;
    this.#asked.value = "rest";
    this.#ask(this.services.client.request("step", {}));
  }

  /** The board is shown. */
  enter() {
    this.#isShown = true;
    this.#warn();
    this.takeBack.enter();
    this.lastVisit.enter();
  }

  /** The board is left: what another one shows is not about this run. */
  leave() {
    this.pause();
    this.#isShown = false;
    this.#warn();
    this.takeBack.leave();
    this.lastVisit.leave();
  }

  /** Fresh weights, the same settings. */
  reset() {
    void this.#configure(configOf(this.services.state.values));
  }

  /**
   * Begins anew with other pictures, or with the data set again; the run that there was can be had back.
   * @param {OwnPictures | null} pictures
   */
  learnFrom(pictures) {
    void this.#configure(configOf(this.services.state.values), { pictures });
  }

  /** So many it learns from. */
  get trainingImages() {
    const { trainingImages } = this.services.state.values;
    return Math.min(trainingImages, this.pictures?.training.labels.length ?? trainingImages);
  }

  /** What a label stands for. @param {number} label */
  nameOf(label) {
    return this.pictures?.kinds[label] ?? String(label);
  }

  /** The weights as they are now, and of which run. */
  async checkpoint() {
    const config = configOf(this.services.state.values);
    return { config, checkpoint: await this.services.client.request("checkpoint", {}) };
  }

  /**
   * Goes on from another run, whose settings become the board's; the one that there was can be had back.
   * @param {Past} past
   */
  goOnFrom(past) {
    void this.#configure(past.config, { past });
    this.services.state.set(past.config);
  }

  /**
   * Makes a run, with fresh weights or as an earlier one was left.
   * @param {RunConfig} config
   * @param {{ past?: Past, pictures?: OwnPictures | null, isTakenBack?: boolean }} [how] what it takes the place of was in the
   * place of the earlier one, and is not offered
   */
  async #configure(config, { past, pictures = past ? past.pictures : this.pictures, isTakenBack = false } = {}) {
    const number = (this.#configuring += 1);
    const before = this.#config;
    const { history, metrics, evaluation, gone, hasLearntElsewhere, pictures: learntFrom } = this;
    this.#config = config;
    this.#checkpoint = null;
    this.isMaking = true;
    this.#asked.value = "rest";
    try {
      const making = this.services.client.configure(config, past?.checkpoint, pictures ?? undefined);
      // From here on the worker's events tell of this one.
      this.hasLearntElsewhere = past?.hasLearntElsewhere ?? false;
      this.pictures = pictures;
      if (past) ({ history: this.history, metrics: this.metrics, evaluation: this.evaluation, gone: this.gone } = past);
      const { info, dropped } = await making;
      if (before && dropped && !isTakenBack) {
        const run = { config: before, checkpoint: dropped, history, metrics, evaluation, gone, hasLearntElsewhere, pictures: learntFrom };
        this.takeBack.offer(dropped.step, () => this.#takeBack(run));
      }
      if (number !== this.#configuring) return;
      this.info = info;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (number !== this.#configuring || error.problem.code === "worker-died" || error.problem.code === "worker-failed") return;
      this.pictures = learntFrom;
      this.#refused(error, before);
    } finally {
      if (number === this.#configuring) this.isMaking = false;
    }
  }

  /** @param {Past} past */
  #takeBack(past) {
    void this.#configure(past.config, { past, isTakenBack: true });
    this.services.state.set(past.config);
  }

  /** Keeps a run that has got somewhere for the next visit. */
  #keep() {
    const { metrics, evaluation, history, gone, pictures } = this;
    const [config, checkpoint] = [this.#config, this.#checkpoint];
    if (!metrics || !config || !checkpoint || !isSomewhere(metrics)) return;
    // How well these weights do is known a moment later than they are.
    const ownEvaluation = evaluation?.step === checkpoint.step && !pictures ? evaluation : null;
    const hasLearntElsewhere = this.hasLearntElsewhere || pictures !== null;
    this.lastVisit.keep({ config, checkpoint, metrics, evaluation: ownEvaluation, history: history.saved, gone, hasLearntElsewhere, hadPictures: pictures !== null });
    if (!isTraining(this.state)) this.lastVisit.rest();
  }

  /** What was kept before `gone` was has gone with the rate that it has. @param {Kept} kept */
  #restore(kept) {
    if (allows(settings, kept.config)) this.goOnFrom({ ...kept, pictures: null, gone: kept.gone ?? null, history: DigitsHistory.of(kept.history) });
  }

  /** @param {Kept} kept @param {Date} at */
  #wordsOf({ metrics: { epoch }, evaluation, hadPictures }, at) {
    const { format } = this.services;
    const values = { time: format.time(at), epochs: format.short(epoch), accuracy: format.percent(evaluation?.accuracy ?? 0, 1) };
    if (hadPictures) return { text: /** @type {const} */ ("digits.keptOwn"), values };
    return evaluation ? { text: /** @type {const} */ ("digits.kept"), values } : { text: /** @type {const} */ ("digits.keptUntested"), values };
  }

  /**
   * The run that there was goes on, and the settings say so.
   * @param {ProblemError} error
   * @param {RunConfig | null} before
   */
  #refused(error, before) {
    const { explain, state } = this.services;
    explain(error);
    this.#config = before;
    this.#asked.value = null;
    if (before) state.set(before);
  }

  /** @param {RunConfig} config */
  #setLearningRate(config) {
    this.#config = config;
    this.#ask(this.services.client.request("setLearningRate", { learningRate: config.learningRate }));
  }

  /** @param {Promise<null>} reply */
  #ask(reply) {
    reply.catch((error) => {
      this.#asked.value = null;
      this.services.explain(error);
    });
  }

  /** Says that the weights are ruined while they are, and offers the last good ones. */
  #warn() {
    const { notices } = this.services;
    const isRuined = this.state === "diverged" || this.#isRuined;
    if (!isRuined || !this.#isShown) return notices.dismiss(RUINED);
    notices.problem({
      id: RUINED,
      text: this.state === "diverged" ? "problem.diverged" : "problem.ruined",
      action: { label: "notice.rewind", run: () => void this.#rewind() },
    });
  }

  /** Back to the last good weights, and to the learning rate that led there: with the last one it would end the same way. */
  async #rewind() {
    const { client, format, notices, state } = this.services;
    const before = this.#config;
    this.#asked.value = "rest";
    try {
      const { learningRate } = await client.request("rewind", {});
      const back = this.history.now.step;
      const step = format.integer(back);
      // Another run, or one that was reset, has not been there.
      const isSo = () => (this.metrics?.step ?? 0) >= back;
      if (!before || before.learningRate === learningRate) return notices.note("digits.rewound", { step }, isSo);
      this.#config = { ...before, learningRate };
      state.set({ learningRate });
      notices.note("digits.rewoundRate", { step, rate: format.exact(learningRate) }, isSo);
    } catch (error) {
      this.services.explain(error);
    }
  }

  /** @param {boolean} isRuined */
  #takeRuin(isRuined) {
    this.#isRuined = isRuined;
    this.#warn();
  }

  /** @param {RunState} state */
  #takeState(state) {
    this.state = state;
    if (!isTraining(state)) this.lastVisit.rest();
    this.#warn();
    if (isTraining(state) === this.isOn || state === "reached" || state === "diverged") this.#asked.value = null;
  }

  /** @param {Metrics} metrics */
  #takeMetrics(metrics) {
    // A run that has just been made has shown nothing yet; the one before it keeps what it has shown.
    if (metrics.step === 0) this.#forget();
    this.metrics = metrics;
    if (this.#config && metrics.losses.length > 0) this.gone = goneOn(this.gone, this.#config.learningRate, this.history.now.epoch);
    this.history.add(metrics);
    if (this.evaluation && this.evaluation.step > metrics.step) this.evaluation = null;
    if (metrics.losses.length > 0 && isSomewhere(metrics)) this.takeBack.goOn();
  }

  #forget() {
    this.history = new DigitsHistory();
    this.metrics = null;
    this.evaluation = null;
    this.gone = null;
  }
}

/** @param {Metrics} metrics */
function isSomewhere({ step, epoch }) {
  return step >= SOMEWHERE.steps && epoch >= SOMEWHERE.epochs;
}

/** @param {RunState} state */
function isTraining(state) {
  return state === "running" || state === "waiting-for-data";
}

/**
 * The learning rate can change in mid-run; anything else is another run.
 * @param {RunConfig} a
 * @param {RunConfig} b
 */
function sameRun(a, b) {
  return same({ ...a, learningRate: 0 }, { ...b, learningRate: 0 });
}
