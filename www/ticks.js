/**
 * Waiting, counted in ticks of a clock and not in time: a page that slept must not take what it waits for as hung when it
 * wakes.
 */

export const TICK_MS = 1000;

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
