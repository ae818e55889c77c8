/**
 * Watches over what the graphics card is asked: one that hangs gives no error, and no answer either.
 */

import { MOST_TICKS, TICK_MS } from "../ticks.js";
import { Failure } from "./failure.js";

/** @import { TrainerHandle } from "./engine.js" */

/** Ticks after which it is taken for hung; whatever is asked at once takes a fraction of a second. */
const PATIENCE = 10;
/** Where answers take long, the next one may take so many times as long as the longest, as far as anybody waits. */
const LONGER = 1.5;

/** @typedef {{ what: string, ticks: number, patience: number, reject: (error: unknown) => void }} Wait */

/** Over one graphics card: when one answer does not come, no other will. */
export class Watch {
  /** @type {Set<Wait>} */
  #waits = new Set();
  /** Of the answers that came, in ticks. */
  #longest = 0;
  /** @type {Failure | null} */
  #hung = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @template T
   * @param {Promise<T>} answer
   * @param {string} what was asked
   * @param {boolean} isFirst it has not been asked before
   * @returns {Promise<T>} rejects with `device-hung` when it does not come
   */
  over(answer, what, isFirst) {
    return new Promise((resolve, reject) => {
      if (this.#hung) return reject(this.#hung);
      // What is asked for the first time waits for shaders to be compiled, which takes a slow machine seconds.
      const patience = isFirst ? MOST_TICKS : Math.min(MOST_TICKS, Math.max(PATIENCE, LONGER * this.#longest));
      const wait = { what, ticks: 0, patience, reject };
      this.#waits.add(wait);
      this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
      const end = () => {
        this.#waits.delete(wait);
        this.#longest = Math.max(this.#longest, wait.ticks);
      };
      answer.finally(end).then(resolve, reject);
    });
  }

  /**
   * A trainer on the graphics card whose every answer is waited for under this watch.
   * @param {TrainerHandle} trainer
   * @returns {TrainerHandle}
   */
  watched(trainer) {
    /** @type {Set<string | symbol>} */
    const answered = new Set();
    return new Proxy(trainer, {
      get: (target, name) => {
        /** @type {unknown} */
        const value = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (/** @type {unknown[]} */ ...values) => {
          /** @type {unknown} */
          const result = value.apply(target, values);
          if (!(result instanceof Promise)) return result;
          result.then(() => answered.add(name), () => {});
          return this.over(result, String(name), !answered.has(name));
        };
      },
      set: (target, name, value) => Reflect.set(target, name, value, target),
    });
  }

  #tick() {
    if (this.#waits.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    for (const wait of this.#waits) wait.ticks += 1;
    const overdue = [...this.#waits].find(({ ticks, patience }) => ticks >= patience);
    if (!overdue) return;
    this.#hung = new Failure("device-hung", `the graphics card has not answered (${overdue.what}) for ${overdue.ticks} s`);
    for (const { reject } of this.#waits) reject(this.#hung);
    this.#waits.clear();
  }
}
