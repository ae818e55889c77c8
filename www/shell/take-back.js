/**
 * What a press of Reset, or a setting that starts another run, threw away: it can be had back with one press, until the
 * next run has got somewhere.
 */

import { BoardOffer } from "./board-offer.js";

/** @import { Key } from "../i18n" */
/** @import { Notices } from "./types" */

/** So long, at least, a dropped run can be had back: a small model gets somewhere before anybody has read that. */
const OFFER_MS = 10_000;

/** A dropped run. @typedef {{ steps: number, at: number }} Dropped `at`: when it was dropped */

export class TakeBack extends BoardOffer {
  /** @type {Dropped | null} */
  #dropped = null;
  /** Ends the offer where the next run got somewhere sooner. @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {{ services: { notices: Notices } }} owner */
  constructor(owner) {
    super("take-back", owner);
  }

  /**
   * A run that has come less far does not take the place of the one before it.
   * @param {number} steps that it had done
   * @param {() => void} restore
   * @param {Key} [text] what has happened
   */
  offer(steps, restore, text = "takeBack.dropped") {
    if (steps === 0) return;
    // The run that had got somewhere has been dropped as well.
    clearTimeout(this.#timer);
    if (steps < (this.#dropped?.steps ?? 0)) return;
    this.#dropped = { steps, at: performance.now() };
    const run = () => {
      this.end();
      restore();
    };
    this.show(() => ({ text, action: { label: "takeBack.again", run } }));
  }

  /** The next run gets on. */
  goOn() {
    if (!this.#dropped) return;
    clearTimeout(this.#timer);
    const rest = this.#dropped.at + OFFER_MS - performance.now();
    if (rest > 0) this.#timer = setTimeout(() => this.end(), rest);
    else this.end();
  }

  end() {
    clearTimeout(this.#timer);
    this.#dropped = null;
    this.show(null);
  }
}
