/**
 * New data that comes gradually, so that one sees the images change and the accuracy follow.
 */

import { distortionOf, strengths } from "./settings.js";

/** @import { Distortion } from "./protocol" */
/** @import { Trial } from "./trial.js" */

const DURATION_MS = 1400;

export class Sweep {
  #frame = 0;

  /** @param {Trial} trial */
  constructor(trial) {
    this.trial = trial;
  }

  /** @param {Distortion} to */
  start(to) {
    this.stop();
    const from = distortionOf(this.trial.values);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.trial.set(to);
    const started = performance.now();
    const next = (/** @type {number} */ now) => {
      const part = (now - started) / DURATION_MS;
      if (part >= 1) return this.trial.set(to);
      this.trial.set(between(from, to, Math.max(0, part)));
      this.#frame = requestAnimationFrame(next);
    };
    this.#frame = requestAnimationFrame(next);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
  }
}

/**
 * A part of the way from one distortion to another.
 * @param {Distortion} from
 * @param {Distortion} to
 * @param {number} part 0 to 1
 * @returns {Distortion}
 */
export function between(from, to, part) {
  const numbers = strengths.map((name) => [name, Math.round(from[name] + (to[name] - from[name]) * part)]);
  // What can only be on or off turns half way.
  return { ...from, ...Object.fromEntries(numbers), invert: part < 0.5 ? from.invert : to.invert };
}
