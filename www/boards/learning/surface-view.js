/**
 * The loss of every line w x + b as a map, and on it the line as a point, with the path of the gradient steps.
 */

import { signal } from "@preact/signals-core";
import { colourParts } from "../../charts/colours.js";
import { HALF, MapPoint } from "../../charts/map-point.js";
import { offerFigure } from "../../charts/take-along.js";
import { hereOrNotice } from "../../shell/arrival.js";
import { el, said, setText, svg } from "../../shell/dom.js";
import { Newest } from "../../shell/newest.js";
import { drawn, whenever } from "../../shell/signals.js";
import { REACH, problemOf } from "./settings.js";
import { weightText } from "./numbers.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { FigureTold } from "../../charts/takeaway" */
/** @import { LossSurface } from "./protocol" */
/** @import { MessageOf } from "../../protocol" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

/** Cells on a side. */
const SIDE = 160;
/** Bands of equal loss: their edges are the contours. */
const BANDS = 16;
/** The newest steps are shown one by one. */
const DOTS = 40;

export class SurfaceView {
  /** The newest one that has come. @type {Signal<LossSurface | null>} */
  #surface = signal(null);
  /** Once a step has been taken or is to be guessed. @type {import("./next-step.js").NextStep | null} */
  next = null;

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
    this.point = new MapPoint({
      kind: "surface",
      name: "learning.point",
      describedBy: "surface-summary",
      reach: () => REACH,
      now: () => [fit.weights?.[0] ?? 0, fit.weights?.[1] ?? 0],
      place: (w, b) => fit.place(settable(w), settable(b)),
    });
    this.picture = svg("svg", { class: "surface-picture", viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` }, this.lowest, this.path, this.dots, this.point.element);
    this.point.listenOn(this.picture);
    const axes = el("div", { class: "surface-axes", "aria-hidden": "true" }, el("span", { class: "across" }, `w = ${REACH}`), el("span", { class: "up" }, `b = ${REACH}`));
    this.frame = el("div", { class: "surface-frame" }, this.map, this.picture, axes);
    this.head = el("div", { class: "surface-head" }, el("span", { class: "caption", ...said("learning.surface") }), el("button", { type: "button", class: "chip", onclick: () => void this.#showNext().then((next) => next?.ask()), ...said("learning.guess") }));
    this.summary = el("p", { id: "surface-summary", class: "unseen" });
    this.element = el(
      "div",
      { class: "surface" },
      this.head,
      this.frame,
      this.summary,
    );
    offerFigure(this.element, () => this.#told(), services);
    /** @type {Newest<Omit<MessageOf<"learningSurface">, "type">, LossSurface>} */
    this.surfaces = new Newest(
      (question) => services.ask("learningSurface", question),
      (surface) => (this.#surface.value = surface),
    );
    this.ends = [
      whenever(
        () => (fit.isLine && fit.knots ? problemOf(services.state.values, fit.knots) : null),
        (problem) => problem && this.surfaces.ask({ problem, reach: REACH, side: SIDE }),
      ),
      whenever(() => fit.isLine && !fit.isOn && fit.steps > 0, (hasStepped) => void (hasStepped && this.#showNext())),
      drawn(() => this.#paint()),
    ];
  }

  /** @returns {FigureTold} */
  #told() {
    const { t } = this.services;
    const along = (/** @type {string} */ name) => ({ name, from: -REACH, to: REACH });
    return {
      title: t("learning.surface"),
      x: along("w"),
      y: along("b"),
      legend: [
        { name: t("chart.now"), mark: "ring", colour: "zero" },
        { name: t("chart.steps"), mark: "line", colour: "zero" },
        { name: t("chart.lowest"), mark: "cross", colour: "go" },
      ],
      figure: this.frame,
      edge: this.picture,
      without: ".surface-axes",
    };
  }

  render() {
    const { fit } = this;
    const { weights } = fit;
    if (!weights || weights.length !== 2) return;
    const [w = 0, b = 0] = weights;
    this.#drawPath();
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
    this.lowest.setAttribute("transform", `translate(${this.point.onMap(surface.lowest.w)} ${this.point.onMap(-surface.lowest.b)})`);
  }

  destroy() {
    for (const end of this.ends) end();
    this.next?.destroy();
  }

  /** Where a step leads, as an arrow, and where it is guessed to lead. */
  async #showNext() {
    const { NextStep } = await hereOrNotice(() => import("./next-step.js"), this.services.notices, "next-step");
    if (!this.element.isConnected) return null;
    if (!this.next) {
      this.next = new NextStep(this.fit, this.services, { reach: REACH, write: (weight) => weightText(weight, this.services.format) });
      this.frame.append(this.next.picture);
      this.head.append(this.next.words);
    }
    return this.next;
  }

  #drawPath() {
    const { path } = this.fit;
    const points = [];
    for (let index = 0; index + 1 < path.length; index += 2) points.push(`${this.point.onMap(path[index] ?? 0)},${this.point.onMap(-(path[index + 1] ?? 0))}`);
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
    this.point.show(`w ${written(w)}, b ${written(b)}`);
    const surface = this.#surface.value;
    if (!surface) return;
    const { lowest } = surface;
    setText(this.summary, t("learning.surfaceSummary", { w: written(w), b: written(b), lowestW: written(lowest.w), lowestB: written(lowest.b) }));
  }
}

/** At hundredths, which the address can tell. @param {number} value */
function settable(value) {
  return Math.round(Math.min(REACH, Math.max(-REACH, value)) * 100) / 100 || 0;
}
