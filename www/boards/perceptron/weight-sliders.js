/**
 * w1, w2 and b, each as a slider and as a number to type.
 */

import { el, math } from "../../shell/dom.js";
import { limits, weightNames } from "./settings.js";
import { indexed } from "./formulas.js";
import { numberInput } from "./number-input.js";

/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices, WeightName } from "./settings.js" */

/** The sliders' ends, near enough to be exact by hand; they go as far as the limits where a weight does. */
const REACH = 3;

export class WeightSliders {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.rows = weightNames.map((name) => this.#createRow(name));
    this.element = el("div", { class: "sheet sliders" }, ...this.rows.map(({ element }) => element));
  }

  render() {
    const { weights } = this.run;
    const reach = weightNames.every((name) => Math.abs(weights[name]) <= REACH) ? REACH : limits.weight.max;
    for (const { name, slider, number } of this.rows) {
      slider.min = String(-reach);
      slider.max = String(reach);
      slider.value = String(weights[name]);
      number.set(weights[name]);
    }
  }

  /** @param {WeightName} name */
  #createRow(name) {
    const { run } = this;
    const withValue = (/** @type {number} */ value) => ({ ...run.weights, [name]: value });
    const slider = el("input", { type: "range", step: 0.01, "aria-label": name });
    slider.addEventListener("input", () => run.place(withValue(Number(slider.value))));
    slider.addEventListener("change", () => run.rest());
    const number = numberInput({ ...limits.weight, reader: this.services, onChange: (value) => run.set(withValue(value)), attributes: { "aria-label": name } });
    const [letter = "", index] = name;
    const written = math("math", index ? indexed("w", Number(index)) : math("mi", letter));
    const element = el("div", { class: "slider-row" }, el("span", { class: "weight-name", "aria-hidden": "true" }, written), slider, number.input, number.error);
    return { name, slider, number, element };
  }
}
