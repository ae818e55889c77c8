/**
 * The question's actions: run, one step, begin again; and how fast.
 */

import { ActionButtons } from "../../shell/actions.js";
import { el, said, setText } from "../../shell/dom.js";
import { limits } from "./settings.js";

/** @import { RunActions } from "../../shell/types" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

export class LearningControls {
  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.services = services;
    const isOff = () => fit.isDiverged;
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (fit.isOn ? "learning.pause" : "learning.run"), act: () => fit.toggle(), isOff },
      step: { name: () => "learning.step", act: () => fit.step(), isOff },
      reset: { name: () => "learning.reset", act: () => void fit.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    // Along powers of ten: from a step that can be followed to more than can be seen.
    this.speed = el("input", { type: "range", id: "learning-speed", min: 0, max: Math.log10(limits.speed.max), step: "any" });
    this.speed.addEventListener("input", () => services.state.set({ speed: Math.round(10 ** Number(this.speed.value)) }));
    this.speedText = el("span", { class: "speed-text", "aria-hidden": "true" });
    this.element = el(
      "div",
      {},
      el("div", { class: "controls" }, ...this.buttons.elements),
      el("div", { class: "speed secondary" }, el("label", { for: "learning-speed", ...said("learning.speed") }), this.speed, this.speedText),
    );
  }

  render() {
    const { t, format, state } = this.services;
    const { speed } = state.values;
    this.buttons.render();
    this.speed.value = String(Math.log10(speed));
    const text = t("learning.perSecond", { steps: format.integer(speed) });
    this.speed.setAttribute("aria-valuetext", text);
    setText(this.speedText, text);
  }
}
