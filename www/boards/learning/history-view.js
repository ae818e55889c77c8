/**
 * The divergence as it went, step by step: over what is learnt from, and over all of X.
 */

import { CurveChart } from "../../charts/curves.js";
import { el, said, setText, tipped } from "../../shell/dom.js";
import { axisNumber, largeNumber } from "../../shell/numbers.js";

/** @import { Curve, Frame } from "../../charts/types" */
/** @import { Key } from "../../i18n" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

/** What is learnt from, and all of X. @type {Curve[]} */
const curves = [
  { colour: "zero", dash: "solid", faint: false },
  { colour: "one", dash: "dashed", faint: false },
];

/** A logarithm has no zero. */
const LEAST = 1e-6;

export class HistoryView {
  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    const box = el("div", { class: "chart", tabindex: 0, role: "img", ...tipped("learning.history") });
    box.removeAttribute("data-t-title");
    this.values = el("span", { class: "crosshair" });
    this.chart = new CurveChart(box, {
      curves,
      group: "learning",
      showX: true,
      onCursor: (at) => setText(this.values, at ? this.#describe(at.x, at.y) : ""),
      services,
      told: () => {
        const { t } = services;
        return { title: t("learning.history"), x: t("chart.steps"), y: t("learning.divergence"), curves: this.#names().map((key) => t(key)) };
      },
    });
    this.element = el("div", { class: "history" }, el("div", { class: "chart-caption" }, el("span", { class: "caption", ...said("learning.history") }), this.values), box);
  }

  render() {
    this.chart.show(this.#frame());
  }

  destroy() {
    this.chart.destroy();
  }

  /** What is learnt from, and all of X, where that is more. @returns {Key[]} */
  #names() {
    const { answer } = this.fit;
    return answer !== null && answer.seen.x.length !== answer.whole.x.length ? ["learning.seen", "learning.whole"] : ["learning.whole"];
  }

  /** @returns {Frame} */
  #frame() {
    const { t, format, state } = this.services;
    const { history } = this.fit;
    const isLog = state.values.divergence !== "zero-one";
    const shown = (/** @type {number[]} */ values) => (isLog ? values.map((value) => Math.max(LEAST, value)) : values);
    const x = history.column("step");
    const [seen, whole] = [shown(history.column("seen")), shown(history.column("whole"))];
    const [first = "", second = ""] = this.#names().map((key) => t(key));
    return {
      curves: [
        { x, y: seen, name: first },
        second ? { x, y: whole, name: second } : { x: [], y: [], name: "" },
      ],
      xMax: x.at(-1) || 100,
      formatX: format.short,
      formatY: (y) => axisNumber(y, format),
      scale: isLog ? "log" : "linear",
      range: [0, 6],
      longestNames: [t("learning.seen"), t("learning.whole")],
    };
  }

  /** @param {number} step @param {(number | null)[]} values */
  #describe(step, [seen, whole]) {
    const { t, format } = this.services;
    const written = [seen, whole].flatMap((value) => (value === null || value === undefined ? [] : [value < 1 ? format.short(value) : largeNumber(value, format)]));
    return t("learning.at", { step: format.integer(step), values: written.join(" · ") });
  }
}
