/**
 * Rules break: two digits told apart by rules made by hand, and new data on which these rules no longer hold.
 */

import { ActionButtons } from "../../../shell/actions.js";
import { el, said } from "../../../shell/dom.js";
import { drawn } from "../../../shell/signals.js";
import { Evidence } from "../evidence.js";
import { alone, distortionOf, isOriginal, original, together } from "../settings.js";
import { PairField } from "../pair-field.js";
import { breakAct } from "../story.js";
import { Sweep } from "../sweep.js";
import { trialFor } from "../trial.js";
import { Histogram } from "./histogram.js";
import { RuleList } from "./rule-list.js";
import { Specimen } from "./specimen.js";

/** @import { RunActions } from "../../../shell/types" */
/** @import { RulesServices } from "../settings.js" */

export class Break {
  /** Which distortion comes alone next. */
  #next = 0;

  /** @param {RulesServices} services */
  constructor(services) {
    const trial = trialFor(services);
    this.trial = trial;
    this.services = services;
    this.sweep = new Sweep(trial);
    this.pair = new PairField(trial);
    this.rules = new RuleList(trial, services);
    this.specimen = new Specimen(trial, services);
    this.histogram = new Histogram(trial, services);
    this.evidence = new Evidence(trial, services, { canPick: true });
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (isOriginal(distortionOf(trial.values)) ? "rules.bringNew" : "rules.takeBack"), act: () => this.toggle() },
      step: { name: () => "rules.alone", act: () => this.step() },
      reset: { name: () => "rules.reset", act: () => this.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.element = el(
      "div",
      { class: "rules-trial" },
      el(
        "section",
        { class: "rules-ask" },
        el("p", { class: "lead", ...said("rules.breakLead") }),
        this.pair.element,
        this.rules.element,
        el("div", { class: "controls" }, ...this.buttons.elements),
      ),
      el("section", { class: "sheet inspection" }, this.specimen.element, this.histogram.element),
      this.evidence.element,
    );
    this.act = breakAct(trial, services);
    this.ends = [
      ...[this.buttons, this.pair, this.rules].map((part) => drawn(() => part.render())),
      ...[this.specimen, this.histogram].map((part) => drawn(() => part.render(trial.measured.answer))),
      drawn(() => this.evidence.render(trial.answers.answer)),
    ];
  }

  /** All distortions at once, and back. */
  toggle() {
    this.#look();
    this.sweep.start(isOriginal(distortionOf(this.trial.values)) ? together : original);
  }

  /** One distortion alone. */
  step() {
    this.#look();
    this.sweep.start({ ...original, ...alone[this.#next] });
    this.#next = (this.#next + 1) % alone.length;
  }

  reset() {
    this.sweep.stop();
    this.#next = 0;
    this.trial.reset();
  }

  destroy() {
    for (const end of this.ends) end();
    this.sweep.stop();
  }

  /** At new data, not at what stays as it was. */
  #look() {
    if (this.trial.values.set === "training") this.trial.set({ set: "new", image: 0 });
  }
}
