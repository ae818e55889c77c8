/** The lecture's acts, with what the presenter has before the eyes in each. */

/** @import { Notes } from "../shell/notes" */
/** @import { BoardEntry } from "../shell/types" */

/** Where the lecture is: which page is shown, and its address. @typedef {{ id: string, address: string }} Place */
/** `at`: the settings that lead to it. @typedef {{ board: BoardEntry, at: Record<string, string>, minutes: Notes["acts"][string]["minutes"], words: Notes["acts"][string]["words"] }} Act */

/** @param {BoardEntry[]} boards @returns {Promise<Act[]>} in their order */
export async function actsOf(boards) {
  const notes = await Promise.all(boards.map(async (board) => ({ board, ...(await board.notes()).notes })));
  return notes.flatMap(({ board, tab, acts }) => Object.entries(acts).map(([act, { at, ...notes }]) => ({ board, at: at ?? (tab ? { [tab]: act } : {}), ...notes })));
}

/** Which act is projected: what an address leaves out is as in the board's first one; -1 before the first. @param {Act[]} acts @param {Place} place */
export function indexOf(acts, { id, address }) {
  const first = acts.findIndex(({ board }) => board.id === id);
  const parameters = new URLSearchParams(address.split("?")[1]);
  const settingOf = (/** @type {string} */ name) => parameters.get(name) ?? acts[first]?.at[name];
  const named = acts.findIndex(({ board, at }) => board.id === id && Object.entries(at).every(([name, value]) => settingOf(name) === value));
  return named >= 0 ? named : first;
}
