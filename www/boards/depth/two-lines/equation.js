/**
 * Where a unit fires, as a formula: 1.00 x₁ + 1.00 x₂ − 0.50 ≥ 0, a term a line.
 */

import { math, setText } from "../../../shell/dom.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { Format } from "../../../shell/format.js" */
/** @import { Letter } from "./names.js" */

/** @param {Letter} letter of what goes in */
export function createEquation(letter) {
  const signs = [0, 1, 2].map(() => math("mo"));
  const numbers = [0, 1, 2].map(() => math("mn"));
  const variable = (/** @type {number} */ index) => math("msub", math("mi", letter), math("mn", String(index)));
  const rests = [variable(1), variable(2), math("mrow", math("mo", "≥"), math("mn", "0"))];
  const rows = rests.map((rest, index) => math("mtr", ...[signs[index], numbers[index], rest].map((part) => math("mtd", part ?? ""))));
  const element = math("math", math("mtable", ...rows));

  /** @param {HalfPlane} unit @param {Format} format */
  const show = ({ w1, w2, b }, format) => {
    for (const [index, value] of [w1, w2, b].entries()) {
      const sign = signs[index];
      const number = numbers[index];
      if (sign) setText(sign, value < 0 ? "−" : index > 0 ? "+" : "");
      if (number) setText(number, format.fixed(Math.abs(value), 2));
    }
  };
  return { element, show };
}

/**
 * The same in one line of text, for those who do not see it.
 * @param {HalfPlane} unit
 * @param {Letter} letter
 * @param {Format} format
 */
export function spokenEquation({ w1, w2, b }, letter, format) {
  const joined = (/** @type {number} */ value) => `${value < 0 ? "−" : "+"} ${format.fixed(Math.abs(value), 2)}`;
  return `${format.fixed(w1, 2)} ${letter}1 ${joined(w2)} ${letter}2 ${joined(b)} ≥ 0`;
}
