/**
 * The question's actions: run, one step, begin again; and how fast.
 */

import { el, said, setText } from "../../shell/dom.js";
import { limits } from "./settings.js";

/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

export class LearningControls {
  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.run = el("button", { type: "button", class: "main", onclick: () => fit.toggle() });
    this.step = el("button", { type: "button", onclick: () => fit.step(), ...said("learning.step") });
    // Along powers of ten: from a step that can be followed to more than can be seen.
    this.speed = el("input", { type: "range", id: "learning-speed", min: 0, max: Math.log10(limits.speed.max), step: "any" });
    this.speed.addEventListener("input", () => services.state.set({ speed: Math.round(10 ** Number(this.speed.value)) }));
    this.speedText = el("span", { class: "speed-text", "aria-hidden": "true" });
    this.element = el(
      "div",
      {},
      el("div", { class: "controls" }, this.run, this.step, el("button", { type: "button", onclick: () => void fit.reset(), ...said("learning.reset") })),
      el("div", { class: "speed secondary" }, el("label", { for: "learning-speed", ...said("learning.speed") }), this.speed, this.speedText),
    );
  }

  render() {
    const { t, format, state } = this.services;
    const { speed } = state.values;
    setText(this.run, t(this.fit.isOn ? "learning.pause" : "learning.run"));
    for (const button of [this.run, this.step]) button.disabled = this.fit.isDiverged;
    this.speed.value = String(Math.log10(speed));
    const text = t("learning.perSecond", { steps: format.integer(speed) });
    this.speed.setAttribute("aria-valuetext", text);
    setText(this.speedText, text);
  }
}
