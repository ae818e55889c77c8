/**
 * The curves of all three networks.
 */

import { SeedCurves } from "../../../charts/seed-curves.js";
import { el, said } from "../../../shell/dom.js";
import { lines } from "./lines.js";
import { SHAPES, STEPS } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { WideRuns } from "./runs.js" */
/** @import { WideServices } from "./settings.js" */

/** Who guesses has half of the points right; a little less happens at first. */
const LOWEST = 0.4;

export class WideChart {
  /**
   * @param {WideRuns} runs
   * @param {WideServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    const nameOf = (/** @type {number} */ line) => (SHAPES[line] ?? []).join(" · ");
    const shortOf = (/** @type {number} */ line) => services.t(/** @type {Key} */ (lines[line]?.short));
    this.curves = new SeedCurves({
      lines,
      runs: () => runs.shown,
      steps: STEPS,
      lowest: LOWEST,
      group: "wide",
      services,
      words: {
        title: () => services.t("wide.chart"),
        name: shortOf,
        part: (line, part) => services.t(`wide.part.${part}`, { units: nameOf(line) }),
        axis: () => services.t("axis.step"),
        steps: (steps) => services.t("wide.steps", { steps }),
        outcome: (line, accuracy) => services.t("wide.outcome", { units: nameOf(line), accuracy }),
        none: () => services.t("wide.none"),
      },
    });
    this.hint = el("p", { class: "hint", ...said("wide.hint") });
    this.element = el(
      "section",
      { class: "sheet wide-chart" },
      el("div", { class: "chart-caption" }, el("h2", said("wide.chart")), el("span", { class: "chart-about", ...said("wide.axis") }), this.curves.values),
      this.curves.element,
      this.hint,
    );
  }

  render() {
    this.hint.hidden = this.runs.shown.length > 0;
    this.curves.render();
  }

  destroy() {
    this.curves.destroy();
  }
}
