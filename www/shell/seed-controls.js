/**
 * What an experiment that is repeated over seeds is run with: the one main action, and which seeds.
 */

import { numberField } from "./controls.js";
import { el, named, said, setText } from "./dom.js";
import { loadedPart } from "./lack.js";
import { seedLimits } from "./seed-runs.js";

/** @import { Key } from "../i18n" */
/** @import { SeedRuns } from "./seed-runs.js" */
/** @import { Services } from "./types" */

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
    this.words = options;
    this.doing = doing;
    this.needsImages = needsImages;
    const { experiment } = runs;
    this.run = el("button", { type: "button", class: "main", onclick: () => runs.toggle() });
    this.step = el("button", { type: "button", onclick: () => runs.step(), ...said("digits.step") });
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.element = el("div", { class: "controls" }, this.run, this.step, el("button", { type: "button", onclick: () => runs.reset(), ...said("digits.reset") }), this.state);
    const enter = (/** @type {Partial<import("./seed-runs.js").Seeds>} */ change) => {
      experiment.setSeeds(runs.services, { ...experiment.seeds(runs.services), ...change });
      runs.heed();
    };
    this.seed = numberField({ label: "data.seed", ...seedLimits.seed, reader: services, onChange: (seed) => enter({ seed }) });
    this.seeds = numberField({ label: "seeds.many", ...seedLimits.seeds, common: [1, 3, 5], reader: services, onChange: (seeds) => enter({ seeds }) });
    /** For a card: which seeds, and what that means. */
    this.settings = [el("div", { class: "fields" }, this.seeds.element, this.seed.element), el("p", { class: "small", ...said("seeds.explained") })];
    this.keys = { run: () => runs.toggle(), step: () => runs.step(), reset: () => runs.reset() };
  }

  render() {
    const { t } = this.services;
    const { isOn, areOver, experiment, services } = this.runs;
    const { seed, seeds } = experiment.seeds(services);
    this.seed.set(seed);
    this.seeds.set(seeds);
    setText(this.run, t(isOn ? "digits.pause" : this.words.run));
    this.run.disabled = areOver && seeds === seedLimits.seeds.max;
    this.step.disabled = isOn || areOver;
    setText(this.state, this.#stateText());
    this.state.dataset.state = isOn ? "running" : "idle";
  }

  #stateText() {
    const { t, format, client } = this.services;
    const { isOn, areOver, shown, experiment, services } = this.runs;
    const { seed, seeds } = experiment.seeds(services);
    // Bands are promised where there are none yet.
    if (areOver) return t(seeds === 1 ? "seeds.over" : seeds < seedLimits.seeds.max ? "seeds.overAgain" : "seeds.allOver", { seeds: format.integer(seeds) });
    const current = shown.find(({ isOver }) => !isOver);
    // It begins when what it learns from is here, which may be less than all.
    const hasBegun = current?.scores.some((scores) => scores.length > 0);
    if (isOn && this.needsImages && !hasBegun && !client.latest("data")?.data.complete) {
      return t("state.waiting-for-data", { part: format.percent(loadedPart(client), 0) });
    }
    if (isOn) return this.doing() ?? t("seeds.running", { seed: format.integer(current?.seed ?? seed) });
    return t(shown.length > 0 ? "state.paused" : this.words.idle);
  }
}
