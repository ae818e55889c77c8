/**
 * The tab's state.
 */

import { choice } from "../../../shell/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {StateOf<typeof settings>} RaceState */
/** @typedef {Services<RaceState>} RaceServices */

export const options = /** @type {const} */ ({
  network: ["128", "512-512", "1024-1024"],
  distance: ["auto", "100", "500", "2000"],
  axis: ["step", "seconds"],
});

export const settings = {
  /** Units of the hidden layers. */
  network: choice(options.network, "512-512"),
  /** In batches. */
  distance: choice(options.distance),
  /** Along which the losses are drawn. */
  axis: choice(options.axis),
};
