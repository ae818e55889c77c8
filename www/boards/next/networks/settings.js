/**
 * The state of the two networks.
 */

import { seedLimits } from "../../../shell/seed-runs.js";
import { integer } from "../../../shell/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} NetworksServices */

export const settings = {
  /** The first one; the others follow it. */
  networksSeed: integer(1, seedLimits.seed),
  networksSeeds: integer(1, seedLimits.seeds),
};
