/**
 * Moves a run forward: submits steps, takes in what they gave, and counts.
 */

import { MetricsFeed } from "./metrics.js";
import { Position } from "./position.js";
import { Submissions } from "./submissions.js";

/** @import { Metrics } from "../protocol" */
/** @import { Score } from "./condition.js" */
/** @import { StepMetrics } from "./metrics.js" */
/** @import { Run } from "./run.js" */
/** @import { Landed } from "./submissions.js" */

/** `badLoss` is the first loss that is not finite.
 *  @typedef {{ seconds: number, badLoss: number | undefined }} Advance */

export class Stepper {
  position = new Position();
  /** What the batches since the last look at it came to. */
  #recent = { steps: 0, losses: 0, rows: 0, hits: 0 };
  submissions = new Submissions();

  /**
   * @param {Run} run
   * @param {(metrics: Metrics) => void} send
   */
  constructor(run, send) {
    this.run = run;
    this.metrics = new MetricsFeed(this.position, send);
  }

  /**
   * Submits what fits.
   * @param {number} end the step that is not to be passed
   * @returns {boolean} false when data are missing for a step
   */
  fill(end) {
    return this.submissions.fill(this.run.trainer, end);
  }

  /**
   * Takes in the oldest submission.
   * @returns {Promise<Advance | null>} null when there was none, or the graphics card was lost with it
   */
  async land() {
    const { trainer } = this.submissions;
    if (!trainer) return null;
    try {
      const landed = await this.submissions.land();
      // A run that has moved to the CPU does not count what the lost card still gave.
      return landed && trainer === this.run.trainer ? this.#count(landed) : null;
    } catch (error) {
      await this.submissions.abandon();
      await this.run.recover(trainer, error);
      return null;
    }
  }

  /**
   * What the batches gave since this was asked last.
   * @returns {Score | null} null where there were none: nothing says how it does
   */
  takeScore() {
    const { steps, losses, rows, hits } = this.#recent;
    this.#recent = { steps: 0, losses: 0, rows: 0, hits: 0 };
    return steps > 0 ? { loss: losses / steps, accuracy: hits / rows } : null;
  }

  /** Takes over the place of a trainer that has been given other weights, and in which nothing is under way. */
  followTrainer() {
    this.metrics.flush();
    // The batches so far tell nothing of these weights.
    this.takeScore();
    this.position.step = this.run.trainer.step;
    this.position.epoch = this.run.trainer.epoch;
    this.position.seconds = this.run.checkpoint?.seconds ?? 0;
    this.metrics.jump();
  }

  /**
   * @param {Landed} landed
   * @returns {Advance}
   */
  #count({ step, epoch, metrics, seconds }) {
    this.position.step = step;
    this.position.epoch = epoch;
    this.position.seconds += seconds;
    this.#recent.steps += metrics.losses.length;
    this.#recent.losses += sum(metrics.losses);
    this.#recent.rows += sum(metrics.rows);
    this.#recent.hits += sum(metrics.hits);
    const bad = metrics.losses.findIndex((loss) => !Number.isFinite(loss));
    this.metrics.add(bad < 0 ? metrics : firstSteps(metrics, bad));
    return { seconds, badLoss: metrics.losses[bad] };
  }
}

/** @param {Float32Array} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * @param {StepMetrics} metrics
 * @param {number} steps
 * @returns {StepMetrics}
 */
function firstSteps({ losses, hits, rows }, steps) {
  return { losses: losses.subarray(0, steps), hits: hits.subarray(0, steps), rows: rows.subarray(0, steps) };
}
