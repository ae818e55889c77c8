/** A part of a set that is as mixed as all of it, and what is kept from learning to test on. */

import { randomFrom } from "../../../random.js";
import { INPUTS } from "../sizes.js";

/** @import { Labelled, Pictures } from "../../../protocol" */

/** Of so many pictures one is held out. */
const HELD_OUT = 5;

/**
 * @param {Labelled} set
 * @param {number} most so many pictures
 * @param {number} seed the same draws the same
 * @returns {Labelled} in the order in which they were drawn; a set that is no larger as it is
 */
export function drawnByLot({ pixels, labels }, most, seed) {
  if (labels.length <= most) return { pixels, labels };
  return drawn({ pixels, labels }, most, seed);
}

/**
 * Every picture in one of the two, mixed: many sets come sorted.
 * @param {Labelled} set of two at least
 * @param {number} seed
 * @returns {Pictures}
 */
export function heldOutByLot(set, seed) {
  const { pixels, labels } = drawn(set, set.labels.length, seed);
  const held = Math.max(1, Math.floor(labels.length / HELD_OUT));
  return {
    test: { pixels: pixels.subarray(0, held * INPUTS), labels: labels.subarray(0, held) },
    training: { pixels: pixels.subarray(held * INPUTS), labels: labels.subarray(held) },
  };
}

/** @param {Labelled} set @param {number} most @param {number} seed @returns {Labelled} */
function drawn({ pixels, labels }, most, seed) {
  const random = randomFrom(seed);
  const rows = Uint32Array.from(labels.keys());
  const chosen = { pixels: new Uint8Array(most * INPUTS), labels: new Uint8Array(most) };
  for (let place = 0; place < most; place += 1) {
    const other = place + Math.floor(random() * (rows.length - place));
    const row = rows[other] ?? 0;
    rows[other] = rows[place] ?? 0;
    chosen.labels[place] = labels[row] ?? 0;
    chosen.pixels.set(pixels.subarray(row * INPUTS, (row + 1) * INPUTS), place * INPUTS);
  }
  return chosen;
}
