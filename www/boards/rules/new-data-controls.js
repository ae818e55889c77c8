/**
 * What is done to the held-out images: how strongly, alone or together.
 */

import { switchField } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { ranges, strengths, units } from "./settings.js";

/** @import { RulesServices } from "./settings.js" */
/** @import { Trial } from "./trial.js" */

let lastId = 0;

export class NewDataControls {
  /** @param {Trial} trial */
  constructor(trial) {
    this.trial = trial;
    this.sliders = strengths.map((name) => {
      const id = `strength-${(lastId += 1)}`;
      const slider = el("input", { type: "range", id, ...ranges[name], step: 1 });
      slider.addEventListener("input", () => trial.set({ [name]: Number(slider.value) }));
      const value = el("span", { class: "strength-value", "aria-hidden": "true" });
      const element = el("div", { class: "strength" }, el("label", { for: id, ...said(`rules.${name}`) }), value, slider);
      return { name, slider, value, element };
    });
    this.invert = switchField("rules.invert", (invert) => trial.set({ invert }));
    this.element = el("div", { class: "strengths" }, ...this.sliders.map(({ element }) => element), this.invert.element);
  }

  /** @param {RulesServices} reader */
  render({ t, format }) {
    const { values } = this.trial;
    for (const { name, slider, value } of this.sliders) {
      const number = values[name];
      slider.value = String(number);
      const sign = name === "stroke" && number > 0 ? "+" : "";
      const text = t(`rules.unit.${units[name]}`, { value: `${sign}${format.integer(number).replace("-", "−")}` });
      slider.setAttribute("aria-valuetext", text);
      setText(value, text);
    }
    this.invert.set(values.invert);
  }
}
