/**
 * The two classes, told apart by colour and shape, with the digit that each stands for.
 */

import { el } from "../../shell/dom.js";

/** @import { DigitPair } from "./protocol" */

/** @param {number} index @param {DigitPair} pair */
export function classMark(index, pair) {
  return el("span", { class: `class-mark ${index === 1 ? "one" : "zero"}` }, String(pair[index]));
}

/** Shows another class in a mark's place, only where it is another. @param {Element} place @param {number} index @param {DigitPair} pair */
export function setMark(place, index, pair) {
  const key = `${index}/${pair}`;
  if (place.getAttribute("data-mark") === key) return;
  place.setAttribute("data-mark", key);
  place.replaceChildren(classMark(index, pair));
}
