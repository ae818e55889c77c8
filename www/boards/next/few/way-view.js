/**
 * One way to learn from few images: its curve on the images that it learns from and on others, and between them what is
 * called overfitting.
 */

import { SeedCurves } from "../../../charts/seed-curves.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { latest, rangeOf } from "../../../shell/spread.js";
import { STEPS, ways } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { Line } from "../../../charts/seed-curves.js" */
/** @import { FewRuns } from "./runs.js" */
/** @import { FewServices } from "./settings.js" */

/** A gap of less than so much, as a part, is not worth a word. */
const SMALL = 0.005;

/** @type {Key[]} */
const names = ["curves.training", "curves.heldOut"];

export class WayView {
  /**
   * @param {typeof ways[number]} way
   * @param {FewRuns} runs
   * @param {FewServices} services
   */
  constructor(way, runs, services) {
    this.network = ways.indexOf(way);
    this.runs = runs;
    this.services = services;
    /** @type {Line[]} */
    const lines = [
      { network: this.network, set: "train", style: { colour: "zero", dash: "dashed", faint: false } },
      { network: this.network, set: "test", style: { colour: "one", dash: "solid", faint: false } },
    ];
    const nameOf = (/** @type {number} */ line) => services.t(names[line] ?? "curves.heldOut");
    this.curves = new SeedCurves({
      lines,
      between: [{ upper: 0, lower: 1 }],
      runs: () => runs.shown,
      steps: STEPS,
      lowest: 0.4,
      group: "few",
      services,
      words: {
        title: () => services.t(`few.${way}`),
        name: nameOf,
        part: (line, part) => services.t(`few.part.${part}`, { name: nameOf(line) }),
        axis: () => services.t("axis.step"),
        steps: (steps) => services.t("few.steps", { steps }),
        outcome: (line, accuracy) => services.t("few.outcome", { name: nameOf(line), accuracy }),
        none: () => services.t("few.none"),
      },
    });
    this.output = el("output", { "aria-live": "off", ...named(`few.${way}`) });
    this.range = el("span", { class: "caption" });
    this.gap = el("p", { class: "way-gap" });
    this.element = el(
      "section",
      { class: `sheet way way-${way}` },
      el("div", { class: "way-head" }, el("h2", said(`few.${way}`)), el("div", { class: "way-value" }, this.output, this.range)),
      this.curves.values,
      this.curves.element,
      this.gap,
    );
  }

  render() {
    const { t, format } = this.services;
    const [train, test] = ["train", "test"].map((set) => latest(this.runs.shown, this.network, set));
    setText(this.output, test ? format.percent(test.accuracy.mean, 1) : "–");
    setText(this.range, (test && rangeOf(test.accuracy, this.services)) ?? t("few.test"));
    const gap = train && test ? train.accuracy.mean - test.accuracy.mean : 0;
    // What has learnt nothing yet cannot have learnt too much.
    const hasLearnt = train && test && test.step > 0;
    setText(this.gap, !hasLearnt ? "" : gap < SMALL ? t("few.noGap") : t("few.gap", { points: format.fixed(100 * gap, 1) }));
    this.curves.render();
  }

  destroy() {
    this.curves.destroy();
  }
}
