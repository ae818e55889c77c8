/**
 * Some of the images as they are, and below them as they were fed in the last epoch of which the curve tells.
 */

import { inkNow, paintDigits } from "../../../charts/digit.js";
import { offerFigure } from "../../../charts/take-along.js";
import { el, said, setText } from "../../../shell/dom.js";
import { lookNumber } from "../../../charts/colours.js";

/** @import { FewRuns } from "./runs.js" */
/** @import { FewServices } from "./settings.js" */

const SHOWN = 10;

export class FedView {
  /**
   * @param {FewRuns} runs
   * @param {FewServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    this.plain = el("canvas", { class: "digit", "aria-hidden": "true" });
    this.distorted = el("canvas", { class: "digit", role: "img" });
    this.caption = el("figcaption", { class: "caption" });
    this.element = el(
      "section",
      { class: "sheet fed" },
      el("figure", {}, el("figcaption", { class: "caption", ...said("few.asTheyAre") }), this.plain),
      el("figure", {}, this.caption, this.distorted),
    );
    offerFigure(this.element, () => ({ title: services.t("few.distorted") }), services);
  }

  render() {
    const { t, format } = this.services;
    const { fed } = this.runs;
    this.element.hidden = !fed;
    if (!fed) return;
    void lookNumber();
    const ink = inkNow();
    paintDigits(this.plain, fed.plain, SHOWN, ink);
    paintDigits(this.distorted, fed.distorted, SHOWN, ink);
    const caption = t("few.fed", { epoch: format.integer(fed.epoch), seed: format.integer(fed.seed) });
    setText(this.caption, caption);
    this.distorted.setAttribute("aria-label", caption);
  }
}
