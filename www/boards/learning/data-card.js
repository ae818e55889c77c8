/**
 * Data: which g, and at how many places one knows it.
 */

import { numberField, readout } from "../../shell/controls.js";
import { el, named, said, setChosen, setText } from "../../shell/dom.js";
import { limits, targets } from "./settings.js";

/** @import { LearningServices, LearningState } from "./settings.js" */

/** The slider's places; after the last one comes all of X, which is 0. */
const counts = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 80, 120, 200, 400, 1000, 2000];

export class LearningDataCard {
  /** @param {LearningServices} services @param {{ pick: (g: LearningState["g"]) => void }} pen */
  constructor(services, pen) {
    this.services = services;
    this.chips = targets
      .filter((g) => g !== "own")
      .map((g) => ({ g, button: el("button", { type: "button", class: "chip", onclick: () => pen.pick(g), ...said(`learning.g.${g}`) }) }));
    this.slider = el("input", { type: "range", min: 0, max: counts.length, step: 1, ...named("learning.sampleSlider") });
    this.slider.addEventListener("input", () => services.state.set({ samples: counts[Number(this.slider.value)] ?? 0 }));
    this.samples = readout("learning.samples");
    this.seed = numberField({ label: "learning.seed", ...limits.seed, reader: services, onChange: (seed) => services.state.set({ seed }) });
    this.element = el(
      "section",
      { class: "sheet component of-data" },
      el("h2", said("learning.data")),
      el("div", { class: "chips", role: "group", ...named("learning.targets") }, ...this.chips.map(({ button }) => button)),
      el("div", { class: "samples-row" }, this.samples.element, this.slider),
      el("div", { class: "secondary seed-row" }, this.seed.element),
    );
  }

  render() {
    const { t, format, state } = this.services;
    const { g, samples, seed } = state.values;
    for (const chip of this.chips) setChosen(chip.button, chip.g === g);
    const place = samples === 0 ? counts.length : counts.findLastIndex((count) => count <= samples);
    this.slider.value = String(place);
    const text = samples === 0 ? t("learning.allOfX") : format.integer(samples);
    this.slider.setAttribute("aria-valuetext", text);
    setText(this.samples.output, text);
    this.seed.set(seed);
  }
}
