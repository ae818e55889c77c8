/**
 * One window at work: the picture that it lies on, its numbers and what is made of them, and the map that fills. A
 * convolution multiplies by the kernel and adds up; a pool keeps the largest.
 */

import { paintValues } from "../../../charts/cells.js";
import { colourParts } from "../../../charts/colours.js";
import { paintDigit } from "../../../charts/digit.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { CellsFigure } from "./cells-figure.js";
import { KernelGrid } from "./kernel-grid.js";
import { KERNEL, POOL, POOLED, SIDE, convolved, pooled, products, sum, under } from "./kernels.js";
import { NumberGrid } from "./number-grid.js";

/** @import { Drawing } from "../drawing.js" */
/** @import { PartsServices } from "./settings.js" */
/** @import { Slide } from "./slide.js" */

const nothing = new Uint8Array(SIDE * SIDE);

/** Both kinds have these parts. */
class WindowView {
  /**
   * @param {"kernel" | "pool"} kind
   * @param {Slide} slide
   * @param {Drawing} drawing
   * @param {PartsServices} services
   */
  constructor(kind, slide, drawing, services) {
    this.slide = slide;
    this.drawing = drawing;
    this.services = services;
    const places = kind === "kernel" ? SIDE : POOLED;
    const scale = SIDE / places;
    const move = (/** @type {number} */ row, /** @type {number} */ column) => slide.moveTo(row * places + column);
    this.picture = new CellsFigure({ caption: `parts.${kind}.picture`, isMoved: true, onMove: (row, column) => move(Math.floor(row / scale), Math.floor(column / scale)) });
    this.map = new CellsFigure({ caption: `parts.${kind}.map`, onMove: move });
    this.total = el("output", { "aria-live": "polite", ...named(`parts.${kind}.total`) });
    this.places = places;
  }

  get place() {
    const place = this.slide.at.place();
    return { row: Math.floor(place / this.places), column: place % this.places };
  }

  /** The map as far as it is filled: a cell is the fuller the farther its sum is from 0. @param {Float32Array} values */
  showMap(values) {
    const { seen } = this.slide;
    const full = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
    const filled = values.map((value, place) => (seen.has(place) ? value : 0));
    this.map.show(this.places, (canvas) => paintSigned(canvas, filled, this.places, full), { ...this.place, size: 1, at: this.place });
  }

  get #pixels() {
    return this.drawing.pixels ?? nothing;
  }

  /** What the network is given: 0 for paper, 1 for ink. @returns {Float32Array} [28 * 28] */
  get inputs() {
    return Float32Array.from(this.#pixels, (value) => value / 255);
  }

  /** @param {HTMLCanvasElement} canvas */
  paintPicture(canvas) {
    canvas.classList.add("digit");
    paintDigit(canvas, this.#pixels);
  }
}

export class KernelView extends WindowView {
  /** @param {Slide} slide @param {Drawing} drawing @param {PartsServices} services */
  constructor(slide, drawing, services) {
    super("kernel", slide, drawing, services);
    this.kernel = new KernelGrid(services);
    this.window = new NumberGrid("parts.under", KERNEL);
    this.products = new NumberGrid("parts.products", KERNEL);
    this.element = el(
      "div",
      { class: "window-view" },
      this.picture.element,
      el(
        "div",
        { class: "window-sums" },
        this.kernel.choice,
        el("div", { class: "sums-row" }, this.window.element, sign("×"), this.kernel.element),
        this.kernel.errors,
        el("div", { class: "sums-row" }, sign("="), this.products.element, el("p", { class: "sums-total" }, el("span", { class: "caption", ...said("parts.kernel.total") }), this.total)),
      ),
      this.map.element,
    );
  }

  render() {
    const { format, state } = this.services;
    const { kernel } = state.values;
    const { inputs, place } = this;
    const window = { row: place.row - 1, column: place.column - 1, size: KERNEL };
    const values = under(inputs, SIDE, window);
    const made = products(values, kernel);
    this.kernel.render();
    this.window.show(values, (value) => format.fixed(value, 1));
    this.products.show(made, (value) => signed(value, format.fixed));
    setText(this.total, signed(sum(made), format.fixed));
    this.picture.show(SIDE, (canvas) => this.paintPicture(canvas), { ...window, at: place });
    this.showMap(convolved(inputs, kernel));
  }
}

export class PoolView extends WindowView {
  /** @param {Slide} slide @param {Drawing} drawing @param {PartsServices} services */
  constructor(slide, drawing, services) {
    super("pool", slide, drawing, services);
    this.window = new NumberGrid("parts.under", POOL);
    const total = el("p", { class: "sums-total" }, el("span", { class: "caption", ...said("parts.pool.total") }), this.total);
    this.element = el("div", { class: "window-view" }, this.picture.element, el("div", { class: "window-sums" }, el("div", { class: "sums-row" }, this.window.element, sign("→"), total)), this.map.element);
  }

  render() {
    const { format, state } = this.services;
    const { place } = this;
    const map = convolved(this.inputs, state.values.kernel);
    const full = map.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
    const window = { row: POOL * place.row, column: POOL * place.column, size: POOL };
    const values = under(map, SIDE, window);
    this.window.show(values, (value) => signed(value, format.fixed));
    setText(this.total, signed(Math.max(...values), format.fixed));
    this.picture.show(SIDE, (canvas) => paintSigned(canvas, map, SIDE, full), { ...window, at: { row: window.row, column: window.column } });
    this.showMap(pooled(map));
  }
}

/** @param {HTMLCanvasElement} canvas @param {Float32Array} values @param {number} columns @param {number} full */
function paintSigned(canvas, values, columns, full) {
  paintValues(canvas, values, { columns, positive: colourParts(canvas, "one"), negative: colourParts(canvas, "zero"), full });
}

/** Minus zero is zero. @param {number} value @param {(value: number, digits: number) => string} fixed */
function signed(value, fixed) {
  return fixed(Math.round(10 * value) / 10 || 0, 1).replace("-", "−");
}

/** @param {string} text */
function sign(text) {
  return el("span", { class: "sums-sign", "aria-hidden": "true" }, text);
}
