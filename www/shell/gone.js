/**
 * With which learning rate a run has gone. It can be changed in mid-run: what was asked about one rate is not told of several.
 */

/** The rate that it began with, and where it first went on with another one. @typedef {{ rate: number, until: number }} Gone */

/** @param {Gone | null} gone null before it has begun @param {number} rate @param {number} at where it goes on @returns {Gone} */
export function goneOn(gone, rate, at) {
  if (!gone) return { rate, until: Infinity };
  return gone.until === Infinity && rate !== gone.rate ? { ...gone, until: at } : gone;
}

/** What rate is asked about up to a place: the one of the run, or before it has begun the one that is set. @param {Gone | null} gone @param {number} set @param {number} [end] */
export function rateOf(gone, set, end = Infinity) {
  if (!gone) return String(set);
  return gone.until >= end ? String(gone.rate) : "several";
}
