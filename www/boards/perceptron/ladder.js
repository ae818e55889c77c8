/**
 * The ladder of the four gates as a picture, with the years that it took to climb it. What stands at its end is said to who
 * has tried XOR.
 */

import { el, named, said, setText, svg } from "../../shell/dom.js";
import { gates, rows } from "./settings.js";

/** @import { Key } from "../../i18n" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

/** What happened; from `ofEnd` on it tells how the ladder ends. @type {{ year: string, key: Key, ofEnd: boolean }[]} */
const years = [
  { year: "1943", key: "perceptron.year1943", ofEnd: false },
  { year: "1958", key: "perceptron.year1958", ofEnd: false },
  { year: "1969", key: "perceptron.year1969", ofEnd: true },
  { year: "1986", key: "perceptron.year1986", ofEnd: true },
];

export class Ladder {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.rungs = Object.entries(gates).map(([name, table]) => {
      const sign = el("span", { class: "rung-sign" });
      return { table, sign, element: el("li", {}, corners(table), el("b", {}, name), sign) };
    });
    this.years = years.map(({ year, key, ofEnd }) => ({ ofEnd, element: el("li", {}, el("b", {}, year), " ", el("span", said(key))) }));
    this.joke = el("div", { class: "joke" }, el("p", said("perceptron.jokeExpected")), el("p", said("perceptron.jokeReal")));
    this.element = el(
      "div",
      { class: "extra-ladder" },
      el("ol", { class: "rungs", reversed: true, ...named("perceptron.ladder") }, ...this.rungs.map(({ element }) => element).reverse()),
      el(
        "div",
        { class: "extra-words" },
        el("h2", said("perceptron.ladderTitle")),
        el("p", { class: "ladder-mission", ...said("perceptron.ladderMission") }),
        el("ul", { class: "years" }, ...this.years.map(({ element }) => element)),
        this.joke,
      ),
    );
  }

  render() {
    const { attempts } = this.run;
    const { t } = this.services;
    const isAtEnd = attempts.areEnough(gates.XOR ?? "");
    for (const { table, sign, element } of this.rungs) {
      const state = attempts.isSolved(table) ? "done" : attempts.areEnough(table) ? "tried" : "open";
      element.dataset.state = state;
      setText(sign, t(`perceptron.rung.${state}`));
    }
    for (const { ofEnd, element } of this.years) element.hidden = ofEnd && !isAtEnd;
    this.joke.hidden = !isAtEnd;
    this.element.classList.toggle("at-end", isAtEnd);
  }
}

/** The table as its four corners. @param {string} table */
function corners(table) {
  const places = rows.map(([x, y], row) => svg("circle", { cx: 7 + 14 * x, cy: 21 - 14 * y, r: 4.5, class: table[row] === "1" ? "one" : "zero" }));
  return svg("svg", { class: "corners", viewBox: "0 0 28 28", "aria-hidden": "true" }, ...places);
}
