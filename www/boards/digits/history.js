/**
 * What the run has shown so far, for the curves.
 */

import { Series } from "../../charts/series.js";
import { tracked } from "../../shell/signals.js";

/** @import { Evaluation, Metrics } from "../../protocol" */

/** Where in the run a point stands: by any of these the curves can be drawn. @typedef {"step" | "epoch" | "seconds"} Axis */

const COLUMNS = /** @type {const} */ (["step", "epoch", "seconds", "loss", "accuracy"]);
const MOST_POINTS = 2000;

export class DigitsHistory {
  training = new Series(COLUMNS, MOST_POINTS);
  heldOut = new Series(COLUMNS, MOST_POINTS);
  /** Where the run is. */
  now = { step: 0, epoch: 0, seconds: 0 };

  constructor() {
    tracked(this, "now");
  }

  /** @param {Metrics} metrics */
  add({ losses, accuracies, step, epoch, seconds }) {
    const count = losses.length;
    if (count === 0) this.#jump(step);
    const before = this.now;
    for (let index = 0; index < count; index += 1) {
      const part = (index + 1) / count;
      this.training.add([
        step - count + index + 1,
        before.epoch + (epoch - before.epoch) * part,
        before.seconds + (seconds - before.seconds) * part,
        losses[index] ?? 0,
        accuracies[index] ?? 0,
      ]);
    }
    this.now = { step, epoch, seconds };
  }

  /** @param {Evaluation} evaluation */
  addEvaluation({ step, epoch, seconds, loss, accuracy }) {
    this.heldOut.cut(step - 1);
    this.heldOut.add([step, epoch, seconds, loss, accuracy]);
  }

  /** All of it, to be kept. */
  get saved() {
    return { training: this.training.saved, heldOut: this.heldOut.saved, now: this.now };
  }

  /** @param {DigitsHistory["saved"]} saved */
  static of({ training, heldOut, now }) {
    const history = new DigitsHistory();
    history.training.restore(training);
    history.heldOut.restore(heldOut);
    history.now = now;
    return history;
  }

  /** The run is back at an earlier place: what came after it was not. @param {number} step */
  #jump(step) {
    this.training.cut(step);
    this.heldOut.cut(step);
  }
}
