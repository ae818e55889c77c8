/**
 * A curve's stroke beside its name: its colour and its dash, as in the chart.
 */

import { svg } from "../shell/dom.js";

/** @import { Curve } from "./types" */

/** @param {Curve} curve */
export function strokeSample({ colour, dash }) {
  const line = svg("path", { d: "M1 5 H27", class: dash });
  const sample = svg("svg", { class: "stroke-sample", viewBox: "0 0 28 10", "aria-hidden": "true" }, line);
  sample.style.setProperty("--tint", `var(--${colour})`);
  return sample;
}
