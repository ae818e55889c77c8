/**
 * Model: a line with two weights, or a small network.
 */

import { segmented } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { models, parameterCount, usual } from "./settings.js";
import { weightText } from "./numbers.js";

/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

export class LearningModelCard {
  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.model = segmented("learning.model", models, (model) => `learning.model.${model}`, (model) => services.state.set({ model, ...usual[model] }));
    this.detail = el("p", { class: "small" });
    this.element = el("section", { class: "sheet component of-model" }, el("div", { class: "component-head" }, el("h2", said("learning.model")), this.model.element), this.detail);
  }

  render() {
    const { t, format, state } = this.services;
    const { model, hidden } = state.values;
    this.model.set(model);
    const [w = 0, b = 0] = this.fit.weights ?? [];
    const sizes = [1, ...hidden, 1].map((units) => format.integer(units)).join(" → ");
    const parameters = format.integer(parameterCount(state.values));
    const text = model === "line" ? t("learning.lineDetail", { w: weightText(w, format), b: weightText(b, format) }) : t("learning.networkDetail", { sizes, parameters });
    setText(this.detail, text);
  }
}
