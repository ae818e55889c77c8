/** A part of a set that is as mixed as all of it. */

import { randomFrom } from "../../../random.js";
import { INPUTS } from "../sizes.js";

/** @import { Labelled } from "../handwriting/protocol" */

/**
 * @param {Labelled} set
 * @param {number} most so many pictures
 * @param {number} seed the same draws the same
 * @returns {Labelled} in the order in which they were drawn; a set that is no larger as it is
 */
export function drawnByLot({ pixels, labels }, most, seed) {
  if (labels.length <= most) return { pixels, labels };
  const random = randomFrom(seed);
  const rows = Uint32Array.from(labels.keys());
  const drawn = { pixels: new Uint8Array(most * INPUTS), labels: new Uint8Array(most) };
  for (let place = 0; place < most; place += 1) {
    const other = place + Math.floor(random() * (rows.length - place));
    const row = rows[other] ?? 0;
    rows[other] = rows[place] ?? 0;
    drawn.labels[place] = labels[row] ?? 0;
    drawn.pixels.set(pixels.subarray(row * INPUTS, (row + 1) * INPUTS), place * INPUTS);
  }
  return drawn;
}
