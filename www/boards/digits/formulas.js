/**
 * The losses as formulas. The text beside them says what the letters are.
 */

import { math } from "../../shell/dom.js";

/** @import { Loss } from "../../protocol" */

const i = (/** @type {string} */ name) => math("mi", name);
const o = (/** @type {string} */ sign) => math("mo", sign);
const row = (/** @type {Element[]} */ ...parts) => math("mrow", ...parts);
const sub = (/** @type {Element} */ base, /** @type {Element} */ index) => math("msub", base, index);

/** The mean over the images of a batch. */
function meanOverBatch() {
  const lower = row(i("n"), o("="), math("mn", "1"));
  return row(math("mfrac", math("mn", "1"), i("B")), math("munderover", o("∑"), lower, i("B")));
}

/** @type {Record<Loss, () => Element>} */
const bodies = {
  "cross-entropy": () => row(i("L"), o("="), o("−"), meanOverBatch(), i("log"), o("\u2061"), sub(i("p"), row(i("n"), o(","), sub(i("t"), i("n"))))),
  "squared-error": () => {
    const difference = row(sub(i("y"), row(i("n"), o(","), i("k"))), o("−"), sub(i("t"), row(i("n"), o(","), i("k"))));
    const square = math("msup", row(o("("), difference, o(")")), math("mn", "2"));
    const overDigits = row(math("mfrac", math("mn", "1"), math("mn", "10")), math("munderover", o("∑"), row(i("k"), o("="), math("mn", "0")), math("mn", "9")));
    return row(i("L"), o("="), meanOverBatch(), overDigits, square);
  },
};

/** @param {Loss} loss */
export function formulaOf(loss) {
  const element = math("math", bodies[loss]());
  element.setAttribute("display", "block");
  return element;
}
