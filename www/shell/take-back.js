/**
 * What a press of Reset, or a setting that starts another run, threw away: it can be had back with one press, until the
 * next run has got somewhere.
 */

/** @import { Key } from "../i18n" */
/** @import { Notices } from "./types" */

const ID = "take-back";

/** So long, at least, a dropped run can be had back: a small model gets somewhere before anybody has read that. */
const OFFER_MS = 10_000;

/** A dropped run. @typedef {{ steps: number, restore: () => void, text: Key, at: number }} Offer `at`: when it was dropped */

export class TakeBack {
  /** @type {Offer | null} */
  #offer = null;
  /** Ends the offer where the next run got somewhere sooner. @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** What is offered is for who looks at its board. */
  #isShown = false;

  /** @param {{ services: { notices: Notices } }} owner whose services come anew every time that its board is shown */
  constructor(owner) {
    this.owner = owner;
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
    if (steps < (this.#offer?.steps ?? 0)) return;
    this.#offer = { steps, restore, text, at: performance.now() };
    this.#say();
  }

  /** The next run gets on. */
  goOn() {
    if (!this.#offer) return;
    clearTimeout(this.#timer);
    const rest = this.#offer.at + OFFER_MS - performance.now();
    if (rest > 0) this.#timer = setTimeout(() => this.end(), rest);
    else this.end();
  }

  end() {
    clearTimeout(this.#timer);
    this.#offer = null;
    this.#say();
  }

  /** Its board is shown, and offers what it offered when it was left. */
  enter() {
    this.#isShown = true;
    this.#say();
  }

  /** Its board is left: what another one shows is not about this run. */
  leave() {
    this.owner.services.notices.dismiss(ID);
    this.#isShown = false;
  }

  #say() {
    if (!this.#isShown) return;
    const { notices } = this.owner.services;
    if (!this.#offer) return notices.dismiss(ID);
    const { restore, text } = this.#offer;
    const run = () => {
      this.end();
      restore();
    };
    notices.offer({ id: ID, text, action: { label: "takeBack.again", run } });
  }
}
