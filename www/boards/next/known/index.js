/**
 * Start from what is known: a network that has learnt some digits begins to learn others, or what a visitor drew, from a few
 * examples.
 */

import { el } from "../../../shell/dom.js";
import { lastDrawings } from "../../../shell/drawn-kinds.js";
import { drawn, whenever } from "../../../shell/signals.js";
import { KnownChart } from "./chart.js";
import { KnownControls } from "./controls.js";
import { KnownResults } from "./results.js";
import { runsFor } from "./runs.js";
import { examplesIn } from "./settings.js";
import { knownAct } from "./story.js";
import "./known.css";

/** @import { KnownServices } from "./settings.js" */

export class Known {
  /** @param {KnownServices} services */
  constructor(services) {
    this.services = services;
    const runs = runsFor(services);
    this.runs = runs;
    runs.takeBack.enter();
    runs.lastVisit.enter();
    void lastDrawings().then((drawings) => runs.taught.take(drawings));
    this.controls = new KnownControls(runs, services);
    this.chart = new KnownChart(runs, services);
    this.results = new KnownResults(runs, services);
    this.controls.element.append(this.results.examples);
    this.chart.element.append(this.results.verdict);
    this.element = el("div", { class: "known" }, this.controls.element, this.chart.element, this.results.element);
    this.act = knownAct(runs, services);
    this.actions = this.controls.seeds.actions;
    this.ends = [
      // What runs is of what is chosen, and of what was taught.
      whenever(() => [examplesIn(services.state.values), runs.subject === "drawn" && runs.taught.collection], () => runs.pause()),
      ...[this.controls, this.chart, this.results].map((part) => drawn(() => part.render())),
    ];
  }

  destroy() {
    this.runs.pause();
    this.runs.takeBack.leave();
    this.runs.lastVisit.leave();
    for (const end of this.ends) end();
    this.chart.destroy();
  }
}
