/**
 * Waiting, counted in ticks of a clock and not in time: a page that slept must not take what it waits for as hung when it
 * wakes.
 */

export const TICK_MS = 1000;

/** What has not come after so many is said not to come: within 15 seconds, with what it takes to say so. */
export const MOST_TICKS = 13;

/** Waits for signs of life, and ends after so many ticks without one. */
export class Patience {
  #ticks = 0;
  #timer;

  /**
   * @param {number} ticks
   * @param {() => void} onEnd told once
   */
  constructor(ticks, onEnd) {
    this.#timer = setInterval(() => {
      this.#ticks += 1;
      if (this.#ticks < ticks) return;
      this.end();
      onEnd();
    }, TICK_MS);
  }

  /** There was a sign of life. */
  renew() {
    this.#ticks = 0;
  }

  /** There is nothing to wait for any more. */
  end() {
    clearInterval(this.#timer);
  }
}

/** What `within` rejects with. */
export class TimeoutError extends Error {}

/**
 * Gives up waiting for `promise` after a while; what it comes to later is ignored.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} ticks
 * @param {string} what for the error's message
 * @returns {Promise<T>}
 */
export function within(promise, ticks, what) {
  return new Promise((resolve, reject) => {
    const patience = new Patience(ticks, () => reject(new TimeoutError(`${what} gave no answer in ${ticks} s`)));
    promise.finally(() => patience.end()).then(resolve, reject);
  });
}
