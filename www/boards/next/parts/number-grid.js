/**
 * A few numbers as they lie under the window, cell by cell.
 */

import { el, named, said, setText } from "../../../shell/dom.js";

/** @import { Key } from "../../../i18n" */

export class NumberGrid {
  /** @param {Key} caption @param {number} side */
  constructor(caption, side) {
    this.cells = Array.from({ length: side * side }, () => el("td"));
    const rows = Array.from({ length: side }, (_, row) => el("tr", {}, ...this.cells.slice(side * row, side * (row + 1))));
    this.element = el("figure", { class: "numbers" }, el("figcaption", said(caption)), el("table", named(caption), el("tbody", {}, ...rows)));
  }

  /** @param {number[]} values @param {(value: number) => string} write */
  show(values, write) {
    for (const [index, cell] of this.cells.entries()) {
      const value = values[index] ?? 0;
      setText(cell, write(value));
      cell.dataset.sign = value > 0 ? "positive" : value < 0 ? "negative" : "none";
    }
  }
}
