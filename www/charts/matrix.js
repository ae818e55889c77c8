/**
 * A square table of counts whose cells can be pressed: what was (rows) against what was answered (columns). What is
 * right stands on the diagonal in one colour, what is wrong beside it in another, the fuller the more.
 */

import { el, named, setChosen, setText } from "../shell/dom.js";
import { rove } from "../shell/roving.js";

/** @import { Key } from "../i18n" */

export class MatrixChart {
  /** @type {HTMLElement[]} */
  #cells = [];

  /**
   * @param {number} classes
   * @param {Key} name what the table is, for those who do not see it
   * @param {(actual: number, predicted: number) => void} onCell
   */
  constructor(classes, name, onCell) {
    this.classes = classes;
    this.element = el("div", { class: "matrix", role: "grid", ...named(name) });
    const heads = [...Array(classes).keys()].map((digit) => el("span", { role: "columnheader", "data-label": digit }, String(digit)));
    this.element.append(el("div", { role: "row" }, el("span", { class: "corner", role: "gridcell" }), ...heads));
    for (let actual = 0; actual < classes; actual += 1) this.element.append(this.#row(actual, onCell));
    rove(this.element, this.#cells, classes);
  }

  /**
   * @param {Uint32Array} counts [actual, predicted]
   * @param {(actual: number, predicted: number, count: number) => string} nameOf a cell, for those who do not see it
   * @param {(count: number) => string} format
   */
  show(counts, nameOf, format) {
    const { classes } = this;
    for (const [index, cell] of this.#cells.entries()) {
      const actual = Math.floor(index / classes);
      const predicted = index % classes;
      const count = counts[index] ?? 0;
      const ofRow = counts.subarray(actual * classes, (actual + 1) * classes).reduce((sum, value) => sum + value, 0);
      setText(cell, count === 0 ? "" : format(count));
      cell.setAttribute("aria-label", nameOf(actual, predicted, count));
      // The root spreads the few errors, which are what one looks for, over more of the scale.
      cell.style.setProperty("--part", String(Math.sqrt(count / Math.max(1, ofRow)).toFixed(3)));
    }
  }

  /** What its rows and columns are called. @param {(label: number) => string} nameOf */
  name(nameOf) {
    for (const head of this.element.querySelectorAll("[data-label]")) {
      const name = nameOf(Number(head.getAttribute("data-label")));
      setText(head, name);
      // There is room for a digit.
      head.setAttribute("title", name);
    }
  }

  /**
   * Marks the cell whose images are shown.
   * @param {number | null} actual
   * @param {number | null} predicted
   */
  mark(actual, predicted) {
    for (const [index, cell] of this.#cells.entries()) {
      const marked = actual !== null && predicted !== null && index === actual * this.classes + predicted;
      setChosen(cell, marked);
    }
  }

  /**
   * @param {number} actual
   * @param {(actual: number, predicted: number) => void} onCell
   */
  #row(actual, onCell) {
    const cells = [...Array(this.classes).keys()].map((predicted) => {
      const kind = actual === predicted ? "right" : "wrong";
      const press = () => onCell(actual, predicted);
      return el("button", { type: "button", class: kind, onclick: press });
    });
    this.#cells.push(...cells);
    const wrapped = cells.map((cell) => el("span", { role: "gridcell" }, cell));
    return el("div", { role: "row" }, el("span", { role: "rowheader", "data-label": actual }, String(actual)), ...wrapped);
  }
}
