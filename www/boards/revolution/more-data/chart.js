/**
 * The curves of all networks over their steps, overlaid; with several seeds their mean, in a band from the worst to the
 * best.
 */

import { CurveChart } from "../../../charts/curves.js";
import { el, said, setText } from "../../../shell/dom.js";
import { LOWEST, SIZES, STEPS } from "./plan.js";
import { accuracySpread, latest } from "./summary.js";

/** @import { Curve, CurveData, Frame, Told } from "../../../charts/types" */
/** @import { SeedRuns } from "./seed-runs.js" */
/** @import { MoreDataServices } from "./settings.js" */

/** One a size, neighbours told apart by dash as well as colour. @type {Curve[]} */
export const styles = [
  { colour: "ink-2", dashed: true, faint: false },
  { colour: "zero", dashed: false, faint: false },
  { colour: "one", dashed: true, faint: false },
  { colour: "ink", dashed: false, faint: false },
];

/** What is drawn of each network, of its seeds: also the one that is under way. */
const parts = /** @type {const} */ (["best", "worst", "underWay", "mean"]);
const PARTS = parts.length;
const curves = styles.flatMap((style) => [...Array(PARTS - 1).fill({ colour: style.colour, dashed: false, faint: true }), style]);
const bands = styles.map((_, network) => ({ upper: network * PARTS, lower: network * PARTS + 1 }));

/** @type {CurveData} */
const nothing = { x: [], y: [], name: "" };

export class AccuracyChart {
  /**
   * @param {SeedRuns} runs
   * @param {MoreDataServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    this.box = el("div", { class: "chart", tabindex: 0, role: "img" });
    const values = el("span", { class: "crosshair" });
    this.hint = el("p", { class: "hint", ...said("moreData.hint") });
    this.chart = new CurveChart(this.box, {
      curves,
      bands,
      group: "more-data",
      showX: true,
      onCursor: (at) => setText(values, at ? this.#describe(at.x, at.y) : ""),
      services,
      told: () => this.#told(),
    });
    this.element = el(
      "section",
      { class: "sheet more-data-chart" },
      el("div", { class: "chart-caption" }, el("h2", said("moreData.chart")), el("span", { class: "chart-about", ...said("moreData.axis") }), values),
      this.box,
      this.hint,
    );
  }

  render() {
    this.hint.hidden = this.runs.shown.length > 0;
    this.chart.show(this.#frame());
    this.box.setAttribute("aria-label", this.#summary());
  }

  destroy() {
    this.chart.destroy();
  }

  /** @returns {Told} */
  #told() {
    const { t, format } = this.services;
    const title = t("moreData.chart");
    const curves = SIZES.flatMap((size) => parts.map((part) => t(`moreData.part.${part}`, { images: format.integer(size) })));
    return { title, x: t("axis.step"), y: title, curves };
  }

  /** @returns {Frame} */
  #frame() {
    const { format } = this.services;
    return {
      curves: SIZES.flatMap((size, network) => this.#curvesOf(network, format.integer(size))),
      xMax: STEPS,
      formatX: format.integer,
      formatY: (y) => format.percent(y, isWholePercent(y) ? 0 : 1),
      scale: "linear",
      range: [LOWEST, 1],
      longestNames: SIZES.map((size) => format.integer(size)),
    };
  }

  /**
   * @param {number} network
   * @param {string} name
   * @returns {CurveData[]} [PARTS]
   */
  #curvesOf(network, name) {
    const { shown } = this.runs;
    const over = shown.filter(({ isOver }) => isOver);
    const scores = shown.find(({ isOver }) => !isOver)?.scores[network] ?? [];
    const live = { x: scores.map(({ step }) => step), y: scores.map(({ accuracy }) => accuracy), name: "" };
    if (over.length === 0) return [nothing, nothing, nothing, { ...live, name: live.x.length > 0 ? name : "" }];
    const { x, spreads } = accuracySpread(over, network);
    const band = over.length > 1 ? [{ x, y: spreads.map(({ high }) => high), name: "" }, { x, y: spreads.map(({ low }) => low), name: "" }] : [nothing, nothing];
    return [...band, live, { x, y: spreads.map(({ mean }) => mean), name }];
  }

  /**
   * @param {number} x
   * @param {(number | null)[]} y
   */
  #describe(x, y) {
    const { t, format } = this.services;
    const values = SIZES.map((size, network) => {
      const value = y[network * PARTS + PARTS - 1];
      return `${format.integer(size)}: ${value === null || value === undefined ? "–" : format.percent(value, 1)}`;
    });
    return `${t("moreData.steps", { steps: format.integer(x) })} · ${values.join(" · ")}`;
  }

  #summary() {
    const { t, format } = this.services;
    const found = SIZES.flatMap((size, network) => {
      const accuracy = latest(this.runs.shown, network)?.accuracy.mean;
      return accuracy === undefined ? [] : t("moreData.summaryOne", { images: format.integer(size), accuracy: format.percent(accuracy, 1) });
    });
    return `${t("moreData.chart")}: ${found.length > 0 ? format.list(found) : t("moreData.none")}`;
  }
}

/** @param {number} part 0 to 1 */
function isWholePercent(part) {
  return Math.abs(100 * part - Math.round(100 * part)) < 1e-6;
}
