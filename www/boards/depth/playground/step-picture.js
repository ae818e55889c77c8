/**
 * An activation function and the true step beside it: what can be trained has a slope, the step has none.
 */

import { svg } from "../../../shell/dom.js";

/** @import { Activation } from "../../../protocol" */

/** What each activation gives, and the step that it is a soft form of. @type {Record<Activation, { of: (x: number) => number, low: number, high: number }>} */
const shapes = {
  tanh: { of: Math.tanh, low: -1, high: 1 },
  sigmoid: { of: (x) => 1 / (1 + Math.exp(-x)), low: 0, high: 1 },
  relu: { of: (x) => Math.max(0, x), low: 0, high: 1 },
  identity: { of: (x) => x, low: -1, high: 1 },
};

const REACH = 4;

/** @param {Activation} activation */
export function drawStep(activation) {
  const { of, low, high } = shapes[activation];
  const at = (/** @type {number} */ x, /** @type {number} */ y) => `${20 * x} ${(-28 * Math.min(2, Math.max(-2, y))).toFixed(1)}`;
  const places = Array.from({ length: 65 }, (_, index) => (index / 32 - 1) * REACH).filter((x) => Math.abs(of(x)) <= 2);
  return svg(
    "svg",
    { class: "step-picture", viewBox: "-84 -62 168 124", "aria-hidden": "true" },
    svg("path", { class: "axes", d: "M-84 0H84M0 -62V62" }),
    svg("path", { class: "step", d: `M${at(-REACH, low)}L${at(0, low)}L${at(0, high)}L${at(REACH, high)}` }),
    svg("path", { class: "kin", d: `M${places.map((x) => at(x, of(x))).join("L")}` }),
  );
}
