/**
 * Why no line gives this table: what its four rows ask of the weights, and the two sums that contradict each other.
 */

import { el, said, setText } from "../../shell/dom.js";
import { addedUp, inequality, point } from "./formulas.js";

/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

/** Opposite corners: the rows whose sums add up to w1 + w2 + 2b. */
const diagonals = [
  [0, 3],
  [1, 2],
];

export class Reason {
  /** For which table and in which language it is written. */
  #written = "";

  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.pairs = el("div", { class: "reason-pairs" });
    this.end = el("p", { class: "reason-end" });
    const next = el("a", { class: "next-board", href: "#/depth", ...said("perceptron.next") });
    this.element = el(
      "div",
      { class: "extra-reason" },
      el("h2", said("perceptron.reasonTitle")),
      this.pairs,
      el("div", { class: "reason-foot" }, this.end, next),
    );
  }

  render() {
    const { t, language } = this.services;
    const { table } = this.run;
    setText(this.end, t("perceptron.contradiction"));
    const written = `${table} ${language}`;
    if (written === this.#written) return;
    this.#written = written;
    this.pairs.replaceChildren(...diagonals.map((pair) => this.#pair(pair)));
  }

  /** @param {number[]} pair */
  #pair(pair) {
    const { t } = this.services;
    const fire = this.run.table[pair[0] ?? 0] === "1";
    const lines = pair.map((row) =>
      el(
        "tr",
        {},
        el("td", {}, t(fire ? "perceptron.mustFire" : "perceptron.mustNotFire", { point: point(row) })),
        el("td", {}, inequality(row, fire)),
      ),
    );
    const total = el("tr", { class: "added-up" }, el("td", {}, t("perceptron.addedUp")), el("td", {}, addedUp(fire)));
    return el("table", { class: fire ? "fires" : "silent" }, ...lines, total);
  }
}
