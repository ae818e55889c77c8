/**
 * The curves of all four networks.
 */

import { SeedCurves } from "../../../charts/seed-curves.js";
import { el, said } from "../../../shell/dom.js";
import { LOWEST, SIZES, STEPS } from "./plan.js";

/** @import { Curve } from "../../../charts/types" */
/** @import { MoreDataRuns } from "./runs.js" */
/** @import { MoreDataServices } from "./settings.js" */

/** One a size, told apart by dash as well as colour. @type {Curve[]} */
export const styles = [
  { colour: "ink-2", dash: "dotted", faint: false },
  { colour: "zero", dash: "mixed", faint: false },
  { colour: "one", dash: "dashed", faint: false },
  { colour: "ink", dash: "solid", faint: false },
];

export class AccuracyChart {
  /**
   * @param {MoreDataRuns} runs
   * @param {MoreDataServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    const sizeOf = (/** @type {number} */ line) => services.format.integer(SIZES[line] ?? 0);
    this.curves = new SeedCurves({
      lines: styles.map((style, network) => ({ network, set: "test", style })),
      runs: () => runs.shown,
      steps: STEPS,
      lowest: LOWEST,
      group: "more-data",
      services,
      words: {
        title: () => services.t("moreData.chart"),
        name: sizeOf,
        part: (line, part) => services.t(`moreData.part.${part}`, { images: sizeOf(line) }),
        axis: () => services.t("axis.step"),
        steps: (steps) => services.t("moreData.steps", { steps }),
        outcome: (line, accuracy) => services.t("moreData.summaryOne", { images: sizeOf(line), accuracy }),
        none: () => services.t("moreData.none"),
      },
    });
    this.hint = el("p", { class: "hint", ...said("moreData.hint") });
    this.element = el(
      "section",
      { class: "sheet more-data-chart" },
      el("div", { class: "chart-caption" }, el("h2", said("moreData.chart")), el("span", { class: "chart-about", ...said("moreData.axis") }), this.curves.values),
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
