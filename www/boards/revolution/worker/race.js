/**
 * One lane of the race: a network on this worker's device, given its images by the page, so that both lanes have the
 * same ones. A device that fails is not replaced by another: then this lane has lost.
 */

import { engineReady } from "../../../worker/engine.js";
import { Failure } from "../../../worker/failure.js";
import { Submissions } from "../../../worker/submissions.js";
import { nextTask } from "../../../worker/tasks.js";
import { createTrainerOn } from "../../../worker/trainers.js";

/** @import { DeviceInfo, MessageOf } from "../../../protocol" */
/** @import { RaceLane } from "../protocol" */
/** @import { TrainerHandle } from "../../../worker/engine.js" */
/** @import { Session } from "../../../worker/session.js" */
/** @import { Landed } from "../../../worker/submissions.js" */

/** The page hears of the progress at most so often. */
const INTERVAL_MS = 30;

export class RaceTraining {
  /** @type {TrainerHandle | null} */
  #trainer = null;
  /** Kept from the warm-up to the race, for it has learnt how many steps fit into a submission. */
  #submissions = new Submissions();

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /**
   * @param {MessageOf<"revolutionRacePrepare">} message
   * @returns {Promise<RaceLane>}
   */
  async prepare({ backend, course }) {
    const [opened] = await Promise.all([this.session.device, engineReady()]);
    if (opened.backend !== backend) return notReady(opened);
    const started = performance.now();
    const { trainer, device } = await createTrainerOn(course.config, opened, { isOnOneCore: true });
    if (device.backend !== backend) {
      trainer.free();
      return notReady(device);
    }
    trainer.addTrainingData(course.pixels, course.labels);
    const start = new Uint8Array(await trainer.checkpoint());
    await this.#train(trainer, course.warmUpSteps, () => {});
    trainer.restore(start);
    this.#trainer = trainer;
    return { device, isReady: true, warmUpSeconds: (performance.now() - started) / 1000 };
  }

  /** @param {MessageOf<"revolutionRaceStart">} message */
  async start({ steps }) {
    if (!this.#trainer) throw new Failure("bad-request", "the lane has not been prepared");
    let toldAt = performance.now();
    let seconds = 0;
    /** @type {number[]} */
    let losses = [];
    await this.#train(this.#trainer, steps, (landed) => {
      seconds += landed.seconds;
      losses.push(...landed.metrics.losses);
      const now = performance.now();
      if (now - toldAt < INTERVAL_MS && landed.step < steps) return;
      this.session.emit({ event: "race", progress: { step: landed.step, seconds, losses: Float32Array.from(losses) } });
      toldAt = now;
      losses = [];
    });
    return null;
  }

  /**
   * @param {TrainerHandle} trainer
   * @param {number} steps to train to, from fresh weights
   * @param {(landed: Landed) => void} onLanded
   */
  async #train(trainer, steps, onLanded) {
    const submissions = this.#submissions;
    while (trainer.step < steps || !submissions.isEmpty) {
      submissions.fill(trainer, steps);
      const landed = await submissions.land();
      if (landed) onLanded(landed);
      await nextTask();
    }
  }
}

/**
 * @param {DeviceInfo} device
 * @returns {RaceLane}
 */
function notReady(device) {
  return { device, isReady: false, warmUpSeconds: 0 };
}
