/**
 * What the units and the axes are called.
 */

import { el } from "../../../shell/dom.js";

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** @typedef {"x" | "h"} Letter x: an input; h: a hidden unit */

/** As formulas write it: x₁. @param {string} name for example x1 */
export function written(name) {
  return name.replaceAll(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? digit);
}

/** The names at the ends of a plane's axes. @param {Letter} letter */
export function axisNames(letter) {
  return el(
    "div",
    { class: "axis-names", "aria-hidden": "true" },
    el("span", { class: "across" }, written(`${letter}1`)),
    el("span", { class: "up" }, written(`${letter}2`)),
  );
}
