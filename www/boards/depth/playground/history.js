/**
 * The losses as they went, for the curves.
 */

import { Series } from "../../../charts/series.js";

/** @import { PlaygroundFrame } from "./protocol" */

const COLUMNS = /** @type {const} */ (["epoch", "train", "test"]);
const MOST_POINTS = 1000;

export class PlaygroundHistory {
  losses = new Series(COLUMNS, MOST_POINTS);
  #epoch = -1;

  clear() {
    this.losses.clear();
    this.#epoch = -1;
  }

  /** @param {PlaygroundFrame["curve"]} curve */
  add(curve) {
    for (const { epoch, train, test } of curve) {
      // The run may be back at an earlier place: what came after it was not.
      if (epoch <= this.#epoch) this.losses.cut(epoch - 1e-9);
      this.losses.add([epoch, train, test]);
      this.#epoch = epoch;
    }
  }
}
