/**
 * The picture in the middle: the plane, what can be done to the line, and what unfolds under it.
 */

import { el, named, said, setText } from "../../shell/dom.js";
import { opposites } from "./settings.js";
import { lineText } from "./formulas.js";
import { PerceptronPlane } from "./plane-view.js";
import { Ladder } from "./ladder.js";
import { Reason } from "./reason.js";
import { WeightMap } from "./weight-map.js";

/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

export class Stage {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.plane = new PerceptronPlane(run, services);
    this.views = { ladder: new Ladder(run, services), map: new WeightMap(run, services), reason: new Reason(run, services) };
    this.openers = { ladder: this.#opener("ladder"), map: this.#opener("map"), reason: this.#opener("reason") };
    const lines = opposites.map((weights) => el("button", { type: "button", class: "chip", onclick: () => run.set(weights) }, lineText(weights)));
    this.offer = el("p", { class: "offer", role: "status" });
    this.element = el(
      "section",
      { class: "sheet perceptron-stage" },
      this.plane.element,
      el(
        "div",
        { class: "line-tools" },
        el("button", { type: "button", class: "chip", onclick: () => this.#flip(), ...said("perceptron.flip") }),
        el("div", { class: "opposites", role: "group", ...named("perceptron.opposites") }, ...lines),
        el("div", { class: "openers" }, this.offer, ...Object.values(this.openers)),
      ),
      ...Object.entries(this.views).map(([id, { element }]) => el("div", { id: `extra-${id}`, class: "extra" }, element)),
    );
  }

  render() {
    const { answer, attempts, table } = this.run;
    const isEarned = answer?.separable === false && attempts.areEnough(table);
    const { extra } = this.services.state.values;
    // Never before one has tried, whatever the address says.
    const shown = extra === "reason" && !isEarned ? "none" : extra;
    this.openers.reason.hidden = !isEarned;
    const lines = attempts.linesFor(table);
    setText(this.offer, isEarned && shown !== "reason" ? this.services.t(lines > 1 ? "perceptron.offer" : "perceptron.offerCycle", { lines: String(lines) }) : "");
    for (const [id, view] of Object.entries(this.views)) {
      view.element.parentElement?.toggleAttribute("hidden", id !== shown);
      if (id === shown) view.render();
    }
    for (const [id, opener] of Object.entries(this.openers)) opener.setAttribute("aria-expanded", String(id === shown));
    this.element.dataset.extra = shown;
    this.plane.render();
  }

  destroy() {
    this.plane.destroy();
    this.views.map.destroy();
  }

  /** @param {"ladder" | "map" | "reason"} id */
  #opener(id) {
    const toggle = () => {
      const { state } = this.services;
      state.set({ extra: state.values.extra === id ? "none" : id });
    };
    return el("button", { type: "button", class: "chip opener", "aria-controls": `extra-${id}`, onclick: toggle, ...said(`perceptron.${id}`) });
  }

  #flip() {
    const { w1, w2, b } = this.run.weights;
    this.run.set({ w1: -w1, w2: -w2, b: -b });
  }
}
