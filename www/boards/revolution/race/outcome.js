/**
 * What came of it: multiplications a second, and who was how much faster.
 */

import { BarChart } from "../../../charts/bars.js";
import { offerFigure } from "../../../charts/take-along.js";
import { el, said, setText } from "../../../shell/dom.js";
import { layersOf, multiplicationsPerImage } from "./plan.js";
import { verdictOf } from "./verdict.js";

/** @import { RaceServices } from "./settings.js" */
/** @import { RaceRun } from "./run.js" */

export class RaceOutcome {
  /**
   * @param {RaceRun} run
   * @param {RaceServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.bars = new BarChart(["CPU", "GPU"]);
    offerFigure(this.bars.element, () => ({ title: services.t("race.multiplications") }), services);
    this.perImage = el("p", { class: "small" });
    this.verdict = el("p", { class: "race-verdict", role: "status" });
    this.element = el(
      "section",
      { class: "race-outcome" },
      el("div", { class: "sheet race-multiplications" }, el("h2", said("race.multiplications")), this.bars.element, this.perImage),
      this.verdict,
    );
  }

  render() {
    const { t, format } = this.services;
    const { run, services: { state } } = this;
    // Before a race, of the network that will run.
    const perImage = multiplicationsPerImage(layersOf(run.state === "idle" ? state.values.network : run.network));
    const perSecond = this.run.lanes.map(({ imagesPerSecond }) => imagesPerSecond * perImage);
    const most = Math.max(...perSecond);
    const parts = most > 0 ? Float32Array.from(perSecond, (value) => value / most) : null;
    this.bars.show(parts, (part) => (part > 0 ? format.compact(part * most) : "–"));
    setText(this.perImage, t("race.perImage", { count: format.integer(perImage) }));
    setText(this.verdict, this.#verdict());
  }

  #verdict() {
    const { t, format } = this.services;
    const { state, lanes } = this.run;
    if (state !== "over") return "";
    const { key, times } = verdictOf(...lanes);
    return t(key, { times: format.short(times) });
  }
}
