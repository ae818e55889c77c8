/**
 * What the units and the axes are called.
 */

import { el } from "../../../shell/dom.js";
import { view } from "./settings.js";

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** @typedef {"x" | "h"} Letter x: an input; h: a hidden unit */

/** As formulas write it: x₁. @param {string} name for example x1 */
export function written(name) {
  return name.replaceAll(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? digit);
}

/**
 * The names at the ends of a plane's axes.
 * @param {Letter} letter
 * @param {{ numbers?: boolean }} [options] whether 0 and 1 are told, too
 */
export function axisNames(letter, { numbers = false } = {}) {
  return el(
    "div",
    { class: "axis-names", "aria-hidden": "true" },
    el("span", { class: "across" }, written(`${letter}1`)),
    el("span", { class: "up" }, written(`${letter}2`)),
    ...(numbers ? [0, 1].flatMap(ticks) : []),
  );
}

/** A number at both of its places. @param {number} value */
function ticks(value) {
  const place = `${(100 * (value - view.from)) / (view.to - view.from)}%`;
  const [across, up] = [el("span", { class: "across tick" }, String(value)), el("span", { class: "up tick" }, String(value))];
  across.style.left = place;
  up.style.bottom = place;
  return [across, up];
}
