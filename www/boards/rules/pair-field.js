/**
 * Which two digits are to be told apart.
 */

import { el, named } from "../../shell/dom.js";

/** @import { DigitPair } from "./protocol" */
/** @import { Trial } from "./trial.js" */

const digits = Array.from({ length: 10 }, (_, digit) => digit);

export class PairField {
  /** @param {Trial} trial */
  constructor(trial) {
    this.trial = trial;
    this.selects = /** @type {const} */ ([0, 1]).map((place) => this.#select(place));
    this.element = el(
      "div",
      { class: "pair", role: "group", ...named("rules.pair") },
      ...this.selects.map((select, place) => el("span", { class: `pair-digit ${place === 1 ? "one" : "zero"}` }, select)),
    );
  }

  render() {
    for (const [place, select] of this.selects.entries()) select.value = String(this.trial.values.pair[place]);
  }

  /** @param {0 | 1} place */
  #select(place) {
    const select = el("select", named(place === 0 ? "rules.firstDigit" : "rules.secondDigit"), ...digits.map((digit) => el("option", { value: digit }, String(digit))));
    select.addEventListener("change", () => {
      const { pair } = this.trial.values;
      const digit = Number(select.value);
      const other = pair[1 - place] ?? 0;
      const was = pair[place] ?? 0;
      // The same digit twice would be no pair: they change places.
      const both = digit === other ? [digit, was] : [digit, other];
      /** @type {DigitPair} */
      const next = place === 0 ? [both[0] ?? 0, both[1] ?? 0] : [both[1] ?? 0, both[0] ?? 0];
      this.trial.choosePair(next);
    });
    return select;
  }
}
