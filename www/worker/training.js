/**
 * The training loop of a run: submits steps, looks back between them, stops where it should.
 *
 * One activity at a time: training towards a goal or, at rest, evaluating where it stands. Requests only set what is
 * wanted; the activity sees it between two submissions, which are short.
 */

import { Checkpoints } from "./checkpoints.js";
import { Evaluations } from "./evaluations.js";
import { Failure } from "./failure.js";
import { MetricsFeed } from "./metrics.js";
import { Position } from "./position.js";
import { Submissions } from "./submissions.js";
import { Signal, nextTask } from "./tasks.js";

/** @import { Checkpoint, Event, RunState } from "../protocol" */
/** @import { StepMetrics } from "./metrics.js" */
/** @import { Run } from "./run.js" */
/** @import { Landed } from "./submissions.js" */

/** Up to which step, or to the end of which epoch, to train; with neither, for ever.
 *  @typedef {{ untilStep?: number, untilEpoch?: number }} Goal */

/**
 * @typedef {object} Listener
 * @property {(event: Event) => void} emit
 * @property {() => void} onWeights told after every submission
 * @property {() => void} onRest told when the weights will stay as they are for a while
 * @property {(error: unknown) => void} onError
 */

export class Training {
  #position = new Position();
  #submissions = new Submissions();
  #changed = new Signal();
  /** Null when it is to rest. @type {Goal | null} */
  #goal = null;
  /** The weights have not been evaluated since they last changed. */
  #unevaluated = false;
  /** How often data have arrived, and how often when the data were last found wanting. */
  #arrivals = 0;
  #arrivalsSeen = -1;
  /** @type {RunState} */
  #state = "idle";
  /** @type {Promise<void> | null} */
  #activity = null;
  #closed = false;

  /**
   * @param {Run} run
   * @param {Listener} listener
   */
  constructor(run, listener) {
    this.run = run;
    this.listener = listener;
    this.evaluations = new Evaluations(run);
    this.metrics = new MetricsFeed(this.#position, (metrics) => {
      listener.emit({ event: "metrics", run: run.number, metrics });
    });
    this.checkpoints = new Checkpoints(run, (checkpoint) => {
      listener.emit({ event: "checkpoint", run: run.number, checkpoint });
    });
  }

  /** @param {Checkpoint | undefined} checkpoint to start from, in place of fresh weights */
  async prepare(checkpoint) {
    if (checkpoint) this.run.restore(checkpoint);
    else await this.run.keepCheckpoint(0);
    this.followTrainer();
    this.#unevaluated = this.#position.step > 0;
  }

  /** Makes the run known, and gives it the data that are here. */
  async begin() {
    this.#setState(this.#position.step > 0 ? "paused" : "idle");
    this.listener.onRest();
    await this.dataArrived();
  }

  /** @param {number | undefined} untilEpoch */
  train(untilEpoch) {
    this.#goal = untilEpoch === undefined ? {} : { untilEpoch };
    this.#wake();
  }

  pause() {
    this.#goal = null;
    this.#changed.fire();
  }

  /** One step more than is under way, and then a rest. */
  step() {
    this.#goal = { untilStep: (this.#goal?.untilStep ?? this.#position.step + this.#submissions.steps) + 1 };
    this.#wake();
  }

  /** Returns to the newest good weights. */
  async rewind() {
    this.pause();
    await this.#activity;
    const { checkpoint } = this.run;
    if (!checkpoint) throw new Failure("bad-request", "there are no weights to return to");
    await this.run.use(async () => this.run.restore(checkpoint));
    this.followTrainer();
    this.#unevaluated = true;
    this.#setState("paused");
    this.listener.onRest();
    this.#wake();
  }

  /** Images have come, or it is known that some will not. */
  async dataArrived() {
    await this.run.feed();
    if (this.run.closed) return;
    this.#position.stepsPerEpoch = this.run.trainer.stepsPerEpoch;
    this.#arrivals += 1;
    this.#changed.fire();
    this.#wake();
  }

  /** Takes over the place of a trainer that has been given other weights, and in which nothing is under way. */
  followTrainer() {
    this.metrics.flush();
    this.#position.sync(this.run.trainer);
    this.#position.seconds = this.run.checkpoint?.seconds ?? 0;
  }

  async close() {
    this.#closed = true;
    this.pause();
    await this.#activity;
    await this.run.close();
  }

  #wake() {
    this.#activity ??= this.#act();
  }

  async #act() {
    // What woke it goes first: it may want more than one thing.
    await nextTask();
    try {
      while (!this.#closed) {
        if (this.#goal) await this.#train();
        else if (this.#unevaluated && this.run.data.testIsWhole) await this.#evaluate();
        else break;
      }
    } catch (error) {
      this.#goal = null;
      this.#setState("paused");
      this.listener.onError(error);
    } finally {
      this.#activity = null;
    }
  }

  async #train() {
    if (this.#goal?.untilStep === undefined) this.#setState("running");
    /** @type {RunState} */
    let restingState = "paused";
    while (this.#goal) {
      const end = this.#end(this.#goal);
      if (this.#submissions.isEmpty && this.#position.step >= end) {
        if (this.#goal.untilEpoch !== undefined) restingState = "reached";
        this.#goal = null;
      } else if (this.checkpoints.due || this.#evaluationIsDue) await this.#lookBack();
      else await this.#advance(end);
    }
    while (!this.#submissions.isEmpty) await this.#land();
    this.metrics.flush();
    if (this.#state === "diverged" || this.#closed) return;
    this.#setState(restingState);
    this.#unevaluated = true;
    if (!(await this.checkpoints.keep(this.#position.seconds, { atRest: true }))) this.#diverge("a weight");
    this.listener.onRest();
  }

  /**
   * Keeps steps under way up to step `end`.
   * @param {number} end
   */
  async #advance(end) {
    const { epochEnd } = this.#position;
    const stop = this.evaluations.areAtEpochEnds(this.#position, this.#submissions) ? Math.min(end, epochEnd) : end;
    this.#submissions.fill(this.run.trainer, stop - this.#position.step);
    const steps = await this.#land();
    if (steps === 0) await this.#awaitData();
    else if (this.#goal && this.#goal.untilStep === undefined) this.#setState("running");
    await nextTask();
  }

  /** Takes in the oldest submission; gives the steps that were done. */
  async #land() {
    const { trainer } = this.#submissions;
    try {
      const landed = await this.#submissions.land();
      // A run that has moved to the CPU does not count what the lost card still gave.
      if (!landed || trainer !== this.run.trainer) return undefined;
      this.#count(landed);
      return landed.metrics.losses.length;
    } catch (error) {
      await this.#submissions.abandon();
      if (!trainer) throw error;
      await this.run.recover(trainer, error);
      return undefined;
    }
  }

  /** @param {Landed} landed */
  #count({ metrics, seconds }) {
    this.#position.seconds += seconds;
    this.#position.advance(metrics.losses.length);
    this.evaluations.trained(seconds);
    const bad = metrics.losses.findIndex((loss) => !Number.isFinite(loss));
    this.metrics.add(bad < 0 ? metrics : finitePart(metrics, bad));
    if (bad >= 0) this.#diverge(`the loss (${metrics.losses[bad]})`);
    this.listener.onWeights();
  }

  /** Waits until more data arrive, or the goal changes. */
  async #awaitData() {
    while (!this.#submissions.isEmpty) await this.#land();
    // The images that were missed may have come since the steps were submitted.
    if (this.#arrivalsSeen === this.#arrivals) {
      this.metrics.flush();
      this.#setState("waiting-for-data");
      await this.#changed.next();
    }
    this.#arrivalsSeen = this.#arrivals;
  }

  async #lookBack() {
    while (!this.#submissions.isEmpty) await this.#land();
    this.metrics.flush();
    if (this.#goal && this.checkpoints.due) {
      const { seconds } = this.#position;
      if (!(await this.checkpoints.keep(seconds, { atRest: false }))) this.#diverge("a weight");
    }
    if (this.#goal && this.#evaluationIsDue) await this.#evaluate();
  }

  get #evaluationIsDue() {
    return this.evaluations.isDue(this.#position, this.#submissions);
  }

  async #evaluate() {
    const atRest = this.#goal === null;
    const isUnwanted = () => this.#closed || atRest !== (this.#goal === null);
    const evaluation = await this.evaluations.evaluate(this.#position, isUnwanted);
    if (!evaluation) return;
    this.#unevaluated = false;
    if (!Number.isFinite(evaluation.loss)) return this.#diverge("the loss on the test images");
    this.listener.emit({ event: "evaluation", run: this.run.number, evaluation });
  }

  /** The step at which the goal is reached. @param {Goal} goal */
  #end({ untilStep, untilEpoch }) {
    return untilStep ?? (untilEpoch === undefined ? Infinity : this.#position.endOf(untilEpoch));
  }

  /** @param {string} what is not finite */
  #diverge(what) {
    if (this.#state === "diverged") return;
    this.#goal = null;
    this.#setState("diverged");
    this.listener.onError(new Failure("diverged", `${what} is not finite at step ${this.#position.step}`));
  }

  /** @param {RunState} state */
  #setState(state) {
    if (state === this.#state && state !== "idle") return;
    this.#state = state;
    this.listener.emit({ event: "state", run: this.run.number, state });
  }
}

/**
 * @param {StepMetrics} metrics
 * @param {number} end
 * @returns {StepMetrics}
 */
function finitePart({ losses, hits, rows }, end) {
  return { losses: losses.subarray(0, end), hits: hits.subarray(0, end), rows: rows.subarray(0, end) };
}
