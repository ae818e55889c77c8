/**
 * The four curves: each network on both sets of images.
 */

import { SeedCurves } from "../../../charts/seed-curves.js";
import { el, said } from "../../../shell/dom.js";
import { lines } from "./lines.js";
import { STEPS, TEST_IMAGES } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { NetworkRuns } from "./runs.js" */
/** @import { NetworksServices } from "./settings.js" */

export class NetworksChart {
  /**
   * @param {NetworkRuns} runs
   * @param {NetworksServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    const nameOf = (/** @type {number} */ line) => services.t(/** @type {Key} */ (lines[line]?.name));
    const shortOf = (/** @type {number} */ line) => services.t(/** @type {Key} */ (lines[line]?.short));
    this.curves = new SeedCurves({
      lines,
      runs: () => runs.shown,
      steps: STEPS,
      lowest: 0,
      group: "networks",
      services,
      words: {
        title: () => services.t("networks.chart"),
        name: shortOf,
        part: (line, part) => services.t(`networks.part.${part}`, { name: nameOf(line) }),
        axis: () => services.t("axis.step"),
        steps: (steps) => services.t("networks.steps", { steps }),
        outcome: (line, accuracy) => services.t("networks.outcome", { name: nameOf(line), accuracy }),
        none: () => services.t("networks.none"),
      },
    });
    this.about = el("span", { class: "chart-about" });
    this.hint = el("p", { class: "hint", ...said("networks.hint") });
    this.element = el(
      "section",
      { class: "sheet networks-chart" },
      el("div", { class: "chart-caption" }, el("h2", said("networks.chart")), this.about, this.curves.values),
      this.curves.element,
      this.hint,
    );
  }

  render() {
    const { t, format } = this.services;
    this.about.textContent = t("networks.about", { images: format.integer(TEST_IMAGES) });
    this.hint.hidden = this.runs.shown.length > 0;
    this.curves.render();
  }

  destroy() {
    this.curves.destroy();
  }
}
