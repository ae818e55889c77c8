/**
 * The losses of a single output as formulas. The text beside them says what the letters are.
 */

import { math } from "../../../shell/dom.js";

/** @import { PlanarLoss } from "./protocol" */

const i = (/** @type {string} */ name) => math("mi", name);
const n = (/** @type {string} */ value) => math("mn", value);
const o = (/** @type {string} */ sign) => math("mo", sign);
const row = (/** @type {Element[]} */ ...parts) => math("mrow", ...parts);
const ofPoint = (/** @type {string} */ name) => math("msub", i(name), i("n"));
const bracketed = (/** @type {Element[]} */ ...parts) => row(o("("), ...parts, o(")"));

/** The mean over the points of a batch. */
function meanOverBatch() {
  return row(math("mfrac", n("1"), i("B")), math("munderover", o("∑"), row(i("n"), o("="), n("1")), i("B")));
}

/** @type {Record<PlanarLoss, () => Element>} */
const bodies = {
  "cross-entropy": () => {
    const isOne = row(ofPoint("t"), i("log"), o("\u2061"), ofPoint("y"));
    const isZero = row(bracketed(n("1"), o("−"), ofPoint("t")), i("log"), o("\u2061"), bracketed(n("1"), o("−"), ofPoint("y")));
    return row(i("L"), o("="), o("−"), meanOverBatch(), row(o("["), isOne, o("+"), isZero, o("]")));
  },
  "squared-error": () => row(i("L"), o("="), meanOverBatch(), math("msup", bracketed(ofPoint("y"), o("−"), ofPoint("t")), n("2"))),
  "absolute-error": () => row(i("L"), o("="), meanOverBatch(), row(o("|"), ofPoint("y"), o("−"), ofPoint("t"), o("|"))),
};

/** @param {PlanarLoss} loss */
export function formulaOf(loss) {
  const element = math("math", bodies[loss]());
  element.setAttribute("display", "block");
  return element;
}
