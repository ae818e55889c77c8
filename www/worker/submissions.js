/**
 * Steps under way in the trainer: submissions that take about a frame each, so that Pause and a drawing never wait
 * for long, and on the GPU one more behind the one being worked on, so that it never waits for us.
 */

import { awake } from "./clock.js";
import { Pace } from "./pace.js";

/** @import { TrainerHandle } from "./engine.js" */
/** @import { StepMetrics } from "./metrics.js" */

/** A submission; `step` and `epoch` are where the run is when it is done.
 *  @typedef {{ step: number, epoch: number, result: Promise<StepMetrics> }} Submission */

/** What a submission came to, and the seconds it took beyond the one before it.
 *  @typedef {{ step: number, epoch: number, metrics: StepMetrics, seconds: number }} Landed */

const SUBMISSION_SECONDS = 0.016;

export class Submissions {
  /** In the order in which they were made. @type {Submission[]} */
  #underWay = [];
  #pace = new Pace(SUBMISSION_SECONDS, 1);
  #clock = 0;
  /** The trainer that has them. @type {TrainerHandle | null} */
  trainer = null;

  get isEmpty() {
    return this.#underWay.length === 0;
  }

  /** 0 before it is known. */
  get secondsPerStep() {
    return this.#pace.secondsPerUnit;
  }

  /**
   * Submits what fits.
   * @param {TrainerHandle} trainer
   * @param {number} end the step that is not to be passed
   * @returns {boolean} false when the trainer has not got the data for a step
   */
  fill(trainer, end) {
    if (this.isEmpty) {
      this.trainer = trainer;
      this.#clock = awake();
    }
    const most = this.#mostUnderWay(trainer);
    while (this.trainer === trainer && trainer.step < end && this.#underWay.length < most) {
      const before = trainer.step;
      const result = trainer.train(Math.min(this.#pace.units, end - before));
      // It is looked at when its turn comes, which an earlier failure may prevent.
      result.catch(() => {});
      if (trainer.step === before) return false;
      this.#underWay.push({ step: trainer.step, epoch: trainer.epoch, result });
    }
    return true;
  }

  /** @param {TrainerHandle} trainer */
  #mostUnderWay({ backend }) {
    // The CPU works while it is called, and a GPU that takes long for one step is not idle for lack of a second one:
    // there another submission would only keep messages waiting. Where the browser seldom looks whether the GPU is done,
    // and before that is known, two would be done at the same look, and nobody could tell what each of them took.
    const isKnown = this.secondsPerStep > 0;
    return backend === "cpu" || !isKnown || Math.max(this.secondsPerStep, this.#pace.wait) > SUBMISSION_SECONDS ? 1 : 2;
  }

  /**
   * Waits for the oldest.
   * @returns {Promise<Landed | null>} null when nothing is under way
   */
  async land() {
    const [oldest] = this.#underWay;
    if (!oldest) return null;
    const { step, epoch, result } = oldest;
    try {
      const metrics = await result;
      const now = awake();
      const seconds = (now - this.#clock) / 1000;
      this.#clock = now;
      this.#pace.measured(metrics.losses.length, seconds);
      return { step, epoch, metrics, seconds };
    } finally {
      this.#underWay.shift();
    }
  }

  /** Waits for all, whatever they come to. */
  async abandon() {
    await Promise.allSettled(this.#underWay.splice(0).map(({ result }) => result));
  }
}
