/**
 * How many rows of the truth table are right, what stands in the way, and the table itself.
 */

import { readout } from "../../../shell/controls.js";
import { el, said, setText, svg } from "../../../shell/dom.js";
import { solution } from "./settings.js";
import { written } from "./names.js";
import { scoreOf, truthTable, verdictOf } from "./network.js";

/** @import { HalfPlane, Point } from "../../../charts/half-plane.js" */
/** @import { TwoLinesServices } from "./settings.js" */
/** @import { Network, Row } from "./network.js" */

const columns = ["x1", "x2", "h1", "h2"];

export class TwoLinesAnswer {
  /** @param {TwoLinesServices} services */
  constructor(services) {
    this.services = services;
    this.score = readout("twoLines.score", { className: "big" });
    this.words = el("span");
    this.verdict = el("p", { class: "verdict", role: "status" }, checkMark(), this.words);
    this.rows = [...Array(4).keys()].map(() => columns.concat("y", "target", "mark").map(() => el("td")));
    const heads = [
      ...columns.map((name) => el("th", { scope: "col" }, written(name))),
      el("th", { scope: "col" }, "y"),
      el("th", { scope: "col", ...said("twoLines.target") }),
      el("th", { scope: "col" }, el("span", { class: "unseen", ...said("twoLines.right") })),
    ];
    this.element = el(
      "section",
      { class: "two-lines-outcome" },
      this.score.element,
      this.verdict,
      el(
        "table",
        { class: "two-lines-truth" },
        el("caption", { class: "unseen", ...said("twoLines.table") }),
        el("thead", {}, el("tr", {}, ...heads)),
        el("tbody", {}, ...this.rows.map((cells) => el("tr", {}, ...cells))),
      ),
    );
  }

  /** @param {Network} network */
  render(network) {
    const { format } = this.services;
    const rows = truthTable(network);
    setText(this.score.output, `${format.integer(scoreOf(rows))} / ${format.integer(rows.length)}`);
    const solved = scoreOf(rows) === rows.length;
    this.verdict.classList.toggle("solved", solved);
    setText(this.words, this.#wordsFor(rows, network));
    for (const [index, row] of rows.entries()) this.#showRow(this.rows[index] ?? [], row);
  }

  /** @param {HTMLElement[]} cells @param {Row} row */
  #showRow(cells, { input, hidden, output, target }) {
    const { t, format } = this.services;
    const right = output === target;
    const values = [input.x, input.y, hidden.x, hidden.y, output, target].map((value) => format.integer(value));
    for (const [index, text] of [...values, right ? "✓" : "✗"].entries()) {
      const cell = cells[index];
      if (cell) setText(cell, text);
    }
    const mark = cells.at(-1);
    mark?.setAttribute("aria-label", t(right ? "twoLines.right" : "twoLines.wrong"));
    mark?.parentElement?.classList.toggle("wrong", !right);
  }

  /** @param {Row[]} rows @param {Network} network */
  #wordsFor(rows, network) {
    const { t } = this.services;
    const verdict = verdictOf(rows);
    if (verdict.kind === "same-corner") {
      const [a, b] = verdict.inputs.map(coordinates);
      return t("twoLines.same-corner", { a: a ?? "", b: b ?? "" });
    }
    if (verdict.kind === "solved" && isSolution(network)) return t("twoLines.shown");
    return t(`twoLines.${verdict.kind}`);
  }
}

/** @param {Point} point */
function coordinates({ x, y }) {
  return `(${x}, ${y})`;
}

/** Whether these are the lines that the page shows who asks. @param {HalfPlane[]} network */
function isSolution(network) {
  return network.every(({ w1, w2, b }, index) => {
    const unit = solution[index];
    return unit?.w1 === w1 && unit.w2 === w2 && unit.b === b;
  });
}

/** Drawn as by hand when the verdict is that all is right. */
function checkMark() {
  return svg(
    "svg",
    { class: "check-mark", viewBox: "0 0 32 32", "aria-hidden": "true" },
    svg("circle", { cx: 16, cy: 16, r: 13, pathLength: 1 }),
    svg("path", { d: "M9.5 16.5 14 21.5 23 11", pathLength: 1 }),
  );
}
