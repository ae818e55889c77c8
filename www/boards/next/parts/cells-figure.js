/**
 * A picture or a map with the window on it. The window is moved by the pointer, and by the arrow keys where the figure can
 * have the focus.
 */

import { arrowOf } from "../../../shell/arrows.js";
import { el, named, said } from "../../../shell/dom.js";
import { followPointer } from "../../../shell/follow-pointer.js";
import { offerFigure } from "../../../charts/take-along.js";

/** @import { FigureTold } from "../../../charts/takeaway" */
/** @import { Key } from "../../../i18n" */
/** @import { PartsServices } from "./settings.js" */

export class CellsFigure {
  /** Rows and columns. */
  #side = 1;

  /**
   * @param {object} options
   * @param {Key} options.caption
   * @param {() => { row: number, column: number }} [options.from] the cell that the keys move it from; without it they do not
   * @param {(row: number, column: number) => void} options.onMove to a cell within the figure
   * @param {() => FigureTold["legend"]} [options.legend] what its picture says of its colours
   * @param {PartsServices} services
   */
  constructor({ caption, from, onMove, legend }, services) {
    this.onMove = onMove;
    this.canvas = el("canvas", { role: "img", ...named(caption) });
    this.marker = el("div", { class: "marker" });
    const keys = from ? { tabindex: 0, role: "application", "aria-describedby": "parts-keys", ...named(caption) } : {};
    this.area = el("div", { class: "cells-area", ...keys }, this.canvas, this.marker);
    this.caption = el("figcaption", said(caption));
    this.element = el("figure", { class: "cells" }, this.caption, el("div", { class: "cells-room" }, this.area));
    followPointer(this.area, {
      begin: (event) => {
        event.preventDefault();
        if (from) this.area.focus({ preventScroll: true });
        this.#follow(event);
        return true;
      },
      move: (event) => this.#follow(event),
      end: () => {},
      drop: () => {},
    });
    offerFigure(this.element, () => ({ title: services.t(caption), figure: this.area, legend: legend?.() }), services);
    if (from) this.area.addEventListener("keydown", (event) => this.#press(event, from()));
  }

  /**
   * @param {number} side rows and columns of what is shown
   * @param {(canvas: HTMLCanvasElement) => void} paint
   * @param {{ row: number, column: number, size: number }} window
   */
  show(side, paint, { row, column, size }) {
    this.#side = side;
    paint(this.canvas);
    const part = (/** @type {number} */ cells) => `${(100 * cells) / side}%`;
    Object.assign(this.marker.style, { left: part(column), top: part(row), width: part(size), height: part(size) });
  }

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    this.#move(Math.floor(((clientY - box.top) / box.height) * this.#side), Math.floor(((clientX - box.left) / box.width) * this.#side));
  }

  /** @param {KeyboardEvent} event @param {{ row: number, column: number }} from */
  #press(event, { row, column }) {
    const arrow = arrowOf(event);
    if (!arrow) return;
    event.preventDefault();
    const far = event.shiftKey ? 5 : 1;
    this.#move(row - far * arrow[1], column + far * arrow[0]);
  }

  /** @param {number} row @param {number} column */
  #move(row, column) {
    const within = (/** @type {number} */ cell) => Math.min(this.#side - 1, Math.max(0, cell));
    this.onMove(within(row), within(column));
  }
}
