/**
 * Steps under way in the trainer: submissions that take about a frame each, so that Pause and a drawing never wait
 * for long, and on the GPU one more behind the one being worked on, so that it never waits for us.
 */

import { Pace } from "./pace.js";

/** @import { TrainerHandle } from "./engine.js" */
/** @import { StepMetrics } from "./metrics.js" */

/** What a submission came to, and the seconds it took beyond the one before it.
 *  @typedef {{ metrics: StepMetrics, seconds: number }} Landed */

const SUBMISSION_SECONDS = 0.016;
/** The CPU works while it is called: a second call would only keep messages waiting. */
const UNDER_WAY = { webgpu: 2, cpu: 1 };

export class Submissions {
  /** @type {{ steps: number, result: Promise<StepMetrics> }[]} in the order of submission */
  #flights = [];
  #pace = new Pace(SUBMISSION_SECONDS, 1);
  #clock = 0;
  /** The trainer that has them. @type {TrainerHandle | null} */
  trainer = null;

  get isEmpty() {
    return this.#flights.length === 0;
  }

  /** Steps under way. */
  get steps() {
    return this.#flights.reduce((sum, { steps }) => sum + steps, 0);
  }

  /** 0 before it is known. */
  get secondsPerStep() {
    return this.#pace.secondsPerUnit;
  }

  /**
   * Submits what fits.
   * @param {TrainerHandle} trainer
   * @param {number} limit steps that may be under way in all
   */
  fill(trainer, limit) {
    if (this.isEmpty) {
      this.trainer = trainer;
      this.#clock = performance.now();
    }
    while (this.trainer === trainer && this.#flights.length < UNDER_WAY[trainer.backend]) {
      const steps = Math.min(this.#pace.units, limit - this.steps);
      if (steps < 1) return;
      const result = trainer.train(steps);
      // It is looked at when its turn comes, which an earlier failure may prevent.
      result.catch(() => {});
      this.#flights.push({ steps, result });
    }
  }

  /**
   * Waits for the oldest.
   * @returns {Promise<Landed | null>} null when nothing is under way
   */
  async land() {
    const flight = this.#flights[0];
    if (!flight) return null;
    try {
      const { losses, hits, rows } = await flight.result;
      const now = performance.now();
      const seconds = (now - this.#clock) / 1000;
      this.#clock = now;
      if (losses.length > 0) this.#pace.measured(losses.length, seconds);
      return { metrics: { losses, hits, rows }, seconds };
    } finally {
      this.#flights.shift();
    }
  }

  /** Waits for all, whatever they come to. */
  async abandon() {
    await Promise.allSettled(this.#flights.splice(0).map(({ result }) => result));
  }
}
