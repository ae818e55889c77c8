/**
 * A small curve of what each step measured, from zero up to the largest value. Neighbours are merged into their mean
 * where there are more than can be told apart.
 */

import { svg } from "../../../shell/dom.js";

const WIDTH = 200;
const HEIGHT = 60;
const MOST_POINTS = 80;

export class Curve {
  constructor() {
    this.line = svg("polyline", { class: "application-curve-line" });
    this.element = svg("svg", { class: "application-curve", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img" }, this.line);
  }

  /**
   * @param {Float32Array} values
   * @param {string} name what they are, for those who do not see the curve
   */
  show(values, name) {
    const size = Math.max(1, Math.ceil(values.length / MOST_POINTS));
    const means = Array.from({ length: Math.ceil(values.length / size) }, (_, index) => mean(values.subarray(index * size, (index + 1) * size)));
    const largest = Math.max(1e-9, ...means);
    const x = (/** @type {number} */ index) => (means.length > 1 ? (index / (means.length - 1)) * WIDTH : 0);
    const points = means.map((value, index) => `${x(index).toFixed(1)},${(HEIGHT - 3 - (value / largest) * (HEIGHT - 6)).toFixed(1)}`);
    this.line.setAttribute("points", points.join(" "));
    this.element.setAttribute("aria-label", name);
  }
}

/** @param {Float32Array} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
