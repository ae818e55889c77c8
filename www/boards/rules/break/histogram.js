/**
 * Where the images of both classes lie along the chosen rule's measure, and the threshold that is to cut between them: one
 * class upwards, the other downwards.
 */

import { offerFigure } from "../../../charts/take-along.js";
import { el, named, svg } from "../../../shell/dom.js";
import { measures } from "../settings.js";
import { setMark } from "../marks.js";
import { valueText } from "./specimen.js";

/** @import { FigureTold } from "../../../charts/takeaway" */
/** @import { Rule, RulesMeasure, RulesMeasured } from "../protocol" */
/** @import { RulesServices } from "../settings.js" */
/** @import { Trial } from "../trial.js" */

/** Bars of a measure that is not counted in whole numbers. */
const BARS = 40;

export class Histogram {
  /** @type {RulesMeasured | null} */
  #drawn = null;

  /**
   * @param {Trial} trial
   * @param {RulesServices} services
   */
  constructor(trial, services) {
    this.trial = trial;
    this.services = services;
    this.bars = svg("svg", { viewBox: "0 0 1 2", preserveAspectRatio: "none", "aria-hidden": "true" });
    this.sides = [el("div", { class: "side" }), el("div", { class: "side" })];
    this.marks = [el("span"), el("span")];
    this.line = el("div", { class: "threshold-line" });
    this.picture = el("div", { class: "histogram-picture" }, ...this.sides, this.bars, this.line);
    this.slider = el("input", { type: "range", ...named("rules.threshold") });
    this.slider.addEventListener("input", () => trial.changeRule({ threshold: Math.max(0, Number(this.slider.value)) }));
    this.from = el("span");
    this.to = el("span");
    this.element = el("div", { class: "histogram" }, el("div", { class: "histogram-marks", "aria-hidden": "true" }, ...this.marks), this.picture, this.slider, el("div", { class: "histogram-ends caption", "aria-hidden": "true" }, this.from, this.to));
    offerFigure(this.element, () => this.#told(), services);
  }

  /** @param {RulesMeasured | null} measured */
  render(measured) {
    const { rule } = this.trial.rule;
    const { pair } = this.trial.values;
    const { step } = measures[rule.measure];
    const { from, to } = scaleOf(rule.measure);
    this.slider.min = String(from);
    this.slider.max = String(to);
    this.slider.step = String(step);
    this.slider.value = String(rule.threshold);
    this.slider.setAttribute("aria-valuetext", valueText(rule.measure, rule.threshold, this.services));
    this.from.textContent = valueText(rule.measure, 0, this.services);
    this.to.textContent = `≥ ${valueText(rule.measure, measures[rule.measure].end, this.services)}`;
    this.#showCut(rule);
    setMark(this.marks[0] ?? this.line, 1, pair);
    setMark(this.marks[1] ?? this.line, 0, pair);
    if (!measured) return;
    // Before there is something to name, there is no picture.
    this.picture.setAttribute("role", "img");
    this.picture.setAttribute("aria-label", this.#summary(measured));
    if (measured === this.#drawn) return;
    this.#drawn = measured;
    const heaps = [0, 1].map((voted) => heap(measured, voted, rule.measure));
    const highest = Math.max(...heaps.flat(), 1);
    this.bars.replaceChildren(
      ...heaps.map((counts, voted) => {
        const bars = counts.map((count, bin) => {
          const width = 1 / counts.length;
          return `M${(bin + 0.08) * width} 1h${0.84 * width}V${1 + ((voted === 1 ? -0.96 : 0.96) * count) / highest}h${-0.84 * width}Z`;
        });
        return svg("path", { class: voted === 1 ? "one" : "zero", d: bars.join("") });
      }),
    );
  }

  /** @returns {FigureTold} */
  #told() {
    const { rule } = this.trial.rule;
    const { pair } = this.trial.values;
    const name = this.services.t(`rules.${rule.measure}.name`);
    const entry = (/** @type {0 | 1} */ voted) => ({ name: String(pair[voted]), mark: /** @type {const} */ ("square"), colour: voted === 1 ? /** @type {const} */ ("one") : /** @type {const} */ ("zero") });
    return { title: name, x: { name }, y: { name: this.services.t("chart.images") }, legend: [entry(1), entry(0)], without: ".histogram-marks" };
  }

  /** Each side of the threshold in the colour of the class that is voted for there. @param {Rule} rule */
  #showCut({ measure, comparison, threshold, class: voted }) {
    const { from, to } = scaleOf(measure);
    const place = `${(100 * (Math.min(to, threshold) - from)) / (to - from)}%`;
    this.picture.style.setProperty("--cut", place);
    const above = comparison === ">" ? voted : 1 - voted;
    for (const [side, element] of this.sides.entries()) element.className = `side ${(side === 1) === (above === 1) ? "one" : "zero"}`;
  }

  /** @param {RulesMeasured} measured */
  #summary({ values, classes }) {
    const { t } = this.services;
    const { rule } = this.trial.rule;
    const { pair } = this.trial.values;
    const middle = (/** @type {number} */ voted) => {
      const own = values.filter((_, index) => classes[index] === voted).sort();
      return valueText(rule.measure, own[Math.floor(own.length / 2)] ?? 0, this.services);
    };
    return t("rules.histogram", { measure: t(`rules.${rule.measure}.name`), first: String(pair[0]), firstMedian: middle(0), second: String(pair[1]), secondMedian: middle(1) });
  }
}

/** Whole numbers have a bar each, which stands in the middle of its place. @param {RulesMeasure} measure */
function scaleOf(measure) {
  const { unit, end } = measures[measure];
  const isWhole = unit === "pixels" || unit === "count";
  return isWhole ? { from: -0.5, to: end + 0.5, bars: end + 1 } : { from: 0, to: end, bars: BARS };
}

/**
 * How many images of a class lie in each bar; what is beyond the end lies in the last one.
 * @param {RulesMeasured} measured
 * @param {number} voted
 * @param {RulesMeasure} measure
 */
function heap({ values, classes }, voted, measure) {
  const { from, to, bars } = scaleOf(measure);
  const counts = Array.from({ length: bars }, () => 0);
  for (const [index, value] of values.entries()) {
    const bar = Math.min(bars - 1, Math.floor(((value - from) / (to - from)) * bars));
    if (classes[index] === voted) counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts;
}
