/**
 * Deep or wide: three networks with about as many weights, in one layer, in two and in four, learn the same spiral.
 */

import { createCard } from "../../../shell/card.js";
import { el, said, setText } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { SeedControls } from "../../../shell/seed-controls.js";
import { drawn } from "../../../shell/signals.js";
import { wideAct } from "../story.js";
import { WideChart } from "./chart.js";
import { NetworksView } from "./networks-view.js";
import { BATCH, PARAMETERS, POINTS, STEPS } from "./plan.js";
import { WideRuns } from "./runs.js";
import "./wide.css";

/** @import { WideServices } from "./settings.js" */

const runsFor = keeping(WideRuns);

export class DeepOrWide {
  /** @param {WideServices} services */
  constructor(services) {
    this.services = services;
    const runs = runsFor(services);
    this.runs = runs;
    runs.takeBack.enter();
    this.controls = new SeedControls(runs, { services, run: "wide.run", idle: "wide.idle", needsImages: false });
    this.card = createCard({ id: "wide", title: "wide.same", settings: [el("p", { class: "small", ...said("wide.sameExplained") }), ...this.controls.settings] });
    this.networks = new NetworksView(runs, services);
    this.chart = new WideChart(runs, services);
    this.element = el(
      "div",
      { class: "wide" },
      el("section", { class: "wide-ask" }, el("p", { class: "lead", ...said("wide.lead") }), this.controls.element, this.card.element),
      this.networks.element,
      this.chart.element,
    );
    this.act = wideAct(runs, services);
    this.actions = this.controls.actions;
    /** @type {(() => void)[]} */
    this.ends = [this, this.networks, this.chart].map((part) => drawn(() => part.render()));
  }

  destroy() {
    this.runs.pause();
    this.runs.takeBack.leave();
    for (const end of this.ends) end();
    this.networks.destroy();
    this.chart.destroy();
  }

  render() {
    const { t, format } = this.services;
    this.controls.render();
    setText(this.card.summary, t("wide.sameSummary", { parameters: format.integer(Math.round(Math.max(...PARAMETERS) / 10) * 10) }));
    setText(this.card.detail, t("wide.sameDetail", { points: format.integer(POINTS / 2), steps: format.integer(STEPS), batch: format.integer(BATCH) }));
  }
}
