/**
 * The accuracy on held-out images while the network learns: as they are, and as new data.
 */

import { CurveChart } from "../../../charts/curves.js";
import { el, named, setText } from "../../../shell/dom.js";

/** @import { Curve } from "../../../charts/types" */
/** @import { RulesServices } from "../settings.js" */
/** @import { Trial } from "../trial.js" */

/** @type {Curve[]} */
const curves = [
  { colour: "zero", dash: "solid", faint: false },
  { colour: "one", dash: "dashed", faint: false },
];

export class TrainingProgress {
  /**
   * @param {Trial} trial
   * @param {RulesServices} services
   */
  constructor(trial, services) {
    this.trial = trial;
    this.services = services;
    this.at = el("span", { class: "crosshair" });
    this.box = el("div", { class: "chart", tabindex: 0, role: "img", ...named("rules.curve") });
    this.chart = new CurveChart(this.box, {
      curves,
      group: "rules",
      showX: true,
      onCursor: (at) => setText(this.at, at ? this.#describe(at) : ""),
      services,
      told: () => {
        const { t } = services;
        return { title: t("rules.curve"), x: t("chart.steps"), y: t("chart.accuracy"), curves: [t("rules.column.original"), t("rules.column.distorted")] };
      },
    });
    const caption = el("div", { class: "chart-caption" }, el("span", { class: "caption", "data-t": "rules.curve" }), this.at);
    this.element = el("div", { class: "lesson-curve" }, caption, this.box);
  }

  render() {
    const { t, format } = this.services;
    const { end, history } = this.trial.lesson;
    const { steps, original, distorted } = history;
    const names = /** @type {const} */ (["original", "distorted"]).map((set) => t(`rules.column.${set}`));
    this.chart.show({
      curves: [
        { x: steps, y: original, name: names[0] ?? "" },
        { x: steps, y: distorted, name: names[1] ?? "" },
      ],
      xMax: end,
      formatX: (x) => format.integer(x),
      formatY: (y) => format.percent(y, 0),
      scale: "linear",
      range: [0, 1],
      longestNames: names,
    });
  }

  destroy() {
    this.chart.destroy();
  }

  /** @param {{ x: number, y: (number | null)[] }} at */
  #describe({ x, y: [original, distorted] }) {
    const { t, format } = this.services;
    const part = (/** @type {number | null | undefined} */ value) => (value === null || value === undefined ? "–" : format.percent(value, 1));
    return t("rules.curveAt", { step: format.integer(x), original: part(original), distorted: part(distorted) });
  }
}
