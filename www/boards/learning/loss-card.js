/**
 * Loss: which divergence, how large it is, and how long a step against its slope is.
 */

import { numberField, readout, segmented } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { learningRateField } from "../../shell/learning-rate.js";
import { largeNumber } from "../../shell/numbers.js";
import { divergences, limits } from "./settings.js";
import { verdictOf } from "./verdict.js";

/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

const SLIDER_POWERS = { min: -3, max: 1 };

export class LearningLossCard {
  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    const { state } = services;
    this.divergence = readout("learning.divergence", { className: "big" });
    this.steps = readout("learning.steps");
    this.sum = readout("learning.sum", { caption: "learning.sumCaption" });
    this.kind = segmented("learning.kind", divergences, (kind) => `learning.kind.${kind}`, (divergence) => state.set({ divergence }));
    this.tolerance = numberField({ label: "learning.tolerance", ...limits.tolerance, whole: false, reader: services, onChange: (tolerance) => state.set({ tolerance: Math.round(tolerance * 100) / 100 }) });
    this.learningRate = learningRateField({ powers: SLIDER_POWERS, max: limits.learningRate.max, services, onChange: (learningRate) => state.set({ learningRate }) });
    this.verdict = el("p", { class: "learning-verdict" });
    this.back = el("button", { type: "button", class: "chip", onclick: () => fit.goBack(), ...said("learning.back") });
    this.element = el(
      "section",
      { class: "sheet component of-loss" },
      el("div", { class: "component-head" }, el("h2", said("learning.loss")), this.kind.element),
      el("div", { class: "loss-numbers" }, this.divergence.element, el("div", { class: "counts" }, this.steps.element, this.sum.element)),
      this.learningRate.element,
      this.tolerance.element,
      this.verdict,
      this.back,
    );
  }

  /** What is to be heard of where the fit stands. */
  get spoken() {
    const { t, format, state } = this.services;
    const { answer } = this.fit;
    const verdict = t(`learning.verdict.${verdictOf(this.fit, state.values)}`);
    return answer ? `${largeNumber(answer.whole.total, format)}. ${verdict}` : verdict;
  }

  render() {
    const { t, format, state } = this.services;
    const { divergence, tolerance, learningRate, samples } = state.values;
    const { answer } = this.fit;
    this.kind.set(divergence);
    this.tolerance.set(tolerance);
    this.tolerance.element.hidden = divergence !== "zero-one";
    this.learningRate.set(learningRate);
    setText(this.divergence.output, answer ? largeNumber(answer.whole.total, format) : "–");
    setText(this.steps.output, format.integer(this.fit.steps));
    this.sum.element.hidden = samples === 0;
    setText(this.sum.output, answer ? largeNumber(answer.seen.total, format) : "–");
    const verdict = verdictOf(this.fit, state.values);
    setText(this.verdict, t(`learning.verdict.${verdict}`));
    this.verdict.dataset.verdict = verdict;
    this.back.hidden = verdict !== "grown" && verdict !== "diverged";
  }
}
