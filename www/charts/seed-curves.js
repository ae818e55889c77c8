/**
 * How networks that learn abreast do over their steps, overlaid; with several seeds their mean, in a band from the worst to
 * the best.
 */

import { el, setText } from "../shell/dom.js";
import { accuracySpread, latest } from "../shell/spread.js";
import { CurveChart } from "./curves.js";

/** @import { SeedRun } from "../shell/spread.js" */
/** @import { Format } from "../shell/format.js" */
/** @import { Taker } from "./take-along.js" */
/** @import { Curve, CurveData, Frame, Told } from "./types" */

/** A network's accuracy on one set of images, and how it looks.
 *  @typedef {{ network: number, set: string, style: Curve }} Line */

/** What is drawn of each line, of its seeds: also the one that is under way. */
const parts = /** @type {const} */ (["best", "worst", "underWay", "mean"]);
const PARTS = parts.length;

/** @typedef {typeof parts[number]} PartOfLine */

/** @type {CurveData} */
const nothing = { x: [], y: [], name: "" };

/**
 * @typedef {object} SeedCurvesOptions
 * @property {Line[]} lines
 * @property {() => SeedRun[]} runs
 * @property {number} steps
 * @property {number} lowest where the picture begins
 * @property {string} group charts of the same group share their crosshair
 * @property {{ upper: number, lower: number }[]} [between] lines between whose means the ground is tinted
 * @property {Taker & { format: Format }} services
 * @property {object} words in the language that is spoken
 * @property {() => string} words.title
 * @property {(line: number) => string} words.name where the line ends
 * @property {(line: number, part: PartOfLine) => string} words.part what a part of the line is called
 * @property {() => string} words.axis
 * @property {(steps: string) => string} words.steps
 * @property {(line: number, accuracy: string) => string} words.outcome
 * @property {() => string} words.none
 */

export class SeedCurves {
  /** @param {SeedCurvesOptions} options */
  constructor(options) {
    this.options = options;
    const { lines, group, services, between = [] } = options;
    this.element = el("div", { class: "chart", tabindex: 0, role: "img" });
    /** What the crosshair is at. */
    this.values = el("span", { class: "crosshair" });
    this.chart = new CurveChart(this.element, {
      curves: lines.flatMap(({ style }) => [...Array(PARTS - 1).fill({ colour: style.colour, dash: "solid", faint: true }), style]),
      bands: [
        ...lines.map((_, line) => ({ upper: line * PARTS, lower: line * PARTS + 1 })),
        ...between.map(({ upper, lower }) => ({ upper: meanOf(upper), lower: meanOf(lower) })),
      ],
      group,
      showX: true,
      onCursor: (at) => setText(this.values, at ? this.#describe(at.x, at.y) : ""),
      services,
      told: () => this.#told(),
    });
  }

  render() {
    this.chart.show(this.#frame());
    this.element.setAttribute("aria-label", this.#summary());
  }

  destroy() {
    this.chart.destroy();
  }

  /** @returns {Told} */
  #told() {
    const { lines, words } = this.options;
    const title = words.title();
    return { title, x: words.axis(), y: title, curves: lines.flatMap((_, line) => parts.map((part) => words.part(line, part))) };
  }

  /** @returns {Frame} */
  #frame() {
    const { lines, steps, lowest, words, services } = this.options;
    const { format } = services;
    return {
      curves: lines.flatMap((line, index) => this.#curvesOf(line, words.name(index))),
      xMax: steps,
      formatX: format.integer,
      formatY: (y) => format.percent(y, isWholePercent(y) ? 0 : 1),
      scale: "linear",
      range: [lowest, 1],
      longestNames: lines.map((_, line) => words.name(line)),
    };
  }

  /**
   * @param {Line} line
   * @param {string} name
   * @returns {CurveData[]} [PARTS]
   */
  #curvesOf({ network, set }, name) {
    const shown = this.options.runs();
    const over = shown.filter(({ isOver }) => isOver);
    const scores = shown.find(({ isOver }) => !isOver)?.scores[network] ?? [];
    const live = { x: scores.map(({ step }) => step), y: scores.map(({ outcomes }) => outcomes[set]?.accuracy ?? NaN), name: "" };
    // The run that is under way stands for all where none is over.
    if (over.length === 0) return [nothing, nothing, nothing, { ...live, name: live.x.length > 0 ? name : "" }];
    const { x, spreads } = accuracySpread(over, network, set);
    const band = over.length > 1 ? [{ x, y: spreads.map(({ high }) => high), name: "" }, { x, y: spreads.map(({ low }) => low), name: "" }] : [nothing, nothing];
    return [...band, live, { x, y: spreads.map(({ mean }) => mean), name }];
  }

  /**
   * @param {number} x
   * @param {(number | null)[]} y
   */
  #describe(x, y) {
    const { lines, words, services } = this.options;
    const { format } = services;
    const values = lines.map((_, line) => {
      const value = y[meanOf(line)];
      return `${words.name(line)}: ${value === null || value === undefined ? "–" : format.percent(value, 1)}`;
    });
    return `${words.steps(format.integer(x))} · ${values.join(" · ")}`;
  }

  #summary() {
    const { lines, words, runs, services } = this.options;
    const { format } = services;
    const found = lines.flatMap(({ network, set }, line) => {
      const accuracy = latest(runs(), network, set)?.accuracy.mean;
      return accuracy === undefined ? [] : words.outcome(line, format.percent(accuracy, 1));
    });
    return `${words.title()}: ${found.length > 0 ? format.list(found) : words.none()}`;
  }
}

/** Which curve is a line's mean. @param {number} line */
function meanOf(line) {
  return line * PARTS + PARTS - 1;
}

/** @param {number} part 0 to 1 */
function isWholePercent(part) {
  return Math.abs(100 * part - Math.round(100 * part)) < 1e-6;
}
