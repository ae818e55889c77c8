/**
 * More data: the same network, learning from a hundred images and from sixty thousand.
 */

import { el } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { drawn } from "../../../shell/signals.js";
import { AccuracyChart } from "./chart.js";
import { MoreDataControls } from "./controls.js";
import { dataAct } from "../story.js";
import { MoreDataRuns } from "./runs.js";
import { settings } from "./settings.js";
import { Results } from "./results.js";

/** @import { MoreDataServices } from "./settings.js" */

export { settings };

const runsFor = keeping(MoreDataRuns);

export class MoreData {
  /** @param {MoreDataServices} services */
  constructor(services) {
    this.services = services;
    const runs = runsFor(services);
    this.runs = runs;
    runs.takeBack.enter();
    this.controls = new MoreDataControls(runs, services);
    this.chart = new AccuracyChart(runs, services);
    this.results = new Results(runs, services);
    this.element = el("div", { class: "more-data" }, this.controls.element, this.chart.element, this.results.element);
    this.act = dataAct(runs, services);
    this.actions = this.controls.seeds.actions;
    this.ends = [this.controls, this.chart, this.results].map((part) => drawn(() => part.render()));
  }

  destroy() {
    this.runs.pause();
    this.runs.takeBack.leave();
    for (const end of this.ends) end();
    this.chart.destroy();
  }
}
