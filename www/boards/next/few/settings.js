/** The tab's state. */

import { seedLimits } from "../../../shell/seed-runs.js";
import { choice, integer } from "../../../shell/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} FewServices */

/** How many images there are to learn from. */
export const sizes = /** @type {const} */ (["1000", "100"]);

export const settings = {
  fewImages: choice(sizes),
  /** The first one; the others follow it. */
  fewSeed: integer(1, seedLimits.seed),
  fewSeeds: integer(1, seedLimits.seeds),
};
