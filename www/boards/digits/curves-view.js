/**
 * Loss and accuracy as they went, for the training images and the held-out ones.
 */

import { signal } from "@preact/signals-core";
import { CurveChart } from "../../charts/curves.js";
import { smooth } from "../../charts/series.js";
import { segmented } from "../../shell/controls.js";
import { el, said, setText, tipped } from "../../shell/dom.js";
import { axisNumber, largeNumber } from "../../shell/numbers.js";
import { options } from "./settings.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Curve, Frame, Told } from "../../charts/types" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { RunControl } from "./run-control.js" */

/** Each batch as it was, faint; their mean over time; the held-out images, which are tried now and then only. @type {Curve[]} */
const curves = [
  { colour: "zero", dash: "solid", faint: true },
  { colour: "zero", dash: "solid", faint: false },
  { colour: "one", dash: "dashed", faint: false, isSparse: true },
];

/** The mean reaches over so large a part of the curve on either side, and over so many points at most. */
const SMOOTH_PART = 1 / 60;
const SMOOTH_MOST = 20;

/** @typedef {"loss" | "accuracy"} Measure */

/** Before, no run of any network has learnt its images by heart. */
const EARLY = 2;

export class CurvesView {
  /** What knows when the curves part, once it is here. @type {Signal<typeof import("./overfitting.js") | null>} */
  #parting = signal(null);
  #isAsked = false;

  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    const { state } = services;
    this.axis = segmented("curves.axis", options.axis, (axis) => `axis.${axis}`, (axis) => state.set({ axis }));
    this.scale = segmented("curves.scale", options.scale, (scale) => `scale.${scale}`, (scale) => state.set({ scale }));
    this.panels = [this.#panel("loss", false), this.#panel("accuracy", true)];
    this.hint = el("p", { class: "hint", ...said("curves.hint") });
    this.parting = el("p", { class: "small", role: "status" });
    const controls = el("div", { class: "view-controls secondary" }, this.axis.element, this.scale.element);
    this.element = el("div", { class: "view curves" }, ...this.panels.map(({ element }) => element), this.hint, this.parting, controls);
  }

  render() {
    const { axis, scale } = this.services.state.values;
    this.axis.set(axis);
    this.scale.set(scale);
    this.hint.hidden = this.run.history.training.length > 0;
    for (const { chart, measure } of this.panels) chart.show(this.#frame(measure));
    setText(this.parting, this.#sayParting());
  }

  #sayParting() {
    const { history } = this.run;
    const { format, language } = this.services;
    if (history.now.epoch < EARLY) return "";
    if (!this.#isAsked) {
      this.#isAsked = true;
      import("./overfitting.js").then((parting) => (this.#parting.value = parting), (error) => console.warn(error));
    }
    const [training, heldOut] = [history.training, history.heldOut].map((series) => ({ epoch: series.column("epoch"), loss: series.column("loss") }));
    const epoch = training && heldOut && this.#parting.value?.partingOf(training, heldOut);
    return typeof epoch === "number" ? (this.#parting.value?.overfitting[language](format.short(epoch)) ?? "") : "";
  }

  destroy() {
    for (const { chart } of this.panels) chart.destroy();
  }

  /**
   * @param {Measure} measure
   * @param {boolean} showX
   */
  #panel(measure, showX) {
    const box = el("div", { class: "chart", tabindex: 0, role: "img", ...tipped(`curves.${measure}.name`) });
    box.removeAttribute("data-t-title");
    const values = el("span", { class: "crosshair" });
    const caption = el("div", { class: "chart-caption" }, el("span", { class: "caption", ...said(`curves.${measure}`) }), values);
    const chart = new CurveChart(box, {
      curves,
      group: "digits",
      showX,
      fromTop: measure === "accuracy",
      onCursor: (at) => setText(values, at ? this.#describe(measure, at.x, at.y) : ""),
      services: this.services,
      told: () => this.#told(measure),
    });
    return { measure, chart, element: el("div", { class: `chart-box ${showX ? "with-axis" : ""}` }, caption, box) };
  }

  /** @param {Measure} measure @returns {Told} */
  #told(measure) {
    const { t, state } = this.services;
    const title = t(`curves.${measure}`);
    return { title, x: t(`axis.${state.values.axis}`), y: title, curves: [t("curves.batch"), t("curves.training"), t("curves.heldOut")] };
  }

  /**
   * @param {Measure} measure
   * @returns {Frame}
   */
  #frame(measure) {
    const { history, info } = this.run;
    const { axis, scale } = this.services.state.values;
    const training = { x: history.training.column(axis), y: history.training.column(measure) };
    const heldOut = { x: history.heldOut.column(axis), y: history.heldOut.column(measure) };
    const reach = Math.min(SMOOTH_MOST, Math.floor(training.y.length * SMOOTH_PART));
    const smoothed = { x: training.x, y: smooth(training.y, reach) };
    const lossEnd = Math.max(...[...training.y.slice(0, 50), ...heldOut.y].filter(Number.isFinite), 0) * 1.04;
    const emptyEnd = { step: info?.stepsPerEpoch ?? 1, epoch: 1, seconds: 10 }[axis];
    return {
      curves: [
        { ...training, name: "" },
        { ...smoothed, name: this.#name("curves.training", measure, smoothed.y.at(-1)) },
        { ...heldOut, name: this.#name("curves.heldOut", measure, heldOut.y.at(-1)) },
      ],
      xMax: Math.max(training.x.at(-1) ?? 0, heldOut.x.at(-1) ?? 0) || emptyEnd,
      formatX: (x) => this.#formatX(x),
      formatY: (y) => this.#formatY(measure, y),
      scale,
      range: measure === "accuracy" ? [0, 1] : [0, lossEnd || 2.4],
      longestNames: [this.#name("curves.training", "accuracy", 1), this.#name("curves.training", "loss", history.training.column("loss").at(-1))],
    };
  }

  /**
   * @param {"curves.training" | "curves.heldOut"} key
   * @param {Measure} measure
   * @param {number | undefined} value
   */
  #name(key, measure, value) {
    const { t, format } = this.services;
    if (value === undefined) return t(key);
    return `${t(key)} ${measure === "loss" ? largeNumber(value, format) : format.percent(value, 1)}`;
  }

  /** @param {number} x */
  #formatX(x) {
    const { t, format, state } = this.services;
    const number = format.short(x);
    return state.values.axis === "seconds" ? t("readout.secondsValue", { seconds: number }) : number;
  }

  /**
   * @param {Measure} measure
   * @param {number} y
   */
  #formatY(measure, y) {
    const { format } = this.services;
    if (measure === "loss") return axisNumber(y, format);
    return format.percent(y, y > 0.99 && y < 1 ? (y > 0.999 ? 2 : 1) : 0);
  }

  /**
   * @param {Measure} measure
   * @param {number} x
   * @param {(number | null)[]} y
   */
  #describe(measure, x, [, training, heldOut]) {
    const { t, format, state } = this.services;
    const { axis } = state.values;
    const place = axis === "step" ? format.integer(x) : format.fixed(x, 2);
    const write = (/** @type {number | null | undefined} */ value) =>
      value === null || value === undefined ? "–" : measure === "loss" ? largeNumber(value, format) : format.percent(value, 1);
    return t("curves.at", { axis: t(`axis.${axis}`), place, training: write(training), heldOut: write(heldOut) });
  }
}
