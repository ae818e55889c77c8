/**
 * When the network is tried on the held-out images, and what came of it last.
 */

import { awake } from "./clock.js";
import { evaluate, slicePace } from "./evaluation.js";
import { EvaluationSchedule } from "./pace.js";
import { stepAt } from "./position.js";

/** @import { Evaluation } from "../protocol" */
/** @import { Answers } from "./evaluation.js" */
/** @import { Position } from "./position.js" */
/** @import { Run } from "./run.js" */
/** @import { Stepper } from "./stepper.js" */

export class Evaluations {
  /** What the newest one answered. @type {Answers | null} */
  answers = null;

  #schedule = new EvaluationSchedule();
  #pace = slicePace();
  #step = -1;

  /** @param {Run} run */
  constructor(run) {
    this.run = run;
  }

  /** @param {number} seconds of training that went by */
  trained(seconds) {
    this.#schedule.trained(seconds);
  }

  /**
   * Epochs are long enough to evaluate at the end of each.
   * @param {Stepper} stepper
   */
  areAtEpochEnds({ submissions }) {
    const epochSeconds = this.run.trainer.stepsPerEpoch * submissions.secondsPerStep;
    return this.run.data.testIsWhole && this.#schedule.everyEpoch(epochSeconds);
  }

  /** @param {Stepper} stepper */
  isDue(stepper) {
    const { position, submissions } = stepper;
    if (!this.run.data.testIsWhole || position.step === this.#step) return false;
    // The curve begins where learning does: with what the fresh weights answer.
    if (position.step === 0) return true;
    if (!this.areAtEpochEnds(stepper)) return this.#schedule.due;
    const stepsToEpochEnd = stepAt(position.nextEpoch, this.run.trainer) - position.step;
    const untilEpochEnd = stepsToEpochEnd * submissions.secondsPerStep;
    const atEpochEnd = position.atEpochEnd && submissions.isEmpty;
    return atEpochEnd || (this.#schedule.due && !this.#schedule.canWait(untilEpochEnd));
  }

  /**
   * Tries the network as it is; nothing may train meanwhile.
   * @param {Position} position
   * @param {() => boolean} isUnwanted asked again and again
   * @returns {Promise<Evaluation | null>} null when it became unwanted
   */
  async evaluate(position, isUnwanted) {
    const started = awake();
    const outcome = await this.run.use((trainer) => evaluate(trainer, this.run.data, this.#pace, isUnwanted));
    if (!outcome) return null;
    const { answers, ...evaluation } = outcome;
    const { step, epoch, seconds } = position;
    this.#schedule.evaluated((awake() - started) / 1000);
    this.#step = step;
    this.answers = answers;
    return { ...evaluation, step, epoch, seconds };
  }
}
