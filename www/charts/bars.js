/**
 * One bar a class, always in the same place; the longest one stands out.
 */

import { el, setText } from "../shell/dom.js";

export class BarChart {
  /** @type {{ row: HTMLElement, value: HTMLElement }[]} */
  #rows;

  /** @param {string[]} names */
  constructor(names) {
    this.#rows = names.map((name) => {
      const value = el("span", { class: "bar-value" });
      const row = el("li", {}, el("span", { class: "bar-name" }, name), el("span", { class: "bar" }), value);
      return { row, value };
    });
    this.element = el("ol", { class: "bars" }, ...this.#rows.map(({ row }) => row));
  }

  /**
   * @param {Float32Array | null} parts 0 to 1; null for no answer
   * @param {(part: number) => string} format
   */
  show(parts, format) {
    const best = parts ? parts.indexOf(Math.max(...parts)) : -1;
    for (const [index, { row, value }] of this.#rows.entries()) {
      const part = parts?.[index] ?? 0;
      row.style.setProperty("--part", Math.min(1, Math.max(0, part)).toFixed(4));
      row.classList.toggle("best", index === best);
      setText(value, parts ? format(part) : "");
    }
  }
}
