/**
 * The learning rate: a number field, and beside it a slider over powers of ten.
 */

import { POWER_STEP, numberField, roundTo2 } from "./controls.js";
import { el, named } from "./dom.js";

/** @import { Services } from "./types" */

/**
 * @param {object} options
 * @param {{ min: number, max: number }} options.powers the slider's ends, as powers of ten
 * @param {number} options.max of the field, which goes further than the slider
 * @param {Pick<Services<unknown>, "t" | "format">} options.services
 * @param {(learningRate: number) => void} options.onChange
 */
export function learningRateField({ powers, max, services, onChange }) {
  const number = numberField({ label: "loss.learningRate", min: Number.MIN_VALUE, max, whole: false, reader: services, onChange });
  const slider = el("input", { type: "range", ...powers, step: POWER_STEP, ...named("loss.slider") });
  slider.addEventListener("input", () => onChange(roundTo2(10 ** Number(slider.value))));
  return {
    element: el("div", { class: "card-extra" }, number.element, slider),
    /** @param {number} learningRate */
    set(learningRate) {
      number.set(learningRate);
      slider.value = String(Math.log10(learningRate));
      slider.setAttribute("aria-valuetext", services.format.exact(learningRate));
    },
  };
}
