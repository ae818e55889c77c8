/**
 * The hardware race: the same batches on the CPU and on the graphics card.
 */

import { el } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { drawn } from "../../../shell/signals.js";
import { raceAct } from "../story.js";
import { RaceControls } from "./controls.js";
import { settings } from "./settings.js";
import { LaneView } from "./lane-view.js";
import { LossChart } from "./loss-chart.js";
import { RaceOutcome } from "./outcome.js";
import { RaceRun } from "./run.js";

/** @import { RaceServices } from "./settings.js" */

export { settings };

const runFor = keeping(RaceRun);

export class Race {
  /** @param {RaceServices} services */
  constructor(services) {
    const run = runFor(services);
    this.run = run;
    run.takeBack.enter();
    this.services = services;
    this.losses = new LossChart(run, services);
    this.outcome = new RaceOutcome(run, services);
    const lanes = [new LaneView(run, 0, services), new LaneView(run, 1, services)];
    this.controls = new RaceControls(run, services);
    this.element = el(
      "div",
      { class: "race" },
      this.controls.element,
      el("div", { class: "race-middle" }, el("div", { class: "sheet lanes" }, ...lanes.map(({ element }) => element)), this.losses.element),
      this.outcome.element,
    );
    this.act = raceAct(run, services);
    this.actions = this.controls.actions;
    this.ends = [this.controls, ...lanes, this.losses, this.outcome].map((part) => drawn(() => part.render()));
  }

  destroy() {
    if (this.run.isOn) this.run.stop();
    this.run.takeBack.leave();
    for (const end of this.ends) end();
    this.losses.destroy();
    this.controls.destroy();
  }
}
