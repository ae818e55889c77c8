/**
 * The tab's state.
 */

import { seedLimits } from "../../../shell/seed-runs.js";
import { integer } from "../../../shell/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} MoreDataServices */

export const settings = {
  /** The first one; the others follow it. */
  seed: integer(1, seedLimits.seed),
  seeds: integer(1, seedLimits.seeds),
};
