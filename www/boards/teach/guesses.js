/**
 * How the guesses went.
 */

/** @import { Drawing } from "../../shell/drawings-file.js" */

/** Whether each guess was right, of those drawings that were guessed at. @param {Pick<Drawing, "kind" | "guess">[]} drawings */
export function outcomesOf(drawings) {
  return drawings.filter(({ guess }) => guess !== null).map(({ kind, guess }) => kind === guess);
}

/** The same since the first drawing of this kind or a later one was taught. @param {Pick<Drawing, "kind" | "guess">[]} drawings @param {number} from */
export function outcomesSince(drawings, from) {
  const first = drawings.findIndex(({ kind }) => kind >= from);
  return first < 0 ? [] : outcomesOf(drawings.slice(first));
}
