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

/** The dropped run is not to be had any more: the next one has got somewhere, or its board was left. @param {Notices} notices */
export function endOffer(notices) {
  notices.dismiss(ID);
}
