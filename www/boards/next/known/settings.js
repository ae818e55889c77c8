/**
 * The tab's state.
 */

import { seedLimits } from "../../../shell/seed-runs.js";
import { choice, integer } from "../../../shell/settings.js";
import { EXAMPLES, subjects } from "./plan.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} KnownServices */

/** Of each kind: so many, or one number after the other. */
export const choices = /** @type {const} */ ({ digits: ["5", "10", "50", "all"], drawn: ["1", "3", "5", "all"] });

export const settings = {
  /** What is to be learnt. */
  knownSubject: choice(subjects),
  knownExamples: choice(choices.digits, "10"),
  knownDrawings: choice(choices.drawn),
  /** The first one; the others follow it. */
  knownSeed: integer(1, seedLimits.seed),
  knownSeeds: integer(3, seedLimits.seeds),
};

/** The numbers of examples that are chosen. @param {StateOf<typeof settings>} values */
export function examplesIn({ knownSubject, knownExamples, knownDrawings }) {
  const chosen = knownSubject === "digits" ? knownExamples : knownDrawings;
  return chosen === "all" ? EXAMPLES[knownSubject] : [Number(chosen)];
}
