/**
 * div(f(x), g(x)) at every place, or at every sample: what is added up. Over all of X its area is the number.
 */

import { Canvas } from "../../charts/canvas.js";
import { colour, colourParts, strokeWidth, textStyle } from "../../charts/colours.js";
import { RunScale } from "../../charts/run-scale.js";
import { offerFigure } from "../../charts/take-along.js";
import { el, math, setText } from "../../shell/dom.js";
import { axisNumber } from "../../shell/numbers.js";
import { between, scaleX } from "./frame.js";
import { EDGE } from "./target.js";

/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

export class StripView {
  /** An area that is the loss has to become smaller as the loss does. */
  #scale = new RunScale();

  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.picture = el("canvas", { class: "strip-picture", "aria-labelledby": "strip-summary" });
    this.canvas = new Canvas(this.picture, (context, size) => this.#draw(context, size));
    this.summary = el("p", { id: "strip-summary", class: "unseen" });
    const call = (/** @type {string} */ name) => [math("mi", name), math("mo", "("), math("mi", "x"), math("mo", ")")];
    const title = math("math", math("mtext", "div"), math("mo", "("), ...call("f"), math("mo", ","), ...call("g"), math("mo", ")"));
    this.element = el("div", { class: "strip" }, this.picture, el("span", { class: "strip-title", "aria-hidden": "true" }, title), this.summary);
    offerFigure(this.element, () => ({ title: "div(f(x), g(x))", x: { name: "x" }, figure: this.picture }), services);
  }

  render() {
    const { answer } = this.fit;
    const { t, format } = this.services;
    if (!answer) return;
    const { x, pointwise } = answer.whole;
    this.#scale.follow(this.fit.run, this.fit.highest);
    const most = pointwise.reduce((best, value, index) => (value > (pointwise[best] ?? 0) ? index : best), 0);
    // Before there is anything to see it is no picture: it would be one without a name.
    this.picture.setAttribute("role", "img");
    setText(this.summary, t("learning.stripSummary", { most: axisNumber(pointwise[most] ?? 0, format), x: format.fixed(x[most] ?? 0, 1), scale: this.#scaleText() }));
  }

  destroy() {
    this.canvas.destroy();
  }

  /** Where the scale ends; and that it has been another one, where it has. */
  #scaleText() {
    const { t, format } = this.services;
    const { top, hasGrown } = this.#scale;
    const written = axisNumber(top, format);
    return hasGrown ? t("learning.scaleGrown", { top: written }) : written;
  }

  /** @param {CanvasRenderingContext2D} context @param {{ width: number, height: number }} size */
  #draw(context, { width, height }) {
    const { answer } = this.fit;
    if (!answer) return;
    const { symbol } = this.services.state.values;
    const { whole, seen } = answer;
    const isWhole = seen.x.length === whole.x.length;
    const { font, size } = textStyle(this.picture);
    const stroke = strokeWidth(this.picture);
    this.#scale.follow(this.fit.run, this.fit.highest);
    const { top } = this.#scale;
    const toX = scaleX(width);
    const floor = height - 2;
    const toY = (/** @type {number} */ value) => floor - (Math.min(value, top) / top) * (height - size * 2.2);
    const isLit = ["none", "div", "sum", "argmin"].includes(symbol);
    context.globalAlpha = isLit ? 1 : 0.3;
    const [red, green, blue] = colourParts(this.picture, "ink");
    context.fillStyle = `rgb(${red} ${green} ${blue} / ${isWhole ? (symbol === "sum" || symbol === "div" ? 0.55 : 0.32) : 0.13})`;
    context.fill(between(whole.x, whole.pointwise, new Float32Array(whole.x.length), toX, toY));
    if (!isWhole) {
      context.strokeStyle = context.fillStyle = colour(this.picture, "ink");
      context.lineWidth = stroke * (seen.x.length > 60 ? 0.4 : 0.9);
      for (const [index, x] of seen.x.entries()) {
        const y = toY(seen.pointwise[index] ?? 0);
        context.beginPath();
        context.moveTo(toX(x), floor);
        context.lineTo(toX(x), y);
        context.stroke();
        context.beginPath();
        context.arc(toX(x), y, stroke * (seen.x.length > 60 ? 0.7 : 1.4), 0, 2 * Math.PI);
        context.fill();
      }
    }
    context.strokeStyle = colour(this.picture, "ink-2");
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(toX(-EDGE), floor);
    context.lineTo(toX(EDGE), floor);
    context.stroke();
    context.setLineDash([2, 4]);
    context.beginPath();
    context.moveTo(toX(-EDGE), toY(top));
    context.lineTo(toX(EDGE), toY(top));
    context.stroke();
    context.setLineDash([]);
    context.font = font;
    context.fillStyle = colour(this.picture, "ink-2");
    context.textAlign = "right";
    context.textBaseline = "bottom";
    context.fillText(this.#scaleText(), toX(EDGE), toY(top) - 1);
    context.globalAlpha = 1;
  }
}
