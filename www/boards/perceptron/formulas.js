/**
 * The perceptron's formulas in MathML, and as one line of text for where none can stand.
 */

import { math } from "../../shell/dom.js";
import { rows } from "./settings.js";

/** @import { Format } from "../../shell/format.js" */
/** @import { PerceptronWeights } from "./protocol" */

const MINUS = "−";

/** As it is set, with a true minus; with a third digit where there is one, for what is not zero must not read so.
 *  @param {number} value @param {Format} format */
export function signed(value, format) {
  return `${value < 0 ? MINUS : ""}${format.fixed(Math.abs(value), Math.round(value * 1000) % 10 === 0 ? 2 : 3)}`;
}

/** A row of the truth table: (0, 1). @param {number} row */
export function point(row) {
  return `(${rows[row]?.join(", ")})`;
}

/** @param {"w" | "x"} letter @param {number} index */
export function indexed(letter, index) {
  return math("msub", math("mi", letter), math("mn", String(index)));
}

/** w₁x₁ + w₂x₂ + b ≥ 0, with the numbers. @param {PerceptronWeights} weights @param {Format} format */
export function equation({ w1, w2, b }, format) {
  const term = (/** @type {number} */ value, /** @type {Element[]} */ ...factors) => [math("mn", format.fixed(Math.abs(value), 2)), ...factors];
  const joined = (/** @type {number} */ value) => math("mo", value < 0 ? MINUS : "+");
  const first = w1 < 0 ? [math("mo", MINUS)] : [];
  return display(
    ...first,
    ...term(w1, indexed("x", 1)),
    joined(w2),
    ...term(w2, indexed("x", 2)),
    joined(b),
    ...term(b),
    math("mo", "≥"),
    math("mn", "0"),
  );
}

/** The same as text. @param {PerceptronWeights} weights @param {Format} format */
export function spokenEquation({ w1, w2, b }, format) {
  return `${signed(w1, format)} x₁ + ${signed(w2, format)} x₂ + ${signed(b, format)} ≥ 0`;
}

/** The line itself, of whole numbers: x₁ − x₂ + 1 = 0. @param {PerceptronWeights} weights */
export function lineText({ w1, w2, b }) {
  const term = (/** @type {number} */ value, /** @type {string} */ name) => `${value < 0 ? MINUS : "+"} ${Math.abs(value) === 1 && name ? "" : Math.abs(value)}${name}`;
  const text = `${term(w1, "x₁")} ${term(w2, "x₂")} ${term(b, "")} = 0`;
  return text.replace(/^\+ /, "").replace(/^− /, MINUS);
}

/** What a row asks of the weights: w₁ + b ≥ 0 where it is to fire, < 0 where not. @param {number} row @param {boolean} fires */
export function inequality(row, fires) {
  const [x1 = 0, x2 = 0] = rows[row] ?? [];
  const weights = [...(x1 ? [indexed("w", 1)] : []), ...(x2 ? [indexed("w", 2)] : []), math("mi", "b")];
  return display(...sum(weights), ...bound(fires));
}

/** Two opposite rows added up: w₁ + w₂ + 2b. @param {boolean} fire */
export function addedUp(fire) {
  const twice = math("mrow", math("mn", "2"), math("mi", "b"));
  return display(...sum([indexed("w", 1), indexed("w", 2), twice]), ...bound(fire));
}

/** @param {Element[]} terms */
function sum(terms) {
  return terms.flatMap((term, index) => (index > 0 ? [math("mo", "+"), term] : [term]));
}

/** @param {boolean} fires */
function bound(fires) {
  return [math("mo", fires ? "≥" : "<"), math("mn", "0")];
}

/** @param {...Element} parts */
function display(...parts) {
  return math("math", math("mrow", ...parts));
}
