/**
 * The one main action, what is being done, and what stays the same.
 */

import { createCard } from "../../../shell/card.js";
import { numberField } from "../../../shell/controls.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { loadedPart } from "../../../shell/lack.js";
import { limits } from "./settings.js";
import { BATCH, HIDDEN, STEPS } from "./plan.js";

/** @import { MoreDataRuns } from "./runs.js" */
/** @import { MoreDataServices } from "./settings.js" */

export class MoreDataControls {
  /**
   * @param {MoreDataRuns} runs
   * @param {MoreDataServices} services
   * @param {{ toggle: () => void, step: () => void, reset: () => void }} actions
   */
  constructor(runs, services, actions) {
    this.runs = runs;
    this.services = services;
    const { state } = services;
    this.run = el("button", { type: "button", class: "main", onclick: actions.toggle });
    this.step = el("button", { type: "button", onclick: actions.step, ...said("digits.step") });
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.seed = numberField({ label: "data.seed", ...limits.seed, reader: services, onChange: (seed) => state.set({ seed }) });
    this.seeds = numberField({
      label: "moreData.seeds",
      ...limits.seeds,
      common: [1, 3, 5],
      reader: services,
      onChange: (seeds) => state.set({ seeds }),
    });
    this.card = createCard({
      id: "more-data",
      title: "moreData.same",
      settings: [
        el("p", { class: "small", ...said("moreData.sameExplained") }),
        el("div", { class: "fields" }, this.seeds.element, this.seed.element),
        el("p", { class: "small", ...said("moreData.seedsExplained") }),
      ],
    });
    this.element = el(
      "section",
      { class: "more-data-ask" },
      el("p", { class: "lead", ...said("moreData.lead") }),
      el(
        "div",
        { class: "controls" },
        this.run,
        this.step,
        el("button", { type: "button", onclick: actions.reset, ...said("digits.reset") }),
        this.state,
      ),
      this.card.element,
    );
  }

  render() {
    const { t, format, state } = this.services;
    const { seed, seeds } = state.values;
    const { isOn, areOver } = this.runs;
    this.seed.set(seed);
    this.seeds.set(seeds);
    setText(this.run, t(isOn ? "digits.pause" : "moreData.run"));
    this.run.disabled = areOver && seeds === limits.seeds.max;
    this.step.disabled = isOn || areOver;
    setText(this.state, this.#stateText());
    this.state.dataset.state = isOn ? "running" : "idle";
    setText(this.card.summary, `784 → ${HIDDEN} → 10`);
    setText(this.card.detail, t("moreData.sameDetail", { steps: format.integer(STEPS), batch: format.integer(BATCH) }));
  }

  #stateText() {
    const { t, format, state, client } = this.services;
    const { isOn, areOver, shown } = this.runs;
    if (areOver) return t(state.values.seeds === limits.seeds.max ? "moreData.allOver" : "moreData.over", { seeds: format.integer(shown.length) });
    if (isOn && !client.latest("data")?.data.complete) {
      return t("state.waiting-for-data", { part: format.percent(loadedPart(client), 0) });
    }
    const current = shown.find(({ isOver }) => !isOver);
    if (isOn) return t("moreData.running", { seed: format.integer(current?.seed ?? state.values.seed) });
    return t(shown.length > 0 ? "state.paused" : "moreData.idle");
  }
}
