/**
 * What a press of Reset, or a setting that starts another run, threw away: it can be had back with one press, until the
 * next run has got somewhere.
 */

/** @import { Notices } from "./types" */

const ID = "take-back";

/**
 * Offers the run that has just been dropped; an earlier offer is over with it.
 * @param {Notices} notices
 * @param {() => void} restore
 */
export function offerBack(notices, restore) {
  const run = () => {
    notices.dismiss(ID);
    restore();
  };
  notices.offer({ id: ID, text: "takeBack.dropped", action: { label: "takeBack.again", run } });
}

/** So long, at least, a dropped run can be had back: a small model gets somewhere before anybody has read that. */
const OFFER_MS = 10_000;

/** The dropped run of a board whose runs take seconds. */
export class TakeBack {
  /** How far the run had come that can be had back, and when it was dropped. @type {{ steps: number, at: number } | null} */
  #offered = null;

  /** @param {{ services: { notices: Notices } }} owner whose services come anew every time that its board is shown */
  constructor(owner) {
    this.owner = owner;
  }

  /**
   * A run that has come less far does not take the place of the one before it.
   * @param {number} steps that it had done
   * @param {() => void} restore
   */
  offer(steps, restore) {
    if (steps === 0 || steps < (this.#offered?.steps ?? 0)) return;
    this.#offered = { steps, at: performance.now() };
    offerBack(this.owner.services.notices, () => {
      this.#offered = null;
      restore();
    });
  }

  /** The next run gets on. */
  goOn() {
    if (this.#offered && performance.now() - this.#offered.at > OFFER_MS) this.end();
  }

  end() {
    this.#offered = null;
    endOffer(this.owner.services.notices);
  }
}

/** The dropped run is not to be had any more: the next one has got somewhere, or its board was left. @param {Notices} notices */
export function endOffer(notices) {
  notices.dismiss(ID);
}
