/**
 * The losses of both lanes: over the batches they lie on each other where it is the same learning; over the seconds one is
 * ahead.
 */

import { CurveChart } from "../../../charts/curves.js";
import { segmented } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { options } from "./settings.js";
import { samenessOf } from "./verdict.js";

/** @import { Curve, CurveData, Frame } from "../../../charts/types" */
/** @import { Lane } from "./lane.js" */
/** @import { RaceServices } from "./settings.js" */
/** @import { RaceRun } from "./run.js" */

/** CPU and GPU, the latter dashed so that the former is seen under it. @type {Curve[]} */
const curves = [
  { colour: "zero", dash: "solid", faint: false },
  { colour: "one", dash: "dashed", faint: false },
];

/** ln 10, the loss of guessing among ten digits, and a little more. */
const HIGHEST = 2.6;

export class LossChart {
  /**
   * @param {RaceRun} run
   * @param {RaceServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.axis = segmented("curves.axis", options.axis, (axis) => `axis.${axis}`, (axis) => services.state.set({ axis }));
    this.box = el("div", { class: "chart", tabindex: 0, role: "img" });
    this.about = el("span", { class: "chart-about" });
    this.chart = new CurveChart(this.box, {
      curves,
      group: "race",
      showX: true,
      onCursor: (at) => setText(this.about, at ? this.#describe(at.x, at.y) : this.sameness()),
      services,
      told: () => {
        const { t, state } = services;
        return { title: t("curves.loss"), x: t(`axis.${state.values.axis}`), y: t("curves.loss"), curves: [t("race.cpu"), t("race.gpu")] };
      },
    });
    this.element = el(
      "section",
      { class: "sheet race-losses" },
      el("div", { class: "chart-caption" }, el("h2", said("curves.loss")), this.about, el("span", { class: "secondary" }, this.axis.element)),
      this.box,
    );
  }

  render() {
    this.axis.set(this.services.state.values.axis);
    setText(this.about, this.sameness());
    this.box.setAttribute("aria-label", `${this.services.t("curves.loss.name")}. ${this.sameness()}`);
    this.chart.show(this.#frame());
  }

  destroy() {
    this.chart.destroy();
  }

  /** How much the two are the same learning, in words. */
  sameness() {
    const { t, format } = this.services;
    const [cpu, gpu] = this.run.lanes;
    const sameness = samenessOf(cpu.losses, gpu.losses);
    if (!sameness) return "";
    const { key, steps, difference } = sameness;
    return t(key, { steps: format.integer(steps), difference: format.short(difference) });
  }

  /** @returns {Frame} */
  #frame() {
    const { t, format, state } = this.services;
    const { lanes, steps } = this.run;
    const { axis } = state.values;
    const longest = Math.max(...lanes.map(({ seconds }) => seconds));
    return {
      curves: [this.#curve(lanes[0], t("race.cpu")), this.#curve(lanes[1], t("race.gpu"))],
      xMax: axis === "step" ? steps || 100 : longest || 10,
      formatX: (x) => (axis === "step" ? format.integer(x) : t("readout.secondsValue", { seconds: format.short(x) })),
      formatY: (y) => format.short(y),
      scale: "linear",
      range: [0, HIGHEST],
      longestNames: [`${t("race.gpu")} 0.00`],
    };
  }

  /**
   * @param {Lane} lane
   * @param {string} name
   * @returns {CurveData}
   */
  #curve({ losses, times }, name) {
    const x = this.services.state.values.axis === "step" ? losses.map((_, index) => index + 1) : times;
    const last = losses.at(-1);
    return { x, y: losses, name: last === undefined ? "" : `${name} ${this.services.format.fixed(last, 2)}` };
  }

  /**
   * @param {number} x
   * @param {(number | null)[]} y
   */
  #describe(x, [cpu, gpu]) {
    const { t, format, state } = this.services;
    const { axis } = state.values;
    const write = (/** @type {number | null | undefined} */ value) => (value === null || value === undefined ? "–" : format.fixed(value, 3));
    const place = axis === "step" ? format.integer(x) : format.fixed(x, 2);
    return `${t(`axis.${axis}`)} ${place} · ${t("race.cpu")} ${write(cpu)} · ${t("race.gpu")} ${write(gpu)}`;
  }
}
