/**
 * What the three ways come to by the number of examples, each in a band from its worst seed to its best.
 */

import { CurveChart } from "../../../charts/curves.js";
import { el, said, setText } from "../../../shell/dom.js";
import { latest } from "../../../shell/spread.js";
import { EXAMPLES, LOWEST, ways } from "./plan.js";
import { lastOf, SET } from "./summary.js";

/** @import { Curve, CurveData, Frame, Told } from "../../../charts/types" */
/** @import { KnownRuns } from "./runs.js" */
/** @import { KnownServices } from "./settings.js" */

/** One a way, told apart by dash as well as colour. @type {Curve[]} */
export const styles = [
  { colour: "ink-2", dash: "dotted", faint: false },
  { colour: "one", dash: "solid", faint: false },
  { colour: "zero", dash: "dashed", faint: false },
];

/** What is drawn of each way. */
const parts = /** @type {const} */ (["best", "worst", "mean"]);
const PARTS = parts.length;

/** Each number of examples has as much room, with its name in the middle and the ways side by side. */
const MIDDLE = 0.5;
const ASIDE = 0.16;
const HALF_BAND = 0.07;

/** @param {number} place @param {number} way */
const placeOf = (place, way) => place + MIDDLE + (way - (ways.length - 1) / 2) * ASIDE;

export class KnownChart {
  /**
   * @param {KnownRuns} runs
   * @param {KnownServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    this.box = el("div", { class: "chart", tabindex: 0, role: "img" });
    const values = el("span", { class: "crosshair" });
    this.hint = el("p", { class: "hint" });
    this.axis = el("span", { class: "chart-about" });
    this.chart = new CurveChart(this.box, {
      curves: styles.flatMap((style) => [...Array(PARTS - 1).fill({ colour: style.colour, dash: "solid", faint: true }), style]),
      bands: ways.map((_, way) => ({ upper: way * PARTS, lower: way * PARTS + 1 })),
      group: "known",
      showX: true,
      onCursor: (at) => setText(values, at ? this.#describe(at.x) : ""),
      services,
      told: () => this.#told(),
    });
    this.element = el(
      "section",
      { class: "sheet known-chart" },
      el("div", { class: "chart-caption" }, el("h2", said("known.chart")), this.axis, values),
      this.box,
      this.hint,
    );
  }

  render() {
    const { t } = this.services;
    setText(this.axis, t(`known.axis.${this.runs.subject}`));
    setText(this.hint, t(`known.hint.${this.runs.subject}`));
    this.hint.hidden = !this.runs.canRun || this.#examples.some((examples) => this.runs.with(examples).length > 0);
    this.chart.show(this.#frame());
    this.box.setAttribute("aria-label", this.#summary());
  }

  destroy() {
    this.chart.destroy();
  }

  get #examples() {
    return EXAMPLES[this.runs.subject];
  }

  /** @returns {Told} */
  #told() {
    const { t } = this.services;
    const title = t("known.chart");
    const curves = ways.flatMap((way) => parts.map((part) => t(`known.part.${part}`, { way: t(`known.${way}`) })));
    return { title, x: t(`known.examples.${this.runs.subject}`), y: title, curves, csv: () => this.#csv() };
  }

  /** A row for each run. */
  async #csv() {
    const { t } = this.services;
    const { csv } = await import("../../../charts/csv.js");
    const runs = this.#examples.flatMap((examples) => this.runs.with(examples).map((run) => [examples, run.seed, ...ways.map((_, way) => lastOf(run, way) ?? null)]));
    return csv([[t(`known.examples.${this.runs.subject}`), t("data.seed"), ...ways.map((way) => t(`known.${way}`))], ...runs]);
  }

  /** @returns {Frame} */
  #frame() {
    const { t, format } = this.services;
    const examples = this.#examples;
    return {
      curves: ways.flatMap((_, way) => this.#curvesOf(way)),
      xMax: examples.length,
      xMarks: examples.map((_, place) => place + MIDDLE),
      formatX: (x) => format.integer(examples[Math.floor(x)] ?? 0),
      // Where there is room for it, the marks lie two and a half apart.
      formatY: (y) => format.percent(y, Math.round(1000 * y) % 10 === 0 ? 0 : 1),
      scale: "linear",
      range: [this.#lowest(), 1],
      longestNames: ways.map((way) => t(`known.${way}`)),
    };
  }

  /** Of drawings nobody knows beforehand how few are read rightly. */
  #lowest() {
    const { subject } = this.runs;
    if (subject === "digits") return LOWEST.digits;
    const lows = this.#examples.flatMap((examples) => ways.map((_, way) => latest(this.runs.with(examples), way, SET)?.accuracy.low ?? 1));
    return Math.min(LOWEST.drawn, Math.floor(10 * Math.min(...lows)) / 10);
  }

  /** @param {number} way @returns {CurveData[]} [PARTS] */
  #curvesOf(way) {
    const found = this.#examples.flatMap((examples, place) => {
      const known = latest(this.runs.with(examples), way, SET);
      return known ? [{ x: placeOf(place, way), ...known }] : [];
    });
    // One seed alone has no worst and no best.
    const repeated = found.filter(({ seeds }) => seeds > 1);
    const edges = repeated.flatMap(({ x }) => [x - HALF_BAND, x + HALF_BAND]);
    const band = (/** @type {"high" | "low"} */ end) => ({ x: edges, y: repeated.flatMap(({ accuracy }) => [accuracy[end], accuracy[end]]), name: "" });
    const name = found.length > 0 ? this.services.t(`known.${ways[way] ?? "scratch"}`) : "";
    return [band("high"), band("low"), { x: found.map(({ x }) => x), y: found.map(({ accuracy }) => accuracy.mean), name }];
  }

  /** @param {number} x */
  #describe(x) {
    const all = this.#examples;
    const examples = all[Math.max(0, Math.min(all.length - 1, Math.floor(x)))] ?? 0;
    return `${this.#examplesOf(examples)} · ${this.#valuesAt(examples).join(" · ") || "–"}`;
  }

  /** @param {number} examples */
  #examplesOf(examples) {
    return this.services.t(`known.with.${this.runs.subject}`, { examples: this.services.format.integer(examples) });
  }

  /** @param {number} examples */
  #valuesAt(examples) {
    const { t, format } = this.services;
    return ways.flatMap((way, index) => {
      const known = latest(this.runs.with(examples), index, SET);
      return known ? [`${t(`known.${way}`)}: ${format.percent(known.accuracy.mean, 1)}`] : [];
    });
  }

  #summary() {
    const { t } = this.services;
    const found = this.#examples.flatMap((examples) => {
      const values = this.#valuesAt(examples);
      return values.length > 0 ? [`${this.#examplesOf(examples)}: ${values.join(", ")}`] : [];
    });
    return `${t("known.chart")}: ${found.join("; ") || t("known.none")}`;
  }
}
