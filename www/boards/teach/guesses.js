/**
 * How the guesses went.
 */

/** @import { Drawing } from "../../shell/drawings-file.js" */

/** Whether each guess was right, of those drawings that were guessed at. @param {Pick<Drawing, "kind" | "guess">[]} drawings */
export function outcomesOf(drawings) {
  return drawings.filter(({ guess }) => guess !== null).map(({ kind, guess }) => kind === guess);
}

/** After how many drawings so many of the last guesses were right for the first time; null while they have not been.
 *  @param {Pick<Drawing, "kind" | "guess">[]} drawings @param {{ right: number, of: number }} enough */
export function enoughAfter(drawings, { right, of }) {
  /** @type {boolean[]} */
  let last = [];
  const place = drawings.findIndex(({ kind, guess }) => {
    if (guess !== null) last = [...last, kind === guess].slice(-of);
    return last.length === of && last.filter(Boolean).length >= right;
  });
  return place < 0 ? null : place + 1;
}

/** The same since the first drawing of this kind or a later one was taught. @param {Pick<Drawing, "kind" | "guess">[]} drawings @param {number} from */
export function outcomesSince(drawings, from) {
  const first = drawings.findIndex(({ kind }) => kind >= from);
  return first < 0 ? [] : outcomesOf(drawings.slice(first));
}
