/**
 * What the marks in the plane stand for: round ones train, diamonds test; full ones are of class 1, hollow ones of class 0.
 */

import { el, said, svg } from "../../../shell/dom.js";

/** @import { Key } from "../../../i18n" */

const shapes = { disc: "M2 10a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z", diamond: "M10 1L19 10L10 19L1 10Z" };

export class Legend {
  constructor() {
    this.test = entry("diamond", "playground.legend.test");
    this.element = el("p", { class: "boundary-legend" }, entry("disc", "playground.legend.training"), this.test);
  }

  /** @param {{ test: boolean }} seen */
  show({ test }) {
    this.test.hidden = !test;
  }
}

/** @param {keyof typeof shapes} shape @param {Key} name */
function entry(shape, name) {
  const mark = (/** @type {string} */ kind) => svg("path", { class: kind, d: shapes[shape] });
  const marks = svg("svg", { viewBox: "0 0 44 20", "aria-hidden": "true" }, mark("one"), svg("g", { transform: "translate(23)" }, mark("zero")));
  return el("span", {}, marks, el("span", said(name)));
}
