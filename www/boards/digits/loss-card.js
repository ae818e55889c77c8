/**
 * The loss, and how it is made smaller.
 */

import { numberField, selectField } from "../../shell/controls.js";
import { el, named, said, setText } from "../../shell/dom.js";
import { createCard } from "../../shell/card.js";
import { limits, options, usualLearningRate } from "./fields.js";
import { formulaOf } from "./formulas.js";

/** @import { Loss } from "../../protocol" */
/** @import { DigitsServices } from "./fields.js" */
/** @import { RunControl } from "./run-control.js" */

/** The slider's ends, as powers of ten. */
const SLIDER = { min: -5, max: 1, step: 0.05 };

export class LossCard {
  /** @type {Loss | null} */
  #shownFormula = null;

  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    const { state } = services;
    this.loss = selectField("loss.function", options.loss, (name) => `loss.${name}`, (loss) => state.set({ loss }));
    this.optimizer = selectField("loss.optimizer", options.optimizer, (name) => `optimizer.${name}`, (optimizer) => {
      state.set({ optimizer, learningRate: usualLearningRate[optimizer] });
    });
    this.learningRate = numberField({
      label: "loss.learningRate",
      min: Number.MIN_VALUE,
      max: limits.learningRate.max,
      whole: false,
      reader: services,
      onChange: (learningRate) => this.#setLearningRate(learningRate),
    });
    this.slider = el("input", { type: "range", ...SLIDER, ...named("loss.slider") });
    this.slider.addEventListener("input", () => this.#setLearningRate(roundTo2(10 ** Number(this.slider.value))));
    this.formula = el("div", { class: "formula" });
    this.formulaText = el("p", { class: "small" });
    this.card = createCard({
      id: "loss",
      title: "loss.title",
      extra: el("div", { class: "card-extra" }, this.learningRate.element, this.slider),
      settings: [
        el("p", { class: "small", ...said("loss.explained") }),
        el("div", { class: "fields" }, this.loss.element),
        this.formula,
        this.formulaText,
        el("div", { class: "fields" }, this.optimizer.element),
        el("p", { class: "small", ...said("loss.rateExplained") }),
      ],
    });
    this.element = this.card.element;
  }

  update() {
    const { t, state } = this.services;
    const { loss, optimizer, learningRate } = state.values;
    this.loss.set(loss);
    this.optimizer.set(optimizer);
    this.learningRate.set(learningRate);
    this.slider.value = String(Math.log10(learningRate));
    this.slider.setAttribute("aria-valuetext", this.services.format.exact(learningRate));
    setText(this.card.summary, t(`loss.${loss}`));
    setText(this.card.detail, t(`optimizer.${optimizer}`));
    setText(this.formulaText, t(`loss.${loss}.formula`));
    if (this.#shownFormula === loss) return;
    this.#shownFormula = loss;
    this.formula.replaceChildren(formulaOf(loss));
  }

  render() {}

  /** @param {number} learningRate */
  #setLearningRate(learningRate) {
    this.services.state.set({ learningRate });
  }
}

/** A slider's value as one would say it. @param {number} value */
function roundTo2(value) {
  return Number(value.toPrecision(2));
}
