/**
 * A network that is taken to the step that is asked for: on from where it is, or from its beginning where it is another
 * lesson's network, or too far.
 */

import { nextTask } from "../../../../worker/tasks.js";

/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** So many steps at once; messages that have arrived are handled in between. */
const STEPS_AT_ONCE = 16;

/** @template Lesson */
export class SteppedNetwork {
  /** @type {{ name: string, trainer: TrainerHandle, losses: number[] } | null} */
  #current = null;
  /** One after the other: the newest that was asked for. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {(lesson: Lesson) => Promise<TrainerHandle>} create with fresh weights and all that it learns from */
  constructor(create) {
    this.create = create;
  }

  /**
   * @template Result
   * @param {Lesson} lesson
   * @param {number} step
   * @param {(trainer: TrainerHandle, losses: Float32Array) => Promise<Result>} use what is done with it there; `losses` are
   * those of every batch so far
   * @returns {Promise<Result>}
   */
  at(lesson, step, use) {
    const turn = this.#turn.then(async () => {
      const { trainer, losses } = await this.#of(lesson, step);
      while (trainer.step < step) {
        const metrics = await trainer.train(Math.min(STEPS_AT_ONCE, step - trainer.step));
        losses.push(...metrics.losses);
        await nextTask();
      }
      return use(trainer, Float32Array.from(losses));
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /**
   * @param {Lesson} lesson
   * @param {number} step
   */
  async #of(lesson, step) {
    const name = JSON.stringify(lesson);
    const { name: before, trainer } = this.#current ?? {};
    if (this.#current && before === name && trainer && trainer.step <= step) return this.#current;
    const next = { name, trainer: await this.create(lesson), losses: [] };
    trainer?.free();
    this.#current = next;
    return next;
  }
}
