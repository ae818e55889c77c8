/**
 * The board's state: what the kinds are called, and what is random in the learning. The drawings are not in the address.
 */

import { areNames, BETWEEN, kindNames } from "../../shell/kind-names.js";
import { integer } from "../../shell/settings.js";

/** @import { Setting, Services, StateOf } from "../../shell/types" */

/** @typedef {StateOf<typeof settings>} TeachState */
/** @typedef {Services<TeachState>} TeachServices */

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
  return kindNames(state.values.kinds, t);
}
