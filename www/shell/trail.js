/**
 * What the browser's Back comes to. A step of its history is a place: a board, or what is chosen of it as a tab is. Going back
 * leads to the place before, and leaves the board set as it is, as choosing that tab by hand would: what has been learnt in
 * the meantime is not thrown away. Only behind a link that set the board otherwise it is as it was before the link.
 */

import { boardAddress } from "./address.js";
import { writeSettings } from "./settings.js";

/** @import { Settings, StateOf } from "./types" */
/** @import { Step } from "./address-bar.js" */

/** What is said of a board: its settings, and what they are. @typedef {{ id: string, settings: Settings, values: StateOf<Settings> }} Set */

export class Trail {
  /** How a board is set now, by the number that its steps have in common. @type {Map<number, Set>} */
  #settings = new Map();
  /** The number of each board's newest steps. @type {Map<string, number>} */
  #newest = new Map();

  /**
   * How a board is to be set where the browser has come to a step.
   * @param {Set} addressed as the address says
   * @param {Step | null} step null where a link has led here, or a hand that wrote an address
   * @returns {{ values: StateOf<Settings>, number: number }}
   */
  arrive(addressed, step) {
    const { id, settings, values } = addressed;
    const before = step && this.#settings.get(step.number);
    if (before) return { values: { ...before.values, ...placesAmong(settings, values) }, number: step.number };
    const newest = this.#newest.get(id);
    const now = newest === undefined ? undefined : this.#settings.get(newest);
    const isSame = now && writtenWith({ ...now, values: { ...now.values, ...placesAmong(settings, values) } }) === writtenWith(addressed);
    // One of another visit to the page is not to be taken for one of these.
    return { values, number: isSame && newest !== undefined ? newest : Math.random() };
  }

  /** @param {Set} set as it is now @param {number} number @returns {Step} */
  remember(set, number) {
    this.#settings.set(number, set);
    this.#newest.set(set.id, number);
    return { place: writtenWith({ ...set, settings: placesAmong(set.settings, set.settings) }), number };
  }
}

/** Those of some values, or of the settings themselves, that say where one is. @template T @param {Settings} settings @param {Record<string, T>} all @returns {Record<string, T>} */
function placesAmong(settings, all) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => settings[name]?.isPlace));
}

/** @param {Set} set */
function writtenWith({ id, settings, values }) {
  return boardAddress(id, writeSettings(settings, values));
}
