/**
 * The tab's state.
 */

import { seedLimits } from "../../../shell/seed-runs.js";
import { choice, integer } from "../../../shell/settings.js";
import { EXAMPLES } from "./plan.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} KnownServices */

/** Of each digit: so many, or one number after the other. */
export const choices = /** @type {const} */ (["5", "10", "50", "all"]);

export const settings = {
  knownExamples: choice(choices, "10"),
  /** The first one; the others follow it. */
  knownSeed: integer(1, seedLimits.seed),
  knownSeeds: integer(3, seedLimits.seeds),
};

/** The numbers of examples that a choice stands for. @param {typeof choices[number]} choice */
export function examplesOf(choice) {
  return choice === "all" ? EXAMPLES : [Number(choice)];
}
