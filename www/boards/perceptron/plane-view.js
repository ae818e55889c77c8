/**
 * The plane of the inputs: four points, the line, the side that fires; and while learning, what the newest sample did.
 */

import { clip, cornersOf, flipped, nearestOnLine, segmentIn } from "../../charts/half-plane.js";
import { offerPlane } from "../../charts/offer-plane.js";
import { Plane } from "../../charts/plane.js";
import { el, named, said, setText, svg } from "../../shell/dom.js";
import { rows, view } from "./settings.js";
import { spokenEquation } from "./formulas.js";

/** @import { HalfPlane, LabelSide, Point } from "../../charts/half-plane.js" */
/** @import { PlacedPoint } from "../../charts/plane.js" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

const middle = { x: 0.5, y: 0.5 };
/** How far from the line the outputs are written, in pixels: 1 is beyond the arrow, which is shorter on a small plane. */
const OFF_LINE = 22;
/** From the picture's edge, in pixels. */
const SIDE_INSET = 13;
const ARROW = { part: 0.07, most: 36 };
/** Where along the line, in pixels from its middle: at the first of these places where no point's name stands. */
const ALONG_LINE = [0, 44, -44, 88, -88];
/** What a point with its name above it keeps free, in pixels from its middle. */
const KEPT_FREE = { across: 48, above: 44, below: 24 };
/** The ring around the sample, in parts of the side. */
const RING = 0.049;

export class PerceptronPlane {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.plane = new Plane({ view, lines: 1, onMove: (_, weights) => run.place(weights), onRelease: () => run.rest() });
    this.line = this.plane.lines[0];
    this.line?.element.setAttribute("aria-describedby", "line-help");
    this.before = svg("path", { class: "line-before" });
    this.sample = svg("circle", { class: "sample" });
    this.sides = [1, 0].map((output) => svg("text", { class: "side" }, String(output)));
    this.plane.picture.insertBefore(svg("g", { "aria-hidden": "true" }, this.before, ...this.sides), this.plane.grid.nextSibling);
    this.plane.picture.append(this.sample);
    this.hint = el("p", { class: "plane-hint", role: "status" });
    this.plane.nameAxes("x₁", "x₂");
    this.plane.element.append(this.hint);
    this.element = el(
      "div",
      { class: "plane-frame", role: "group", ...named("perceptron.plane") },
      this.plane.element,
      el("p", { id: "line-help", class: "unseen", ...said("perceptron.lineHelp") }),
    );
    offerPlane(this.plane, this.element, () => ({ title: services.t("perceptron.plane"), x: "x₁", y: "x₂" }), services);
  }

  render() {
    this.plane.show(() => this.#draw());
  }

  destroy() {
    this.plane.destroy();
  }

  #draw() {
    const { run, plane } = this;
    const { format, t } = this.services;
    const weights = run.weights;
    const whole = cornersOf(view);
    const isLine = weights.w1 !== 0 || weights.w2 !== 0;
    const isSeen = isLine && segmentIn(weights, view) !== null;
    plane.showPieces([
      { polygon: clip(whole, weights), kind: "one" },
      { polygon: clip(whole, flipped(weights)), kind: "zero" },
    ].filter((_, side) => isLine || (side === 0) === weights.b >= 0));
    this.line?.element.toggleAttribute("hidden", !isLine);
    if (isLine) this.line?.show(weights, { name: t("perceptron.line"), text: spokenEquation(weights, format) });
    setText(this.hint, isSeen ? "" : t(isLine ? "perceptron.lineAway" : "perceptron.noLine"));
    plane.showPoints(this.#points());
    this.#writeSides(weights, isSeen);
    this.#showStep();
  }

  /** @returns {PlacedPoint[]} */
  #points() {
    const { answer, table } = this.run;
    const { w1, w2, b } = this.run.weights;
    // Above its point a label would lie on a steep line, and perhaps on the line's end.
    const isOnSteepLine = (/** @type {number} */ sum) => Math.abs(w1) > Math.abs(w2) && Math.abs(sum) < 0.15 * Math.hypot(w1, w2);
    return rows.map(([x, y], row) => {
      const target = Number(table[row]);
      const wrong = answer !== null && answer.outputs[row] !== target;
      /** @type {LabelSide} */
      const labelSide = { x: isOnSteepLine(w1 * x + w2 * y + b) ? 1 : 0, y: 1 };
      return { x, y, kind: target === 1 ? "one" : "zero", label: `(${x}, ${y})`, labelSide, wrong };
    });
  }

  /** @param {HalfPlane} weights @param {boolean} isSeen */
  #writeSides(weights, isSeen) {
    const length = Math.hypot(weights.w1, weights.w2);
    const foot = isSeen ? nearestOnLine(weights, middle) : middle;
    for (const [index, text] of this.sides.entries()) {
      text.toggleAttribute("hidden", !isSeen);
      if (!isSeen) continue;
      const away = (index === 0 ? OFF_LINE + Math.min(ARROW.most, this.plane.size * ARROW.part) : -OFF_LINE) / length;
      const { x, y } = this.plane.place(foot);
      const places = ALONG_LINE.map((along) => ({
        x: x + away * weights.w1 - (along * weights.w2) / length,
        y: y - away * weights.w2 - (along * weights.w1) / length,
      }));
      place(text, this.#inPicture(places.find((point) => this.#isFree(point)) ?? places[0] ?? foot));
    }
  }

  /** Where a line leaves a narrow strip the number is whole all the same. @param {Point} point @returns {Point} */
  #inPicture({ x, y }) {
    const inside = (/** @type {number} */ place) => Math.min(this.plane.size - SIDE_INSET, Math.max(SIDE_INSET, place));
    return { x: inside(x), y: inside(y) };
  }

  /** @param {Point} point in the picture's pixels */
  #isFree({ x, y }) {
    const { across, above, below } = KEPT_FREE;
    return rows.every(([x1, x2]) => {
      const at = this.plane.place({ x: x1, y: x2 });
      return Math.abs(x - at.x) > across || y < at.y - above || y > at.y + below;
    });
  }

  #showStep() {
    const { progress } = this.run;
    const step = progress?.step ?? null;
    const [x, y] = rows[step?.row ?? 0] ?? [0, 0];
    this.sample.toggleAttribute("hidden", step === null);
    this.sample.setAttribute("r", String(RING * this.plane.size));
    const at = this.plane.place({ x, y });
    this.sample.setAttribute("cx", String(at.x));
    this.sample.setAttribute("cy", String(at.y));
    const before = step && step.error !== 0 && (step.before.w1 !== 0 || step.before.w2 !== 0) ? segmentIn(step.before, view) : null;
    this.before.toggleAttribute("hidden", before === null);
    this.plane.drawnLine = before && [this.plane.place(before[0]), this.plane.place(before[1])];
    if (this.plane.drawnLine) this.before.setAttribute("d", `M${this.plane.drawnLine.map(({ x, y }) => `${x} ${y}`).join("L")}`);
  }
}

/** @param {SVGElement} element @param {Point} point */
function place(element, { x, y }) {
  element.setAttribute("x", String(x));
  element.setAttribute("y", String(y));
}
