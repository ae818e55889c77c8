/**
 * From how many examples it is learnt, with which seeds, and what is the same in the three ways.
 */

import { createCard } from "../../../shell/card.js";
import { segmented } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { SeedControls } from "../../../shell/seed-controls.js";
import { PRETRAINING_STEPS, STEPS } from "./plan.js";
import { choices } from "./settings.js";

/** @import { KnownRuns } from "./runs.js" */
/** @import { KnownServices } from "./settings.js" */

export class KnownControls {
  /**
   * @param {KnownRuns} runs
   * @param {KnownServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    const { state } = services;
    this.seeds = new SeedControls(runs, { services, run: "known.run", idle: "known.idle", doing: () => this.#doing() });
    this.examples = segmented("known.examples", choices, (choice) => `known.examples.${choice}`, (knownExamples) => state.set({ knownExamples }));
    this.card = createCard({ id: "known", title: "known.same", settings: [el("p", { class: "small", ...said("known.sameExplained") }), ...this.seeds.settings] });
    this.element = el(
      "section",
      { class: "known-ask" },
      el("p", { class: "lead", ...said("known.lead") }),
      el("div", { class: "known-examples" }, el("span", { class: "caption", "aria-hidden": "true", ...said("known.examples") }), this.examples.element),
      this.seeds.element,
      this.card.element,
    );
  }

  render() {
    const { t, format, state } = this.services;
    this.examples.set(state.values.knownExamples);
    this.seeds.render();
    setText(this.card.summary, t("known.sameSummary", { steps: format.integer(STEPS) }));
    setText(this.card.detail, t("known.sameDetail", { seeds: format.integer(state.values.knownSeeds) }));
  }

  /** What it does while it runs. */
  #doing() {
    const { t, format } = this.services;
    const { shown, pretraining, isPretrained, current } = this.runs;
    const step = format.integer(pretraining?.step ?? 0);
    if (!isPretrained) return t("known.pretraining", { step, steps: format.integer(PRETRAINING_STEPS) });
    const seed = shown.find(({ isOver }) => !isOver)?.seed;
    return seed === undefined ? null : t("known.running", { seed: format.integer(seed), examples: format.integer(current) });
  }
}
