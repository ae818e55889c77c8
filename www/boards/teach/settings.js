/**
 * The board's state: what the kinds are called, and what is random in the learning. The drawings are not in the address.
 */

import { integer } from "../../shell/settings.js";
import { areNames, BETWEEN } from "./kind-names.js";

/** @import { Setting, Services, StateOf } from "../../shell/types" */

/** @typedef {StateOf<typeof settings>} TeachState */
/** @typedef {Services<TeachState>} TeachServices */

/** The names that kinds have before a visitor names them, in the page's language. */
const firstNames = /** @type {const} */ (["teach.kind.1", "teach.kind.2", "teach.kind.3", "teach.kind.4", "teach.kind.5"]);

/** @type {Setting<string[]>} */
const kinds = {
  fallback: ["", ""],
  parse: (text) => {
    const names = text.split(BETWEEN);
    return areNames(names) ? names : undefined;
  },
  write: (names) => names.join(BETWEEN),
};

export const settings = {
  /** A name for each kind; an empty one is the first name that such a kind has. */
  kinds,
  seed: integer(1, { min: 0, max: 2 ** 32 - 1 }),
};

/** What the kinds are called. @param {Pick<TeachServices, "t" | "state">} services */
export function namesOf({ t, state }) {
  return state.values.kinds.map((name, kind) => name.trim() || t(firstNames[kind] ?? firstNames[0]));
}
