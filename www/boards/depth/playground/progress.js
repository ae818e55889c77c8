/**
 * How far it has come: the losses, in numbers and as curves.
 */

import { CurveChart } from "../../../charts/curves.js";
import { readout, segmented } from "../../../shell/controls.js";
import { el, said, setText, tipped } from "../../../shell/dom.js";
import { axisNumber, largeNumber } from "../../../shell/numbers.js";
import { hasValues, options, showsTest } from "./settings.js";

/** @import { Curve, Frame } from "../../../charts/types" */
/** @import { Format } from "../../../shell/format.js" */
/** @import { PlanarScore } from "./protocol" */
/** @import { PlaygroundServices } from "./settings.js" */
/** @import { PlaygroundRun } from "./run.js" */

/** The points that train, and those that test. @type {Curve[]} */
const curves = [
  { colour: "zero", dash: "solid", faint: false },
  { colour: "one", dash: "dashed", faint: false },
];

const NONE = "–";
/** From here on a loss is written as at the axis, with one digit. */
const LARGE = 10_000;

export class PlaygroundProgress {
  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    // Of the points that are in sight: those that test, unless they are not drawn or there are none.
    this.scores = {
      train: { hits: readout("playground.trainScore", { className: "big" }), deviation: readout("playground.trainDeviation", { className: "big" }) },
      test: { hits: readout("playground.testScore", { className: "big" }), deviation: readout("playground.testDeviation", { className: "big" }) },
    };
    this.train = readout("playground.trainLoss");
    this.test = readout("playground.testLoss");
    this.scale = segmented("curves.scale", options.scale, (scale) => `scale.${scale}`, (scale) => services.state.set({ scale }));
    const box = el("div", { class: "chart", tabindex: 0, role: "img", ...tipped("curves.loss.name") });
    box.removeAttribute("data-t-title");
    const values = el("span", { class: "crosshair" });
    this.chart = new CurveChart(box, {
      curves,
      group: "playground",
      showX: true,
      onCursor: (at) => setText(values, at ? this.#describe(at.x, at.y) : ""),
      services,
      told: () => ({ title: services.t("curves.loss"), x: services.t("readout.epoch"), y: services.t("curves.loss"), curves: [services.t("curves.training"), services.t("curves.heldOut")] }),
    });
    this.element = el(
      "div",
      { class: "progress" },
      el("div", { class: "readouts" }, ...Object.values(this.scores).flatMap(({ hits, deviation }) => [hits.element, deviation.element]), this.train.element, this.test.element),
      el("div", { class: "chart-caption" }, el("span", { class: "caption", ...said("curves.loss") }), values, el("span", { class: "secondary" }, this.scale.element)),
      box,
    );
  }

  render() {
    const { format, state } = this.services;
    const { frame } = this.run;
    this.scale.set(state.values.scale);
    const counted = frame && frame.test.rows > 0 && showsTest(state.values) ? "test" : "train";
    for (const set of /** @type {const} */ (["train", "test"])) {
      const { hits, deviation } = this.scores[set];
      const score = frame?.[set];
      hits.element.hidden = set !== counted || hasValues(state.values.data);
      deviation.element.hidden = set !== counted || !hasValues(state.values.data);
      setText(hits.output, score && score.rows > 0 ? `${format.integer(score.hits)} / ${format.integer(score.rows)}` : NONE);
      setText(deviation.output, score && Number.isFinite(score.deviation) ? `± ${format.fixed(score.deviation, 3)}` : NONE);
    }
    setText(this.train.output, this.#loss(frame?.train));
    setText(this.test.output, this.#loss(frame?.test));
    this.chart.show(this.#frame());
  }

  destroy() {
    this.chart.destroy();
  }

  /** @param {PlanarScore | undefined} score */
  #loss(score) {
    return score && Number.isFinite(score.loss) ? lossNumber(score.loss, this.services.format) : NONE;
  }

  /** @returns {Frame} */
  #frame() {
    const { format, state, t } = this.services;
    const { losses } = this.run.history;
    const x = losses.column("epoch");
    const train = losses.column("train");
    const hasTest = (this.run.frame?.test.rows ?? 0) > 0;
    const test = hasTest ? { x, y: losses.column("test") } : { x: [], y: [] };
    return {
      curves: [
        { x, y: train, name: this.#name("curves.training", train.at(-1)) },
        { ...test, name: this.#name("curves.heldOut", test.y.at(-1)) },
      ],
      xMax: x.at(-1) || 10,
      formatX: format.short,
      formatY: (y) => axisNumber(y, format),
      scale: state.values.scale,
      range: [0, 1.05 * Math.max(usualMost(train), usualMost(test.y)) || 1],
      longestNames: [`${t("curves.training")} 0.000`, `${t("curves.heldOut")} 0.000`],
    };
  }

  /**
   * @param {"curves.training" | "curves.heldOut"} key
   * @param {number | undefined} value
   */
  #name(key, value) {
    const { t, format } = this.services;
    return value === undefined ? "" : `${t(key)} ${lossNumber(value, format)}`;
  }

  /**
   * @param {number} x
   * @param {(number | null)[]} y
   */
  #describe(x, [training, heldOut]) {
    const { t, format } = this.services;
    const write = (/** @type {number | null | undefined} */ value) => (value === null || value === undefined ? NONE : format.fixed(value, 4));
    return t("curves.at", { axis: t("readout.epoch"), place: format.fixed(x, x < 100 ? 1 : 0), training: write(training), heldOut: write(heldOut) });
  }
}

/** There is room for three numbers side by side, if they are short. @param {number} loss @param {Format} format */
function lossNumber(loss, format) {
  return loss < LARGE ? largeNumber(loss, format) : axisNumber(Number(loss.toPrecision(1)), format);
}

/**
 * The highest value, but for a few: one wild step must not flatten the whole curve.
 * @param {number[]} values
 */
function usualMost(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.98)] ?? 0;
}
