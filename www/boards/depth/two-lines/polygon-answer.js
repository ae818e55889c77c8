/**
 * What the half-planes make: how many sides each region has, and how the units are joined.
 */

import { readout } from "../../../shell/controls.js";
import { el, math, setText } from "../../../shell/dom.js";
import { isTold } from "../../../shell/story/telling.js";
import { isTriedOut } from "./moved.js";
import { SIDES } from "./polygon.js";

/** @import { Key } from "../../../i18n" */
/** @import { TwoLinesServices } from "./settings.js" */
/** @import { Region } from "./polygon.js" */

export class PolygonAnswer {
  /** @param {TwoLinesServices} services */
  constructor(services) {
    this.services = services;
    this.sides = readout("twoLines.sides", { className: "big" });
    this.words = el("p", { class: "verdict", role: "status" });
    this.formulas = [andOf("y", 1), andOf("g", 1, 1), andOf("g", SIDES + 1, 2), orOf()].map((formula) => el("div", {}, formula));
    this.element = el("section", { class: "two-lines-outcome" }, this.sides.element, this.words, el("div", { class: "joins secondary" }, ...this.formulas));
  }

  /** @param {Region[]} regions */
  render(regions) {
    const { t, format } = this.services;
    setText(this.sides.output, regions.map(({ sides }) => format.integer(sides)).join(" + "));
    setText(this.words, t(this.#verdict(regions)));
    for (const [index, formula] of this.formulas.entries()) formula.hidden = index === 0 !== (regions.length === 1);
  }

  /** @param {Region[]} regions @returns {Key} */
  #verdict(regions) {
    if (regions.some(({ polygon }) => polygon.length === 0)) return "twoLines.nothing";
    if (regions.some(({ closed }) => !closed)) return "twoLines.open";
    const count = regions.length === 1 ? "one" : "two";
    // What shapes can be made is what the story asks: it is said once lines have been moved.
    const isAsked = isTold() && !isTriedOut(this.services.state.values, count === "one" ? "pentagon" : "pentagons");
    return isAsked ? `twoLines.begin.${count}` : `twoLines.closed.${count}`;
  }
}

/** The AND as a unit: all of its inputs, or it is silent. @param {string} letter @param {number} first @param {number} [index] */
function andOf(letter, first, index) {
  const name = index === undefined ? math("mi", letter) : indexed(letter, index);
  return formula(name, indexed("h", first), math("mo", "+"), math("mo", "⋯"), math("mo", "+"), indexed("h", first + SIDES - 1), `${SIDES - 0.5}`);
}

/** The OR as a unit: one of its inputs is enough. */
function orOf() {
  return formula(math("mi", "y"), indexed("g", 1), math("mo", "+"), indexed("g", 2), "0.5");
}

/** @param {...(Element | string)} parts the unit's name, its sum, and what is taken off */
function formula(...parts) {
  const [name = "", ...rest] = parts;
  const less = rest.pop() ?? "";
  return math("math", name, math("mo", "="), math("mn", "1"), math("mo", "⇔"), ...rest, math("mo", "−"), math("mn", less), math("mo", "≥"), math("mn", "0"));
}

/** @param {string} letter @param {number} index */
function indexed(letter, index) {
  return math("msub", math("mi", letter), math("mn", String(index)));
}
