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

  /** All of it, to be kept. */
  get saved() {
    return this.losses.saved;
  }

  /** @param {PlaygroundHistory["saved"]} saved */
  static of(saved) {
    const history = new PlaygroundHistory();
    history.losses.restore(saved);
    history.#epoch = history.losses.column("epoch").at(-1) ?? -1;
    return history;
  }

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
