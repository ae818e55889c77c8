/**
 * Trains a network as fast as it goes, or at a pace that can be watched. Whenever the page has drawn the last frame it is given another, so that frames come as
 * fast as the screen shows them and none pile up; a page that is not seen asks for none, and training goes on.
 */

import { Beat, Pace, Rate } from "../../../../worker/pace.js";
import { nextTask } from "../../../../worker/tasks.js";

/** @import { PlaygroundFrame, PlaygroundGoal, PlaygroundState } from "../protocol" */
/** @import { Network } from "./network.js" */

/** So long at once, in seconds: whatever the page asks waits no longer than that. */
const SLICE = 0.003;
/** Between two measurements while the page asks for no frames. */
const UNSEEN_INTERVAL_MS = 100;
/** Measured again whenever it is so much further, by a part of the way so far: what the curve shows between two is not known. */
const FURTHER = 0.05;
/** Measurements that wait for the page at most: half of them go when there are more. */
const MOST_WAITING = 1000;

/** `endStep` is where it ends at the latest; `isCounted` where so many steps or epochs were asked for, and no target.
 *  @typedef {{ endStep: number, untilLoss: number, isCounted: boolean, beat: Beat }} Aim */

export class PlaygroundTraining {
  /** @type {PlaygroundState} */
  #state;
  /** What it trains towards; null while it rests. @type {Aim | null} */
  #aim = null;
  /** @type {Promise<void> | null} */
  #activity = null;
  #closed = false;
  /** The page has drawn what it was given. */
  #pageIsReady = true;
  /** Something has changed that the page has not been told. */
  #untold = true;
  #measuredAt = 0;
  /** The step at which it is measured, if it was not before. */
  #nextMeasured = 0;
  /** What is to be done between two steps. @type {(() => Promise<void>)[]} */
  #changes = [];
  /** @type {PlaygroundFrame["curve"]} */
  #curve = [];
  #pace = new Pace(SLICE, 8);
  #rate = new Rate();
  /** Wakes it for the next step where there is time between two. @type {ReturnType<typeof setTimeout> | undefined} */
  #alarm;

  /**
   * @param {Network} network
   * @param {(frame: PlaygroundFrame) => void} send
   * @param {(error: unknown) => void} report
   */
  constructor(network, send, report) {
    this.network = network;
    this.send = send;
    this.report = report;
    this.#state = network.trainer.step > 0 ? "paused" : "idle";
    this.#wake();
  }

  /** @param {PlaygroundGoal} goal */
  train({ steps, epochs, untilEpoch, untilLoss, stepsPerSecond = Infinity }) {
    const { network } = this;
    if (network.isEmpty || this.#isBroken) return;
    // Presses of Step that come faster than the steps are done add up.
    const from = this.#aim?.isCounted ? this.#aim.endStep : network.trainer.step;
    const ends = [
      steps === undefined ? Infinity : from + steps,
      epochs === undefined ? Infinity : network.epochEnd(from, epochs),
      untilEpoch === undefined ? Infinity : untilEpoch * network.trainer.stepsPerEpoch,
    ];
    const isCounted = steps !== undefined || epochs !== undefined;
    const beat = new Beat(isCounted ? Infinity : stepsPerSecond, now());
    this.#aim = { endStep: Math.min(...ends), untilLoss: untilLoss ?? 0, isCounted, beat };
    this.#wake();
  }

  pause() {
    if (!this.#aim) return;
    this.#aim = null;
    this.#rest("paused");
  }

  /** The page has drawn the last frame. */
  shown() {
    this.#pageIsReady = true;
    this.#wake();
  }

  /**
   * Changes the network between two steps.
   * @template T
   * @param {() => Promise<T>} change
   * @returns {Promise<T>} when it is changed
   */
  change(change) {
    return new Promise((resolve, reject) => {
      this.#changes.push(() => change().then(resolve, reject));
      this.#untold = true;
      this.#wake();
    });
  }

  rewind() {
    this.#aim = null;
    return this.change(async () => {
      const back = this.network.rewind();
      this.#curve = [];
      this.#rest("paused");
      return back;
    });
  }

  async close() {
    this.#closed = true;
    this.#aim = null;
    clearTimeout(this.#alarm);
    await this.#activity;
    this.network.free();
  }

  /** It cannot train on with these weights. */
  get #isBroken() {
    return this.#state === "diverged" || this.#state === "ruined";
  }

  #wake() {
    if (!this.#closed) this.#activity ??= this.#act();
  }

  async #act() {
    // What woke it goes first: it may want more than one thing.
    await nextTask();
    try {
      while (!this.#closed) {
        const change = this.#changes.shift();
        if (change) await change();
        else if (this.#pageIsReady && this.#untold) await this.#tell();
        else if (this.#aim && this.#aim.beat.due(now()) > 0) await this.#advance(this.#aim);
        else break;
      }
      this.#setAlarm();
    } catch (error) {
      this.#aim = null;
      this.report(error);
    } finally {
      this.#activity = null;
    }
  }

  /** Goes on when the next step is due. */
  #setAlarm() {
    clearTimeout(this.#alarm);
    if (this.#aim) this.#alarm = setTimeout(() => this.#wake(), 1000 * this.#aim.beat.wait(now()));
  }

  /** @param {Aim} aim */
  async #advance({ endStep, untilLoss, isCounted, beat }) {
    const { network } = this;
    const { step } = network.trainer;
    // A target is looked for at the end of every epoch, whatever the speed: the same seed ends at the same step.
    const end = untilLoss > 0 ? Math.min(endStep, network.epochEnd(step, 1)) : endStep;
    if (step >= endStep) return this.#end(isCounted ? "paused" : "reached");
    this.#state = "running";
    const started = performance.now();
    const steps = Math.min(this.#pace.units, end - step, beat.due(now()), Math.max(1, this.#nextMeasured - step));
    const isFinite = await network.train(steps);
    const done = network.trainer.step - step;
    beat.done(done);
    this.#pace.measured(Math.max(1, done), (performance.now() - started) / 1000);
    this.#rate.add(now(), done / network.trainer.stepsPerEpoch);
    this.#untold = true;
    if (!isFinite) return this.#end("diverged");
    if (untilLoss > 0 && network.trainer.step === end && (await network.trainLoss()) < untilLoss) return this.#end("reached");
    if (network.trainer.step >= endStep) return this.#end(isCounted ? "paused" : "reached");
    const isLongAgo = !this.#pageIsReady && performance.now() - this.#measuredAt > UNSEEN_INTERVAL_MS;
    if (isLongAgo || network.trainer.step >= this.#nextMeasured) await this.#measure();
    await nextTask();
  }

  /** @param {PlaygroundState} state */
  #end(state) {
    this.#aim = null;
    this.#rest(state);
  }

  /** @param {PlaygroundState} state */
  #rest(state) {
    this.#state = state;
    this.#rate = new Rate();
    this.#untold = true;
    this.#wake();
  }

  async #measure() {
    const { network } = this;
    this.#measuredAt = performance.now();
    const { step, epoch, stepsPerEpoch } = network.trainer;
    this.#nextMeasured = step + Math.max(stepsPerEpoch, Math.ceil(step * FURTHER));
    const scores = await network.measure();
    const isNumber = network.isEmpty || Number.isFinite(scores.train.loss);
    const { isRuined, isGuessing } = await network.judge(scores.train);
    if (!isNumber && this.#state !== "diverged") this.#end("diverged");
    if (isNumber && this.#state === "running" && isRuined) this.#end("ruined");
    if (isNumber) this.#curve.push({ step, epoch, train: scores.train.loss, test: scores.test.loss });
    if (this.#curve.length > MOST_WAITING) this.#curve = this.#curve.filter((_, index) => index % 2 === 1);
    return { step, epoch, scores, isGuessing };
  }

  async #tell() {
    const { network } = this;
    // Before it is made, so that what changes meanwhile is told by the next frame.
    this.#untold = false;
    const { step, epoch, scores, isGuessing } = await this.#measure();
    const parameters = await network.parameters();
    const maps = await network.maps.draw(network.trainer);
    const checkpoint = await network.checkpoint();
    if (this.#closed) return;
    this.#pageIsReady = false;
    this.send({
      state: this.#state,
      step,
      epoch,
      epochsPerSecond: this.#state === "running" ? this.#rate.perSecond : 0,
      ...scores,
      isGuessing,
      curve: this.#curve,
      parameters,
      maps,
      checkpoint,
      good: this.#isBroken ? network.good : null,
    });
    this.#curve = [];
  }
}

/** In seconds. */
function now() {
  return performance.now() / 1000;
}
