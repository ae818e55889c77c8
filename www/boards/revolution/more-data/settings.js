/**
 * The tab's state.
 */

import { integer } from "../../../shell/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} MoreDataServices */

export const limits = {
  seed: { min: 0, max: 2 ** 32 - 10 },
  seeds: { min: 1, max: 9 },
};

export const settings = {
  /** The first one; the others follow it. */
  seed: integer(1, limits.seed),
  seeds: integer(1, limits.seeds),
};
