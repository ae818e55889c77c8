/**
 * g and f over X, and what is between them. g is drawn here, by pointer or by arrow keys.
 */

import { Canvas } from "../../charts/canvas.js";
import { offerFigure } from "../../charts/take-along.js";
import { colour, colourParts, strokeWidth } from "../../charts/colours.js";
import { el, math, named, said, setText, tipped } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { between, curve, drawAxis, drawNumbers, scaleX, xAt } from "./frame.js";
import { Pen } from "./pen.js";
import { HEIGHT } from "./target.js";

/** @import { FigureTold } from "../../charts/takeaway" */
/** @import { Action } from "../../shell/types" */
/** @import { LearningFit } from "./protocol" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */
/** @import { Scale } from "./frame.js" */

/** What the rest is shown with while one thing is lit up. */
const FAINT = 0.22;
/** More samples than these are drawn smaller. */
const MANY = 60;

export class CurveView {
  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.picture = el("canvas", { class: "draw-g", tabindex: 0, role: "application", "aria-describedby": "draw-help draw-summary", ...named("learning.canvas") });
    this.canvas = new Canvas(this.picture, (context, size) => this.#draw(context, size));
    this.pen = new Pen(this.picture, {
      placeOf: (event) => this.#placeOf(event),
      fit,
    });
    /** @type {Action} */
    this.undoing = { name: () => "keys.undo", act: () => this.pen.undo() };
    this.back = el("button", { type: "button", class: "icon-button undo-g", onclick: this.undoing.act, ...tipped(this.undoing.name()) }, icon("undo"));
    this.summary = el("p", { id: "draw-summary", class: "unseen" });
    this.element = el(
      "div",
      { class: "draw-frame" },
      this.picture,
      this.back,
      el(
        "div",
        { class: "picture-legend", "aria-hidden": "true" },
        el("span", { class: "legend-g" }, el("b", said("learning.data")), math("math", math("mi", "g"), math("mo", "("), math("mi", "x"), math("mo", ")"))),
        el("span", { class: "legend-f" }, el("b", said("learning.model")), math("math", math("mi", "f"), math("mo", "("), math("mi", "x"), math("mo", ";"), math("mi", "W"), math("mo", ")"))),
        el("span", { class: "legend-loss" }, el("b", said("learning.loss")), el("span", said("learning.between"))),
      ),
      el("p", { id: "draw-help", class: "unseen", ...said("learning.canvasHelp") }),
      this.summary,
    );
    offerFigure(this.element, () => this.#told(), services);
  }

  /** @returns {FigureTold} */
  #told() {
    const { t } = this.services;
    return {
      title: t("chart.fit"),
      x: { name: "x" },
      y: { name: "g(x), f(x)", from: -HEIGHT, to: HEIGHT },
      legend: [
        { name: `${t("learning.data")}: g(x)`, mark: "line", colour: "one" },
        { name: `${t("learning.model")}: f(x; W)`, mark: "dashed", colour: "zero" },
      ],
      figure: this.picture,
    };
  }

  render() {
    this.back.hidden = !this.pen.canUndo;
    const { answer } = this.fit;
    const { t, format, state } = this.services;
    if (!answer) return;
    const range = (/** @type {Float32Array} */ values) => ({ low: values.reduce((a, b) => Math.min(a, b), Infinity), high: values.reduce((a, b) => Math.max(a, b), -Infinity) });
    const [g, f] = [range(answer.whole.g), range(answer.whole.f)];
    const target = t(`learning.g.${state.values.g}`);
    setText(this.summary, t("learning.summary", {
      target,
      gLow: format.fixed(g.low, 1),
      gHigh: format.fixed(g.high, 1),
      fLow: format.short(f.low),
      fHigh: format.short(f.high),
    }));
  }

  destroy() {
    this.canvas.destroy();
  }

  /** Not by `offsetX`, which the places that came together with another have not got in every browser. @param {PointerEvent} event */
  #placeOf({ clientX, clientY }) {
    const { left, top, width, height } = this.picture.getBoundingClientRect();
    return { x: xAt(clientX - left, width), y: HEIGHT * (1 - (2 * (clientY - top)) / height) };
  }

  /** @param {CanvasRenderingContext2D} context @param {{ width: number, height: number }} size */
  #draw(context, { width, height }) {
    const { answer, before } = this.fit;
    const { symbol } = this.services.state.values;
    const toX = scaleX(width);
    const toY = (/** @type {number} */ y) => (height / 2) * (1 - y / HEIGHT);
    const strength = (/** @type {string[]} */ ...lit) => (symbol === "none" || lit.includes(symbol) ? 1 : FAINT);
    drawAxis(context, { at: toY(0), toX, isLit: symbol === "X" });
    if (!answer) return;
    const { whole } = answer;
    context.globalAlpha = strength("sum", "div", "argmin");
    this.#shade(context, answer, toX, toY);
    const stroke = strokeWidth(this.picture);
    context.lineJoin = context.lineCap = "round";
    context.globalAlpha = strength("g");
    context.strokeStyle = colour(this.picture, "one");
    context.lineWidth = stroke * (symbol === "g" ? 2.2 : 1.5);
    context.stroke(curve(whole.x, whole.g, toX, toY));
    context.globalAlpha = strength("f", "W");
    context.strokeStyle = colour(this.picture, "zero");
    if (before) {
      context.save();
      context.globalAlpha *= 0.4;
      context.lineWidth = stroke * 0.7;
      context.stroke(curve(whole.x, before, toX, toY));
      context.restore();
    }
    context.lineWidth = stroke * (symbol === "f" ? 2 : 1.3);
    context.setLineDash([stroke * 4.5, stroke * 3]);
    context.stroke(curve(whole.x, whole.f, toX, toY));
    context.setLineDash([]);
    context.globalAlpha = 1;
    drawNumbers(context, { at: toY(0), toX });
    context.globalAlpha = strength("sum", "div", "g", "X");
    if (answer.seen.x.length < whole.x.length) this.#drawSamples(context, answer, toX, toY, stroke);
    context.globalAlpha = 1;
    this.pen.paint(context, toX, toY);
  }

  /**
   * What is between the two, where it counts; with 0-1 also how far apart they may be.
   * @param {CanvasRenderingContext2D} context
   * @param {LearningFit} answer
   * @param {Scale} toX
   * @param {Scale} toY
   */
  #shade(context, { whole, seen }, toX, toY) {
    const { divergence, tolerance } = this.services.state.values;
    const isWhole = seen.x.length === whole.x.length;
    const rgb = (/** @type {"ink" | "one"} */ name, /** @type {number} */ part) => `rgb(${colourParts(this.picture, name).join(" ")} / ${part})`;
    const isZeroOne = divergence === "zero-one";
    if (isZeroOne) {
      context.fillStyle = rgb("one", 0.16);
      context.fill(between(whole.x, whole.g.map((g) => g + tolerance), whole.g.map((g) => g - tolerance), toX, toY));
    }
    context.fillStyle = rgb("ink", isWhole ? 0.2 : 0.09);
    context.fill(between(whole.x, whole.f, whole.g, toX, toY, (index) => !isZeroOne || (whole.pointwise[index] ?? 0) > 0));
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {LearningFit} answer
   * @param {Scale} toX
   * @param {Scale} toY
   * @param {number} stroke
   */
  #drawSamples(context, { seen }, toX, toY, stroke) {
    const radius = stroke * (seen.x.length > MANY ? 1.1 : 2.1);
    for (const [index, x] of seen.x.entries()) {
      const [at, g, f] = [toX(x), toY(seen.g[index] ?? 0), toY(seen.f[index] ?? 0)];
      const counts = (seen.pointwise[index] ?? 0) > 0;
      context.strokeStyle = colour(this.picture, "ink");
      context.lineWidth = stroke * (seen.x.length > MANY ? 0.3 : 0.7);
      context.beginPath();
      context.moveTo(at, g);
      context.lineTo(at, f);
      if (counts) context.stroke();
      context.fillStyle = colour(this.picture, "one");
      context.beginPath();
      context.arc(at, g, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }
}
