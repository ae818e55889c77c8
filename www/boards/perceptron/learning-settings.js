/**
 * How it learns: the size of an update, the order of the samples, and how fast one can watch.
 */

import { el, said, setText } from "../../shell/dom.js";
import { limits, settable } from "./settings.js";
import { numberInput } from "./number-input.js";

/** @import { Key } from "../../i18n" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

/** Random starts are told apart by small numbers, which can be read out and typed. */
const SEEDS = 9999;

export class LearningSettings {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.rate = numberInput({ ...limits.rate, reader: services, onChange: (rate) => run.change({ rate }), attributes: { id: "perceptron-rate" } });
    this.seed = numberInput({ ...limits.seed, whole: true, reader: services, onChange: (seed) => run.change({ seed }), attributes: { id: "perceptron-seed" } });
    // Along powers of ten: from a sample that can be followed to more than can be seen.
    this.speed = el("input", { type: "range", id: "perceptron-speed", min: 0, max: 3, step: 0.1 });
    this.speed.addEventListener("input", () => services.state.set({ speed: Math.round(10 ** Number(this.speed.value)) }));
    this.speedText = el("span", { class: "speed-text", "aria-hidden": "true" });
    this.element = el(
      "div",
      { class: "sheet learning-settings secondary" },
      field("perceptron.rate", this.rate.input, this.rate.error),
      field("perceptron.seed", this.seed.input, this.seed.error),
      el("button", { type: "button", onclick: () => void this.#startAnew(), ...said("perceptron.random") }),
      el("div", { class: "speed" }, el("label", { for: "perceptron-speed", ...said("perceptron.speed") }), this.speed, this.speedText),
    );
  }

  render() {
    const { t, format, state } = this.services;
    const { rate, seed, speed } = state.values;
    this.rate.set(rate);
    this.seed.set(seed);
    this.speed.value = String(Math.log10(speed));
    const text = t("perceptron.perSecond", { samples: format.integer(speed) });
    this.speed.setAttribute("aria-valuetext", text);
    setText(this.speedText, text);
  }

  /** Other weights and another order, decided by a seed that the address tells. */
  async #startAnew() {
    const seed = 1 + Math.floor(Math.random() * SEEDS);
    const start = await this.services.ask("perceptronStart", { seed });
    if (start) this.run.change({ ...settable(start), seed });
  }
}

/** @param {Key} label @param {HTMLInputElement} input @param {HTMLElement} error */
function field(label, input, error) {
  return el("div", { class: "field" }, el("label", { for: input.id, ...said(label) }), input, error);
}
