/**
 * What an experiment that is repeated over seeds is run with: the one main action, and which seeds.
 */

import { ActionButtons } from "./actions.js";
import { numberField } from "./controls.js";
import { el, named, said, setText } from "./dom.js";
import { loadedPart } from "./lack.js";
import { seedLimits } from "./seed-runs.js";

/** @import { Key } from "../i18n" */
/** @import { SeedRuns } from "./seed-runs.js" */
/** @import { RunActions, Services } from "./types" */

/** @typedef {Pick<Services<unknown>, "t" | "format" | "client" | "notices" | "explain">} SeedServices */

/** @template {SeedServices} S */
export class SeedControls {
  /**
   * @param {SeedRuns<S>} runs
   * @param {{ services: S, run: Key, idle: Key, doing?: () => string | null, needsImages?: boolean }} options `run`: what the main
   * action is called, now; `idle`: what is said before it; `doing`: what while it runs, where it is not the learning;
   * `needsImages`: where nothing else is said, it waits for them
   */
  constructor(runs, options) {
    const { services, doing = () => null, needsImages = true } = options;
    this.runs = runs;
    this.services = services;
    this.idle = options.idle;
    this.doing = doing;
    this.needsImages = needsImages;
    const { experiment } = runs;
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (runs.isOn ? "digits.pause" : options.run), act: () => runs.toggle(), isOff: () => runs.areOver && this.#chosen.seeds === seedLimits.seeds.max },
      step: { name: () => "digits.step", act: () => runs.step(), isOff: () => runs.isOn || runs.areOver },
      reset: { name: () => "digits.reset", act: () => runs.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.element = el("div", { class: "controls" }, ...this.buttons.elements, this.state);
    const enter = (/** @type {Partial<import("./seed-runs.js").Seeds>} */ change) => {
      experiment.setSeeds(runs.services, { ...experiment.seeds(runs.services), ...change });
      runs.heed();
    };
    this.seed = numberField({ label: "data.seed", ...seedLimits.seed, reader: services, onChange: (seed) => enter({ seed }) });
    this.seeds = numberField({ label: "seeds.many", ...seedLimits.seeds, common: [1, 3, 5], reader: services, onChange: (seeds) => enter({ seeds }) });
    /** For a card: which seeds, and what that means. */
    this.settings = [el("div", { class: "fields" }, this.seeds.element, this.seed.element), el("p", { class: "small", ...said("seeds.explained") })];
  }

  render() {
    const { seed, seeds } = this.#chosen;
    this.seed.set(seed);
    this.seeds.set(seeds);
    this.buttons.render();
    setText(this.state, this.#stateText());
    this.state.dataset.state = this.runs.isOn ? "running" : "idle";
  }

  get #chosen() {
    return this.runs.experiment.seeds(this.runs.services);
  }

  #stateText() {
    const { t, format, client } = this.services;
    const { isOn, areOver, shown } = this.runs;
    const { seed, seeds } = this.#chosen;
    // Bands are promised where there are none yet.
    if (areOver) return t(seeds === 1 ? "seeds.over" : seeds < seedLimits.seeds.max ? "seeds.overAgain" : "seeds.allOver", { seeds: format.integer(seeds) });
    const current = shown.find(({ isOver }) => !isOver);
    // It begins when what it learns from is here, which may be less than all.
    const hasBegun = current?.scores.some((scores) => scores.length > 0);
    if (isOn && this.needsImages && !hasBegun && !client.latest("data")?.data.complete) {
      return t("state.waiting-for-data", { part: format.percent(loadedPart(client), 0) });
    }
    if (isOn) return this.doing() ?? t("seeds.running", { seed: format.integer(current?.seed ?? seed) });
    return t(shown.length > 0 ? "state.paused" : this.idle);
  }
}
