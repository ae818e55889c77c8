/**
 * What the two networks came to, in numbers.
 */

import { strokeSample } from "../../../charts/stroke-sample.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { latest, rangeOf } from "../../../shell/spread.js";
import { lines } from "./lines.js";
import { PARAMETERS } from "./plan.js";

/** @import { NetworkRuns } from "./runs.js" */
/** @import { NetworksServices } from "./settings.js" */

export class NetworksResults {
  /**
   * @param {NetworkRuns} runs
   * @param {NetworksServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    this.rows = lines.map((line) => {
      const output = el("output", { "aria-live": "off", ...named(line.name) });
      const detail = el("span", { class: "caption" });
      const range = el("span", { class: "caption" });
      const element = el("li", {}, strokeSample(line.style), el("div", {}, el("span", { class: "line-name", ...said(line.name) }), detail), el("div", {}, output, range));
      return { ...line, output, detail, range, element };
    });
    this.element = el("ol", { class: "sheet outcomes" }, ...this.rows.map(({ element }) => element));
  }

  render() {
    const { t, format } = this.services;
    for (const { network, set, output, detail, range } of this.rows) {
      setText(detail, set === "test" ? t("networks.parameters", { parameters: format.integer(PARAMETERS[network] ?? 0) }) : "");
      const accuracy = latest(this.runs.shown, network, set)?.accuracy;
      setText(output, accuracy ? format.percent(accuracy.mean, 1) : "–");
      setText(range, (accuracy && rangeOf(accuracy, this.services)) ?? "");
    }
  }
}
