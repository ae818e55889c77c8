/**
 * The loss, and how it is made smaller.
 */

import { createCard } from "../../shell/card.js";
import { selectField } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { learningRateField } from "../../shell/learning-rate.js";
import { limits, options, usualLearningRate } from "./settings.js";
import { formulaOf } from "./formulas.js";

/** @import { DigitsServices } from "./settings.js" */

const SLIDER_POWERS = { min: -5, max: 1 };

export class DigitsLossCard {
  /** @param {DigitsServices} services */
  constructor(services) {
    this.services = services;
    const { state } = services;
    this.loss = selectField("loss.function", options.loss, (name) => `loss.${name}`, (loss) => state.set({ loss }));
    this.optimizer = selectField("loss.optimizer", options.optimizer, (name) => `optimizer.${name}`, (optimizer) => {
      state.set({ optimizer, learningRate: usualLearningRate[optimizer] });
    });
    this.learningRate = learningRateField({
      powers: SLIDER_POWERS,
      max: limits.learningRate.max,
      services,
      onChange: (learningRate) => state.set({ learningRate }),
    });
    this.formula = el("div", { class: "formula" });
    this.formulaText = el("p", { class: "small" });
    this.card = createCard({
      id: "loss",
      title: "loss.title",
      extra: this.learningRate.element,
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

  render() {
    const { t, state } = this.services;
    const { loss, optimizer, learningRate } = state.values;
    this.loss.set(loss);
    this.optimizer.set(optimizer);
    this.learningRate.set(learningRate);
    setText(this.card.summary, t(`loss.${loss}`));
    setText(this.card.detail, t(`optimizer.${optimizer}`));
    setText(this.formulaText, t(`loss.${loss}.formula`));
    this.formula.replaceChildren(formulaOf(loss));
  }
}
