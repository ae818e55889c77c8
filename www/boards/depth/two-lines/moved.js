/**
 * Which lines have been moved away from where a figure begins.
 */

import { same } from "../../../shell/same.js";
import { settings } from "./settings.js";

/** @import { Figure, TwoLinesState } from "./settings.js" */

/** Who has moved so many lines of a shape has seen what shapes they make. */
const ENOUGH = 3;

/** How many lines are elsewhere. @param {TwoLinesState} values @param {Figure} figure */
export function movedIn(values, figure) {
  const begun = settings[figure].fallback;
  return values[figure].filter((line, index) => !same(line, begun[index])).length;
}

/** @param {TwoLinesState} values @param {Figure} figure */
export function isTriedOut(values, figure) {
  return movedIn(values, figure) >= ENOUGH;
}
