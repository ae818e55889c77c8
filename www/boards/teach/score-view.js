/**
 * How the guesses went: each was made before the answer was told.
 */

import { CurveChart } from "../../charts/curves.js";
import { readout } from "../../shell/controls.js";
import { el, named, said, setText } from "../../shell/dom.js";

/** @import { TeachServices } from "./settings.js" */
/** @import { TeachLesson } from "./lesson.js" */

/** The curve tells how many of so many guesses were right: those of the beginning are not held against it for ever. */
const LAST = 10;

export class ScoreView {
  /**
   * @param {TeachLesson} lesson
   * @param {TeachServices} services
   */
  constructor(lesson, services) {
    this.lesson = lesson;
    this.services = services;
    this.right = readout("teach.rightSoFar", { className: "score" });
    this.at = el("span", { class: "crosshair" });
    this.box = el("div", { class: "chart", tabindex: 0, role: "img", ...named("teach.curve") });
    this.chart = new CurveChart(this.box, {
      curves: [{ colour: "zero", dash: "solid", faint: false }],
      group: "teach",
      showX: true,
      onCursor: (at) => setText(this.at, at ? this.#describe(at.x, at.y[0] ?? null) : ""),
      services,
      told: () => ({ title: services.t("teach.curve"), x: services.t("teach.guesses"), y: services.t("chart.accuracy"), curves: [services.t("teach.curve")] }),
    });
    const caption = el("div", { class: "chart-caption" }, el("span", { class: "caption", ...said("teach.curve") }), this.at);
    this.element = el("section", { class: "sheet score-sheet" }, this.right.element, el("div", { class: "score-curve" }, caption, this.box));
  }

  render() {
    const { format } = this.services;
    const { outcomes } = this.lesson;
    const right = outcomes.filter(Boolean).length;
    setText(this.right.output, `${format.integer(right)} / ${format.integer(outcomes.length)}`);
    this.chart.show({
      curves: [{ x: outcomes.map((_, index) => index + 1), y: outcomes.map((_, index) => partRight(outcomes.slice(0, index + 1))), name: "" }],
      xMax: Math.max(LAST, outcomes.length),
      formatX: (x) => (Number.isInteger(x) ? format.integer(x) : ""),
      formatY: (y) => format.percent(y, 0),
      scale: "linear",
      range: [0, 1],
      longestNames: [],
    });
  }

  destroy() {
    this.chart.destroy();
  }

  /** @param {number} x @param {number | null} y */
  #describe(x, y) {
    const { t, format } = this.services;
    return y === null ? "" : t("teach.curveAt", { guess: format.integer(x), part: format.percent(y, 0) });
  }
}

/** Of the last ones. @param {boolean[]} outcomes */
function partRight(outcomes) {
  const last = outcomes.slice(-LAST);
  return last.filter(Boolean).length / last.length;
}
