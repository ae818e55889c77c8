/**
 * The training loop of a run: submits steps, looks back between them, stops where it should.
 *
 * One activity at a time: training towards a goal or, at rest, evaluating where it stands. Requests only set what is
 * wanted; the activity sees it between two submissions, which are short.
 */

import { Checkpoints } from "./checkpoints.js";
import { Condition } from "./condition.js";
import { Evaluations } from "./evaluations.js";
import { Failure, problemOf } from "./failure.js";
import { CLASSES } from "./manifest.js";
import { stepAt } from "./position.js";
import { Stepper } from "./stepper.js";
import { Signal, nextTask } from "./tasks.js";

/** @import { Checkpoint, Event, Loss, RunState } from "../protocol" */
/** @import { Score } from "./condition.js" */
/** @import { Run } from "./run.js" */

/** Up to which step, or to the end of which epoch, to train; with neither, for ever.
 *  @typedef {{ untilStep?: number, untilEpoch?: number }} Goal */

/**
 * @typedef {object} Listener
 * @property {(event: Event) => void} emit
 * @property {() => void} onWeights told after every submission
 * @property {() => void} onRest told when the weights will stay as they are for a while
 * @property {(error: unknown) => void} onMoved told when the graphics card was lost and the CPU goes on
 * @property {(error: unknown) => void} onError
 */

export class Training {
  #changed = new Signal();
  /** Null when it is to rest. @type {Goal | null} */
  #goal = null;
  /** The weights have not been evaluated since they last changed. */
  #unevaluated = false;
  #isRuined = false;
  /** With which it trained when it was judged last. @type {number | null} */
  #judgedRate = null;
  /** @type {RunState | null} */
  #state = null;
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
    this.condition = new Condition(guessing(run.config.loss));
    this.evaluations = new Evaluations(run);
    this.stepper = new Stepper(run, (metrics) => {
      listener.emit({ event: "metrics", run: run.number, metrics });
    });
    this.checkpoints = new Checkpoints(run, (checkpoint) => {
      listener.emit({ event: "checkpoint", run: run.number, checkpoint });
    });
    run.onMoved = (error) => {
      this.stepper.followTrainer();
      listener.onMoved(error);
    };
    run.onFull = listener.onError;
  }

  /** @param {Checkpoint | undefined} checkpoint to start from, in place of fresh weights */
  async prepare(checkpoint) {
    if (checkpoint) this.run.restore(checkpoint);
    else await this.run.keepCheckpoint(0);
    this.checkpoints.keptGood(this.run.config.learningRate);
    this.stepper.followTrainer();
    // What it starts from may have learnt elsewhere.
    this.#unevaluated = checkpoint !== undefined;
  }

  /** Makes the run known, and gives it the data that are here. */
  async begin() {
    this.listener.emit({ event: "ruined", run: this.run.number, isRuined: this.#isRuined });
    this.#setState(this.stepper.position.step > 0 ? "paused" : "idle");
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
    this.#goal = { untilStep: (this.#goal?.untilStep ?? this.run.trainer.step) + 1 };
    this.#wake();
  }

  /** The weights as they are now; those kept to come back to stay. @returns {Promise<Checkpoint>} */
  checkpoint() {
    const { seconds } = this.stepper.position;
    return this.run.use(async (trainer) => ({ step: trainer.step, seconds, bytes: new Uint8Array(await trainer.checkpoint()) }));
  }

  /** Returns to the last good weights. */
  async rewind() {
    this.pause();
    await this.#activity;
    const { good } = this.run;
    if (!good) throw new Failure("bad-request", "there are no weights to return to");
    const { checkpoint, learningRate } = good;
    await this.run.use(async () => this.run.restore(checkpoint));
    this.run.setLearningRate(learningRate);
    this.#judgedRate = learningRate;
    this.stepper.followTrainer();
    this.#unevaluated = true;
    this.#setRuined(false);
    this.#setState("paused");
    this.listener.onRest();
    this.#wake();
    return { learningRate };
  }

  /** Images have come, or it is known that some will not. */
  async dataArrived() {
    await this.run.feed();
    this.#changed.fire();
    this.#wake();
  }

  /** @returns {Promise<Checkpoint | null>} what it had learnt; null where it had not begun */
  async close() {
    this.#closed = true;
    this.pause();
    await this.#activity;
    await this.run.close();
    const { checkpoint } = this.run;
    return checkpoint && checkpoint.step > 0 ? checkpoint : null;
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
      this.listener.onError(error);
      // After a defect this worker says no more: the next one goes on.
      if (problemOf(error)) this.#setState("paused");
    } finally {
      this.#activity = null;
    }
  }

  async #train() {
    /** @type {RunState} */
    let restingState = "paused";
    while (this.#goal) {
      const end = this.#end(this.#goal);
      if (this.stepper.submissions.isEmpty && this.stepper.position.step >= end) {
        if (this.#goal.untilEpoch !== undefined) restingState = "reached";
        this.#goal = null;
      } else if (this.#isKeepDue || this.evaluations.isDue(this.stepper)) await this.#lookBack();
      else await this.#advance(end);
    }
    await this.#landAll();
    if (this.#state === "diverged") return;
    // Also where it rests as before: the page waits for a word on what it asked for.
    this.#tellState(restingState);
    this.#unevaluated = true;
    if (!this.#isRuined) await this.#keepCheckpoint({ atRest: true });
    this.listener.onRest();
  }

  /** Nobody is to go on with ruined weights. */
  get #isKeepDue() {
    return !this.#isRuined && this.checkpoints.due;
  }

  /**
   * Keeps steps under way up to step `end`.
   * @param {number} end
   */
  async #advance(end) {
    const epochEnd = stepAt(this.stepper.position.nextEpoch, this.run.trainer);
    const hasData = this.stepper.fill(this.evaluations.areAtEpochEnds(this.stepper) ? Math.min(end, epochEnd) : end);
    if (!hasData && this.stepper.submissions.isEmpty) {
      this.stepper.metrics.flush();
      this.#setState("waiting-for-data");
      await this.#changed.next();
    } else {
      // A single step is over before anybody could press Pause.
      if (this.#goal?.untilStep === undefined) this.#setState("running");
      await this.#land();
      await nextTask();
    }
  }

  /** Takes in the oldest submission. */
  async #land() {
    const isFirst = this.stepper.position.step === 0;
    const landed = await this.stepper.land();
    if (!landed) return;
    const first = isFirst ? this.stepper.takeScore() : null;
    if (first) this.condition.take(first, this.stepper.position.step);
    this.evaluations.trained(landed.seconds);
    if (landed.badLoss !== undefined) this.#diverge(`the loss (${landed.badLoss})`);
    this.listener.onWeights();
  }

  async #landAll() {
    while (!this.stepper.submissions.isEmpty) await this.#land();
    this.stepper.metrics.flush();
  }

  async #lookBack() {
    await this.#landAll();
    if (this.#goal && this.#isKeepDue) {
      await this.#keepCheckpoint({ atRest: false });
      // Without test images the batches have to tell.
      const score = this.run.data.testIsWhole ? null : this.stepper.takeScore();
      if (this.#goal && score) await this.#judge(score);
    }
    if (this.#goal && this.evaluations.isDue(this.stepper)) await this.#evaluate();
  }

  /** @param {{ atRest: boolean }} when */
  async #keepCheckpoint(when) {
    const areGood = await this.checkpoints.keep(this.stepper.position.seconds, when);
    if (!areGood) this.#diverge("a weight");
  }

  async #evaluate() {
    const atRest = this.#goal === null;
    const isUnwanted = () => this.#closed || atRest !== (this.#goal === null);
    const evaluation = await this.evaluations.evaluate(this.stepper.position, isUnwanted);
    if (!evaluation) return;
    this.#unevaluated = false;
    if (!Number.isFinite(evaluation.loss)) return this.#diverge("the loss on the test images");
    await this.#judge(evaluation);
    this.listener.emit({ event: "evaluation", run: this.run.number, evaluation });
  }

  /**
   * Remembers where the network does well, and says where it is ruined.
   * @param {Score} score
   */
  async #judge(score) {
    const { learningRate } = this.run.config;
    // A rate that was set since the last time has not shown yet that it works.
    const provenRate = this.#judgedRate ?? learningRate;
    this.#judgedRate = learningRate;
    this.condition.take(score, this.stepper.position.step);
    this.#setRuined(this.condition.isRuined);
    if (!this.condition.isGood) return;
    if (this.run.checkpoint?.step !== this.stepper.position.step) await this.#keepCheckpoint({ atRest: false });
    this.checkpoints.keptGood(provenRate);
  }

  /** The step at which the goal is reached. @param {Goal} goal */
  #end({ untilStep, untilEpoch }) {
    return untilStep ?? (untilEpoch === undefined ? Infinity : stepAt(untilEpoch, this.run.trainer));
  }

  /** @param {string} what is not finite */
  #diverge(what) {
    if (this.#state === "diverged") return;
    this.#goal = null;
    this.checkpoints.fallBack();
    this.#setState("diverged");
    this.listener.onError(new Failure("diverged", `${what} is not finite at step ${this.stepper.position.step}`));
  }

  /** @param {boolean} isRuined */
  #setRuined(isRuined) {
    if (isRuined === this.#isRuined) return;
    this.#isRuined = isRuined;
    if (isRuined) this.checkpoints.fallBack();
    this.listener.emit({ event: "ruined", run: this.run.number, isRuined });
  }

  /** @param {RunState} state */
  #setState(state) {
    if (state !== this.#state) this.#tellState(state);
  }

  /** @param {RunState} state */
  #tellState(state) {
    this.#state = state;
    this.listener.emit({ event: "state", run: this.run.number, state });
  }
}

/**
 * What the same answer to every image comes to.
 * @param {Loss} loss
 * @returns {Score}
 */
function guessing(loss) {
  // All classes alike: by the squared error, which is a mean over the outputs, that is the best such answer too.
  const squaredError = (CLASSES - 1) / CLASSES ** 2;
  return { loss: loss === "cross-entropy" ? Math.log(CLASSES) : squaredError, accuracy: 1 / CLASSES };
}
