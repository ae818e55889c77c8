/**
 * The tab's state.
 */

import { seedLimits } from "../../../shell/seed-runs.js";
import { integer } from "../../../shell/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} WideServices */

export const settings = {
  /** The first one; the others follow it. */
  wideSeed: integer(1, seedLimits.seed),
  /** One alone may be lucky. */
  wideSeeds: integer(3, seedLimits.seeds),
};
