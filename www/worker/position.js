/**
 * How far a run is: what has come back from the trainer, which may have more under way.
 */

/** @import { TrainerHandle } from "./engine.js" */

export class Position {
  step = 0;
  /** With the part of the current one: 1.25. */
  epoch = 0;
  /** Spent training, pauses and evaluations apart. */
  seconds = 0;

  get atEpochEnd() {
    return this.step > 0 && Number.isInteger(this.epoch);
  }

  /** The end of the current epoch, in epochs. */
  get nextEpoch() {
    return Math.floor(this.epoch) + 1;
  }
}

/**
 * The step that brings the trainer to `epoch`, counted from the run's start.
 * @param {number} epoch
 * @param {Pick<TrainerHandle, "step" | "epoch" | "stepsPerEpoch">} trainer
 */
export function stepAt(epoch, trainer) {
  // An epoch's last batch may be smaller, so that a step is worth a little more of an epoch than 1 / stepsPerEpoch.
  return trainer.step + Math.ceil((epoch - trainer.epoch) * trainer.stepsPerEpoch - 1e-6);
}
