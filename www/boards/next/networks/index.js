/**
 * Two networks with about as many parameters, of which one looks for parts: trained abreast, and tried on digits that were
 * moved.
 */

import { createCard } from "../../../shell/card.js";
import { el, said, setText } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { SeedControls } from "../../../shell/seed-controls.js";
import { drawn } from "../../../shell/signals.js";
import { drawingFor } from "../drawing.js";
import { NetworksChart } from "./chart.js";
import { MapsView } from "./maps.js";
import { BATCH, FILTERS, HIDDEN, STEPS } from "./plan.js";
import { NetworksResults } from "./results.js";
import { NetworkRuns } from "./runs.js";
import { networksAct } from "./story.js";
import "./networks.css";

/** @import { NetworksServices } from "./settings.js" */

export { settings } from "./settings.js";

const runsFor = keeping(NetworkRuns);

export class Networks {
  /** @param {NetworksServices} services */
  constructor(services) {
    this.services = services;
    this.runs = runsFor(services);
    this.runs.takeBack.enter();
    this.controls = new SeedControls(this.runs, { services, run: "networks.run", idle: "networks.idle" });
    this.card = createCard({ id: "networks", title: "networks.same", settings: [el("p", { class: "small", ...said("networks.sameExplained") }), ...this.controls.settings] });
    this.chart = new NetworksChart(this.runs, services);
    this.maps = new MapsView(this.runs, drawingFor(services), services);
    this.results = new NetworksResults(this.runs, services);
    /** The one main action: over the pad. */
    this.ask = this.controls.element;
    this.element = el("div", { class: "networks" }, this.chart.element, el("div", { class: "networks-side" }, this.results.element, this.card.element), this.maps.element);
    const act = networksAct(this.runs, services);
    this.act = () => act;
    /** @type {(() => void)[]} */
    this.ends = [this, this.chart, this.results, this.maps].map((part) => drawn(() => part.render()));
  }

  destroy() {
    this.runs.pause();
    this.runs.takeBack.leave();
    for (const end of this.ends) end();
    this.chart.destroy();
    this.maps.destroy();
  }

  render() {
    const { t, format } = this.services;
    this.controls.render();
    setText(this.card.summary, t("networks.layers", { hidden: format.integer(HIDDEN), first: format.integer(FILTERS[0]), second: format.integer(FILTERS[1]) }));
    setText(this.card.detail, t("networks.sameDetail", { steps: format.integer(STEPS), batch: format.integer(BATCH) }));
  }
}
