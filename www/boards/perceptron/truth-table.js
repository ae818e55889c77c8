/**
 * The truth table: a lamp for what each row is to give, to be pressed, and what the line makes of it.
 */

import { el, said, setText, svg } from "../../shell/dom.js";
import { rows } from "./settings.js";
import { signed } from "./formulas.js";

/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

export class TruthTable {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.rows = rows.map((inputs, row) => {
      const number = el("span");
      const lamp = el("button", { type: "button", class: "lamp", "data-shows": "words", onclick: () => this.#switch(row) }, sign(), number);
      const cells = { sum: el("td", { class: "sum" }), output: el("td"), mark: el("td") };
      const element = el("tr", {}, ...inputs.map((input) => el("td", {}, String(input))), el("td", {}, lamp), ...Object.values(cells));
      return { inputs, number, lamp, element, ...cells };
    });
    const input = (/** @type {number} */ index) => el("th", { scope: "col" }, el("var", {}, "x", el("sub", {}, String(index))));
    const head = el(
      "tr",
      {},
      input(1),
      input(2),
      el("th", { scope: "col", ...said("perceptron.target") }),
      el("th", { scope: "col", ...said("perceptron.sum") }),
      el("th", { scope: "col", ...said("perceptron.output") }),
      el("th", { scope: "col" }, el("span", { class: "unseen", ...said("perceptron.right") })),
    );
    this.element = el(
      "table",
      { class: "truth-table" },
      el("caption", { class: "unseen", ...said("perceptron.table") }),
      el("thead", {}, head),
      el("tbody", {}, ...this.rows.map(({ element }) => element)),
    );
  }

  render() {
    const { t, format } = this.services;
    const { answer, table, progress, isOn } = this.run;
    const shown = progress?.step?.row;
    for (const [row, { inputs, number, lamp, element, sum, output, mark }] of this.rows.entries()) {
      const target = Number(table[row]);
      const given = answer?.outputs[row];
      const isRight = given === target;
      setText(number, String(target));
      lamp.setAttribute("aria-pressed", String(target === 1));
      lamp.setAttribute("aria-label", t("perceptron.lamp", { row: inputs.join(" "), target: String(target), output: String(given ?? "–") }));
      setText(sum, answer ? signed(answer.sums[row] ?? 0, format) : "");
      setText(output, String(given ?? ""));
      setText(mark, answer ? (isRight ? "✓" : "✗") : "");
      mark.setAttribute("aria-label", answer ? t(isRight ? "perceptron.right" : "perceptron.wrong") : "");
      element.classList.toggle("wrong", answer !== null && !isRight);
      element.classList.toggle("shown", row === shown && (isOn || progress !== null));
    }
  }

  /** @param {number} row */
  #switch(row) {
    const { table } = this.run;
    const target = table[row] === "1" ? "0" : "1";
    this.run.change({ table: table.slice(0, row) + target + table.slice(row + 1) });
  }
}

/** A disc where the lamp is on, a ring where it is off. */
function sign() {
  return svg("svg", { class: "lamp-sign", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("circle", { cx: 10, cy: 10, r: 7 }));
}
