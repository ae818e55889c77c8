/**
 * What each number of images came to, in numbers.
 */

import { strokeSample } from "../../../charts/stroke-sample.js";
import { el, said, setText } from "../../../shell/dom.js";
import { latest, rangeOf } from "../../../shell/spread.js";
import { styles } from "./chart.js";
import { SIZES, timesSeen } from "./plan.js";

/** @import { MoreDataRuns } from "./runs.js" */
/** @import { MoreDataServices } from "./settings.js" */
/** @import { Spread } from "../../../shell/spread.js" */

export class Results {
  /**
   * @param {MoreDataRuns} runs
   * @param {MoreDataServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    this.rows = SIZES.map((size, network) => {
      const name = el("span", { class: "size-name" });
      const seen = el("span", { class: "caption" });
      const accuracy = el("output", { "aria-live": "off" });
      const mistakes = el("span", { class: "caption" });
      const style = styles[network];
      const element = el("li", {}, ...(style ? [strokeSample(style)] : []), el("div", {}, name, seen), el("div", {}, accuracy, mistakes));
      return { size, network, name, seen, accuracy, mistakes, element };
    });
    this.verdict = el("p", { class: "size-verdict", role: "status" });
    this.element = el(
      "section",
      { class: "more-data-results" },
      // The best stands on top, as in the picture.
      el("ol", { class: "sheet sizes" }, ...this.rows.map(({ element }) => element).reverse()),
      this.verdict,
      el("p", { class: "small", ...said("moreData.why") }),
    );
  }

  render() {
    const { t, format } = this.services;
    for (const { size, network, name, seen, accuracy, mistakes } of this.rows) {
      const images = format.integer(size);
      const known = latest(this.runs.shown, network, "test");
      setText(name, t("moreData.images", { images }));
      const times = Math.round(10 * timesSeen(known?.step ?? 0, size)) / 10;
      setText(seen, t("moreData.seen", { times: format.short(times) }));
      accuracy.setAttribute("aria-label", t("moreData.accuracyOf", { images }));
      setText(accuracy, known ? format.percent(known.accuracy.mean, 1) : "–");
      setText(mistakes, known ? this.#detail(known) : "");
    }
    setText(this.verdict, this.#verdict());
  }

  /** @param {{ accuracy: Spread, images: number }} known */
  #detail({ accuracy, images }) {
    const { t, format } = this.services;
    return rangeOf(accuracy, this.services) ?? t("moreData.mistakes", { mistakes: format.integer(mistakesOf(accuracy.mean, images)) });
  }

  #verdict() {
    const { shown, areOver } = this.runs;
    const { t, format } = this.services;
    const [least, most] = [0, SIZES.length - 1];
    const [few, many] = [latest(shown, least, "test"), latest(shown, most, "test")];
    if (!few || !many || !areOver) return "";
    return t("moreData.verdict", {
      times: format.integer((SIZES[most] ?? 0) / (SIZES[least] ?? 1)),
      before: format.integer(mistakesOf(few.accuracy.mean, few.images)),
      after: format.integer(mistakesOf(many.accuracy.mean, many.images)),
      images: format.integer(many.images),
    });
  }
}

/**
 * Images that were read wrongly; over several seeds their mean.
 * @param {number} accuracy
 * @param {number} images
 */
function mistakesOf(accuracy, images) {
  return (1 - accuracy) * images;
}
