/**
 * The loss of every line w x + b as a map, and on it the line as a point, with the path of the gradient steps.
 */

import { signal } from "@preact/signals-core";
import { colourParts } from "../../charts/colours.js";
import { el, named, said, setText, svg } from "../../shell/dom.js";
import { followPointer } from "../../shell/follow-pointer.js";
import { Newest } from "../../shell/newest.js";
import { drawn, whenever } from "../../shell/signals.js";
import { REACH, problemOf } from "./fields.js";
import { weightText } from "./numbers.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { LossSurface } from "../../protocol/learning" */
/** @import { MessageOf } from "../../protocol" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./fields.js" */

/** Cells on a side. */
const SIDE = 160;
/** Bands of equal loss: their edges are the contours. */
const BANDS = 16;
/** Half of the map's side in the units of its picture. */
const HALF = 100;
/** The newest steps are shown one by one. */
const DOTS = 40;
/** By keyboard, for one press; with Shift less. */
const STEP = 0.1;
const FINE_STEP = 0.01;

/** @type {Record<string, [w: number, b: number]>} */
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class SurfaceView {
  /** The newest one that has come. @type {Signal<LossSurface | null>} */
  #surface = signal(null);
  /** w and b before the pointer took the point. @type {number[]} */
  #before = [];

  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.map = el("canvas", { class: "surface-map", width: SIDE, height: SIDE, "aria-hidden": "true" });
    this.lowest = svg("path", { class: "surface-lowest", d: "M-6 0H6M0 -6V6" });
    this.path = svg("polyline", { class: "surface-path" });
    this.dots = svg("g", { class: "surface-dots" });
    this.grip = svg(
      "g",
      { class: "surface-grip", tabindex: 0, role: "slider", "aria-valuemin": -REACH, "aria-valuemax": REACH, "aria-describedby": "surface-summary", ...named("learning.point") },
      svg("circle", { class: "surface-halo", r: 12 }),
      svg("circle", { class: "surface-dot", r: 5.5 }),
    );
    this.picture = svg("svg", { class: "surface-picture", viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` }, this.lowest, this.path, this.dots, this.grip);
    this.summary = el("p", { id: "surface-summary", class: "unseen" });
    this.element = el(
      "div",
      { class: "surface" },
      el("span", { class: "caption", ...said("learning.surface") }),
      el("div", { class: "surface-frame" }, this.map, this.picture, el("div", { class: "surface-axes", "aria-hidden": "true" }, el("span", { class: "across" }, `w = ${REACH}`), el("span", { class: "up" }, `b = ${REACH}`))),
      this.summary,
    );
    /** @type {Newest<Omit<MessageOf<"learningSurface">, "type">, LossSurface>} */
    this.surfaces = new Newest(
      (question) => services.ask("learningSurface", question),
      (surface) => (this.#surface.value = surface),
    );
    this.#listen();
    this.ends = [
      whenever(
        () => (fit.isLine && fit.knots ? problemOf(services.state.values, fit.knots) : null),
        (problem) => problem && this.surfaces.ask({ problem, reach: REACH, side: SIDE }),
      ),
      drawn(() => this.#paint()),
    ];
  }

  render() {
    const { fit } = this;
    const { weights } = fit;
    if (!weights || weights.length !== 2) return;
    const [w = 0, b = 0] = weights;
    this.#drawPath();
    this.grip.setAttribute("transform", `translate(${onMap(w)} ${onMap(-b)})`);
    this.#describe(w, b);
  }

  #paint() {
    const surface = this.#surface.value;
    const context = this.map.getContext("2d");
    if (!surface || !context) return;
    const { values } = surface;
    const lowest = values.reduce((least, value) => Math.min(least, value), Infinity);
    const highest = values.reduce((most, value) => Math.max(most, value), -Infinity);
    const [low, high] = [colourParts(this.map, "sheet"), colourParts(this.map, "ink")];
    const image = context.createImageData(SIDE, SIDE);
    for (const [cell, value] of values.entries()) {
      // Evenly spread bands over the square root: around the lowest place of a bowl they are then as wide as further up.
      const part = Math.sqrt((value - lowest) / (highest - lowest || 1));
      const shade = (0.62 * Math.floor(part * (BANDS - 0.001))) / BANDS;
      for (let channel = 0; channel < 3; channel += 1) {
        image.data[4 * cell + channel] = (low[channel] ?? 0) + shade * ((high[channel] ?? 0) - (low[channel] ?? 0));
      }
      image.data[4 * cell + 3] = 255;
    }
    context.putImageData(image, 0, 0);
    this.lowest.setAttribute("transform", `translate(${onMap(surface.lowest.w)} ${onMap(-surface.lowest.b)})`);
  }

  destroy() {
    for (const end of this.ends) end();
  }

  #drawPath() {
    const { path } = this.fit;
    const points = [];
    for (let index = 0; index + 1 < path.length; index += 2) points.push(`${onMap(path[index] ?? 0)},${onMap(-(path[index + 1] ?? 0))}`);
    this.path.setAttribute("points", points.join(" "));
    const newest = points.slice(-DOTS - 1, -1);
    while (this.dots.children.length > newest.length) this.dots.lastChild?.remove();
    while (this.dots.children.length < newest.length) this.dots.append(svg("circle", { r: 2.2 }));
    for (const [index, point] of newest.entries()) {
      const [x = "0", y = "0"] = point.split(",");
      this.dots.children[index]?.setAttribute("cx", x);
      this.dots.children[index]?.setAttribute("cy", y);
    }
  }

  /** @param {number} w @param {number} b */
  #describe(w, b) {
    const { t, format } = this.services;
    const written = (/** @type {number} */ value) => weightText(value, format);
    this.grip.setAttribute("aria-valuenow", String(w));
    this.grip.setAttribute("aria-valuetext", `w ${written(w)}, b ${written(b)}`);
    const surface = this.#surface.value;
    if (!surface) return;
    const { lowest } = surface;
    setText(this.summary, t("learning.surfaceSummary", { w: written(w), b: written(b), lowestW: written(lowest.w), lowestB: written(lowest.b) }));
  }

  #listen() {
    const { picture, grip, fit } = this;
    followPointer(picture, {
      begin: (event) => {
        event.preventDefault();
        this.#before = [...(fit.weights ?? [])];
        grip.focus({ preventScroll: true });
        this.#follow(event);
        return true;
      },
      move: (event) => this.#follow(event),
      end: () => {},
      drop: () => this.#place(this.#before[0] ?? 0, this.#before[1] ?? 0),
    });
    grip.addEventListener("keydown", (event) => {
      const arrow = arrows[event.key];
      if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const step = event.shiftKey ? FINE_STEP : STEP;
      const [w = 0, b = 0] = fit.weights ?? [];
      this.#place(w + arrow[0] * step, b + arrow[1] * step);
    });
  }

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY }) {
    const box = this.picture.getBoundingClientRect();
    this.#place(((2 * (clientX - box.left)) / box.width - 1) * REACH, (1 - (2 * (clientY - box.top)) / box.height) * REACH);
  }

  /** At hundredths, which the address can tell. @param {number} w @param {number} b */
  #place(w, b) {
    const settable = (/** @type {number} */ value) => Math.round(Math.min(REACH, Math.max(-REACH, value)) * 100) / 100 || 0;
    this.fit.place(settable(w), settable(b));
  }
}

/** In the units of the picture; what is far outside stays near enough to be drawn. @param {number} weight */
function onMap(weight) {
  return Math.min(50 * HALF, Math.max(-50 * HALF, (weight / REACH) * HALF));
}
