/**
 * One window at work: the picture that it lies on, its numbers and what is made of them, and the map that fills. A
 * convolution multiplies by the kernel and adds up; a pool keeps the largest.
 */

import { computed } from "@preact/signals-core";
import { paintValues } from "../../../charts/cells.js";
import { colourParts } from "../../../charts/colours.js";
import { paintDigit } from "../../../charts/digit.js";
import { signsLegend } from "../../../charts/legends.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { CellsFigure } from "./cells-figure.js";
import { KernelGrid } from "./kernel-grid.js";
import { KERNEL, POOL, POOLED, SIDE, convolved, pooled, products, sum, under } from "./kernels.js";
import { NumberGrid } from "./number-grid.js";

/** @import { ReadonlySignal } from "@preact/signals-core" */
/** @import { Drawing } from "../drawing.js" */
/** @import { PartsServices } from "./settings.js" */
/** @import { Slide } from "./slide.js" */

const nothing = new Uint8Array(SIDE * SIDE);

/**
 * What the window goes over: a picture, and the map that the kernel makes of it. Moving the window changes neither.
 * @typedef {object} Ground
 * @property {ReadonlySignal<Uint8Array>} pixels [28 * 28]
 * @property {ReadonlySignal<Float32Array>} inputs [28 * 28], 0 for paper, 1 for ink, in tenths: what is read aloud adds up
 * @property {ReadonlySignal<Float32Array>} map [28 * 28]
 */

/** @param {Drawing} drawing @param {PartsServices} services @returns {Ground} */
export function groundOf(drawing, { state }) {
  const pixels = computed(() => drawing.pixels ?? nothing);
  const inputs = computed(() => Float32Array.from(pixels.value, (value) => Math.round((10 * value) / 255) / 10));
  const map = computed(() => convolved(inputs.value, state.values.kernel));
  return { pixels, inputs, map };
}

/** Both kinds have these parts. */
class WindowView {
  /**
   * @param {"kernel" | "pool"} kind
   * @param {Slide} slide
   * @param {Ground} ground
   * @param {PartsServices} services
   */
  constructor(kind, slide, ground, services) {
    this.slide = slide;
    this.ground = ground;
    this.services = services;
    const places = kind === "kernel" ? SIDE : POOLED;
    const scale = SIDE / places;
    const move = (/** @type {number} */ row, /** @type {number} */ column) => slide.moveTo(row * places + column);
    const legend = () => signsLegend(services.t);
    const [from, onMove] = [() => ({ row: scale * this.place.row, column: scale * this.place.column }), (/** @type {number} */ row, /** @type {number} */ column) => move(Math.floor(row / scale), Math.floor(column / scale))];
    this.picture = new CellsFigure({ caption: `parts.${kind}.picture`, from, onMove, ...(kind === "pool" ? { legend } : {}) }, services);
    this.map = new CellsFigure({ caption: `parts.${kind}.map`, onMove: move, legend }, services);
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
    const full = largestOf(values);
    const filled = values.map((value, place) => (seen.has(place) ? value : 0));
    this.map.show(this.places, (canvas) => paintSigned(canvas, filled, this.places, full), { ...this.place, size: 1 });
  }
}

export class KernelView extends WindowView {
  /** @param {Slide} slide @param {Ground} ground @param {PartsServices} services */
  constructor(slide, ground, services) {
    super("kernel", slide, ground, services);
    this.picture.canvas.classList.add("digit");
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
    const { place } = this;
    const { pixels, inputs, map } = this.ground;
    const window = { row: place.row - 1, column: place.column - 1, size: KERNEL };
    const values = under(inputs.value, SIDE, window);
    const made = products(values, kernel);
    this.kernel.render();
    this.window.show(values, (value) => format.fixed(value, 1));
    const digits = kernel.every(Number.isInteger) ? 1 : 2;
    this.products.show(made, (value) => signed(value, format.fixed, digits));
    setText(this.total, signed(sum(made), format.fixed, digits));
    this.picture.show(SIDE, (canvas) => paintDigit(canvas, pixels.value), window);
    this.showMap(map.value);
  }
}

export class PoolView extends WindowView {
  /** @param {Slide} slide @param {Ground} ground @param {PartsServices} services */
  constructor(slide, ground, services) {
    super("pool", slide, ground, services);
    this.window = new NumberGrid("parts.under", POOL);
    const total = el("p", { class: "sums-total" }, el("span", { class: "caption", ...said("parts.pool.total") }), this.total);
    this.element = el("div", { class: "window-view" }, this.picture.element, el("div", { class: "window-sums" }, el("div", { class: "sums-row" }, this.window.element, sign("→"), total)), this.map.element);
  }

  render() {
    const { format } = this.services;
    const { place } = this;
    const map = this.ground.map.value;
    const full = largestOf(map);
    const window = { row: POOL * place.row, column: POOL * place.column, size: POOL };
    const values = under(map, SIDE, window);
    this.window.show(values, (value) => signed(value, format.fixed));
    setText(this.total, signed(Math.max(...values), format.fixed));
    this.picture.show(SIDE, (canvas) => paintSigned(canvas, map, SIDE, full), window);
    this.showMap(pooled(map));
  }
}

/** The farthest from 0; of a map without any, what divides without harm. @param {Float32Array} values */
function largestOf(values) {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
}

/** @param {HTMLCanvasElement} canvas @param {Float32Array} values @param {number} columns @param {number} full */
function paintSigned(canvas, values, columns, full) {
  paintValues(canvas, values, { columns, positive: colourParts(canvas, "one"), negative: colourParts(canvas, "zero"), full });
}

/** Minus zero is zero. @param {number} value @param {(value: number, digits: number) => string} fixed @param {number} [digits] */
function signed(value, fixed, digits = 1) {
  const part = 10 ** digits;
  return fixed(Math.round(part * value) / part || 0, digits).replace("-", "−");
}

/** @param {string} text */
function sign(text) {
  return el("span", { class: "sums-sign", "aria-hidden": "true" }, text);
}
