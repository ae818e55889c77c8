/**
 * The plane: the points, and what the network decides at every place. Own points are put in and taken out here, with a
 * pointer or with keys.
 */

import { computed, signal } from "@preact/signals-core";
import { colour, strokeWidth } from "../../../charts/colours.js";
import { classesLegend } from "../../../charts/legends.js";
import { offerFigure } from "../../../charts/take-along.js";
import { arrowOf } from "../../../shell/arrows.js";
import { segmented, switchField } from "../../../shell/controls.js";
import { el, said } from "../../../shell/dom.js";
import { isPalm } from "../../../shell/follow-pointer.js";
import { options, showsTest, withData } from "./settings.js";
import { edgeOf, enlarged } from "./map.js";
import { Legend } from "./legend.js";
import { EDGE, MOST_POINTS, pointAt, seenMeanwhile } from "./own-points.js";
import { diamond, disc, drawSet, placeOf } from "./points-picture.js";
import { paintMap, paletteOf } from "./paint.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { FigureTold } from "../../../charts/takeaway" */
/** @import { PlanarPoint } from "./protocol" */
/** @import { PlaygroundServices } from "./settings.js" */
/** @import { PlaygroundRun } from "./run.js" */

/** With a hard edge a cell is painted as so many pixels each way; a soft one the browser smooths by itself. */
const HARD_FINENESS = 4;
/** A point's radius, as a part of the picture's side; and a pixel more, so that it is seen in a small one. */
const RADIUS = 0.0115;
/** About as far as a finger is from where it points, in pixels. */
const FINGER = 12;
/** A key moves the cursor so far; with Shift, finer. */
const KEY_STEP = 0.1;
const FINE_KEY_STEP = 0.02;

/** @type {readonly ["1", "0"]} */
const classes = ["1", "0"];

export class BoundaryView {
  #palette = computed(() => paletteOf(this.element, this.services.state.values.trueStep));
  /** The class of the next point. @type {0 | 1} */
  #label = 1;
  /** Where keys put a point; null while they do not. @type {Signal<{ x1: number, x2: number } | null>} */
  #cursor = signal(null);

  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   * @param {HTMLElement} ownTools what else there is to do with own points
   */
  constructor(run, services, ownTools) {
    this.run = run;
    this.services = services;
    const { state } = services;
    this.data = segmented("playground.data", options.data, (data) => `playground.data.${data}`, (data) => state.set(withData(state.values, data)));
    this.map = el("canvas", { class: "boundary-map", "aria-hidden": "true" });
    this.marks = el("canvas", { class: "boundary-marks", tabindex: 0 });
    this.hint = el("p", { class: "boundary-hint", "aria-hidden": "true", ...said("playground.own.hint") });
    this.help = el("p", { id: "boundary-help", class: "unseen", ...said("playground.own.help") });
    this.trueStep = switchField("playground.trueStep", (trueStep) => state.set({ trueStep }));
    this.testPoints = switchField("playground.testPoints", (testPoints) => state.set({ testPoints }));
    this.legend = new Legend();
    this.label = segmented("playground.own.class", classes, (label) => `playground.own.class.${label}`, (label) => this.#setLabel(label));
    this.label.set("1");
    this.own = el("div", { class: "own-tools" }, this.label.element, ownTools);
    const square = el("div", { class: "boundary-square" }, this.map, this.marks, this.hint);
    this.element = el(
      "section",
      { class: "boundary-side" },
      el("div", { class: "data-choice" }, this.data.element),
      el("div", { class: "boundary-room" }, el("div", { class: "sheet boundary" }, square, this.help)),
      this.own,
      el("div", { class: "boundary-switches" }, this.trueStep.element, this.testPoints.element, this.legend.element),
    );
    offerFigure(square, () => ({ title: services.t("chart.decides"), x: { name: "x₁", from: -EDGE, to: EDGE }, y: { name: "x₂", from: -EDGE, to: EDGE }, legend: this.#legend(), without: ".boundary-hint" }), services);
    this.observer = new ResizeObserver(() => this.#drawMarks());
    this.observer.observe(this.marks);
    this.#listen();
  }

  get #isOwn() {
    return this.services.state.values.data === "own";
  }

  render() {
    const { data, trueStep, testPoints } = this.services.state.values;
    this.data.set(data);
    this.trueStep.set(trueStep);
    this.testPoints.set(testPoints);
    this.own.hidden = !this.#isOwn;
    this.testPoints.element.hidden = this.#isOwn;
    this.marks.setAttribute("role", this.#isOwn ? "application" : "img");
    this.marks.classList.toggle("own", this.#isOwn);
    if (this.#isOwn) this.marks.setAttribute("aria-describedby", "boundary-help");
    else this.marks.removeAttribute("aria-describedby");
    const { frame, info } = this.run;
    this.legend.show({ test: showsTest(this.services.state.values) && (info?.test.targets.length ?? 0) > 0 });
    this.hint.hidden = !(this.#isOwn && this.services.state.values.own.length === 0);
    if (frame) {
      const { answer, answerSide } = frame.maps;
      const times = trueStep ? HARD_FINENESS : 1;
      paintMap(this.map, enlarged(answer, answerSide, times), answerSide * times, this.#palette.value);
    }
    this.#drawMarks();
    this.marks.setAttribute("aria-label", this.#name());
  }

  destroy() {
    this.observer.disconnect();
  }

  /** What its picture says of the points. @returns {FigureTold["legend"]} */
  #legend() {
    const { t } = this.services;
    return [
      ...classesLegend(t),
      ...(this.legend.test.hidden ? [] : [{ name: t("playground.legend.test"), mark: /** @type {const} */ ("diamond"), colour: /** @type {const} */ ("ink-2") }]),
    ];
  }

  /** What the picture shows, for those who do not see it. */
  #name() {
    const { t, format } = this.services;
    const { info } = this.run;
    const counts = [info?.training, info?.test].map((set) => format.integer(set?.targets.length ?? 0));
    return t("playground.plane", { training: counts[0] ?? "", test: counts[1] ?? "" });
  }

  /** @param {"0" | "1"} label */
  #setLabel(label) {
    this.#label = label === "1" ? 1 : 0;
    this.label.set(label);
  }

  #listen() {
    const { marks } = this;
    marks.addEventListener("click", (event) => {
      if (!this.#isOwn || isPalm(event)) return;
      const box = marks.getBoundingClientRect();
      const x1 = EDGE * ((2 * (event.clientX - box.left)) / box.width - 1);
      const x2 = EDGE * (1 - (2 * (event.clientY - box.top)) / box.height);
      const reach = event instanceof PointerEvent && event.pointerType === "touch" ? FINGER : RADIUS * box.width + 1;
      // The second click of two at once is none that takes out what the first has put in.
      this.#press(x1, x2, (2 * EDGE * reach) / box.width, event.detail < 2);
    });
    marks.addEventListener("keydown", (event) => {
      if (this.#isOwn) this.#key(event);
    });
    marks.addEventListener("blur", () => {
      this.#cursor.value = null;
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.shiftKey ? FINE_KEY_STEP : KEY_STEP;
    const arrow = arrowOf(event);
    if (event.key === "0" || event.key === "1") this.#setLabel(event.key);
    else if (event.key === "Enter" || event.code === "Space") this.#press(this.#cursor.value?.x1 ?? 0, this.#cursor.value?.x2 ?? 0, FINE_KEY_STEP / 2);
    else if (!arrow) return;
    else {
      const { x1, x2 } = this.#cursor.value ?? { x1: 0, x2: 0 };
      const cursor = pointAt(x1 + step * arrow[0], x2 + step * arrow[1], 0);
      this.#cursor.value = cursor;
      const { t, format } = this.services;
      this.services.announce(t("playground.own.at", { x1: format.fixed(cursor.x1, 2), x2: format.fixed(cursor.x2, 2) }));
    }
    event.preventDefault();
  }

  /**
   * Takes the point out that is there, or puts one in.
   * @param {number} x1
   * @param {number} x2
   * @param {number} reach
   * @param {boolean} [takesOut]
   */
  #press(x1, x2, reach, takesOut = true) {
    const { state, notices, announce, t, format } = this.services;
    const { own } = state.values;
    const distances = own.map((point) => Math.hypot(point.x1 - x1, point.x2 - x2));
    const near = Math.min(...distances);
    if (near <= reach && !takesOut) return;
    const isFull = () => state.values.own.length >= MOST_POINTS;
    if (near > reach && isFull()) return notices.note("playground.own.full", { most: format.integer(MOST_POINTS) }, isFull);
    const changed = near <= reach ? own.toSpliced(distances.indexOf(near), 1) : [...own, pointAt(x1, x2, this.#label)];
    state.set({ own: changed });
    announce(t("playground.own.count", { points: format.integer(changed.length) }));
  }

  #drawMarks() {
    const { marks } = this;
    const side = Math.round(marks.clientWidth * devicePixelRatio);
    if (side === 0) return;
    if (marks.width !== side) marks.width = marks.height = side;
    const context = marks.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, side, side);
    this.#drawAxes(context, side);
    this.#drawEdge(context, side);
    const points = this.#points();
    const radius = RADIUS * side + devicePixelRatio;
    const looks = { side, radius, hair: devicePixelRatio };
    if (points && showsTest(this.services.state.values)) drawSet(context, this.element, points.test, { ...looks, outline: diamond });
    if (points) drawSet(context, this.element, points.training, { ...looks, outline: disc });
    if (this.#cursor.value) this.#drawCursor(context, this.#cursor.value, side);
  }

  /** One's own are seen as soon as they are put in, though the worker may not have heard of them yet. */
  #points() {
    const { info, isMaking } = this.run;
    return info && isMaking && this.#isOwn ? seenMeanwhile(this.services.state.values.own, info) : info;
  }

  /** @param {CanvasRenderingContext2D} context @param {number} side */
  #drawAxes(context, side) {
    context.strokeStyle = colour(this.element, "ink-2");
    context.globalAlpha = 0.35;
    context.lineWidth = devicePixelRatio;
    context.beginPath();
    context.moveTo(side / 2, 0);
    context.lineTo(side / 2, side);
    context.moveTo(0, side / 2);
    context.lineTo(side, side / 2);
    context.stroke();
    context.globalAlpha = 1;
  }

  /** Where the decision changes. @param {CanvasRenderingContext2D} context @param {number} side */
  #drawEdge(context, side) {
    const maps = this.run.frame?.maps;
    if (!maps) return;
    const scale = side / maps.answerSide;
    context.strokeStyle = colour(this.element, "ink");
    context.lineWidth = strokeWidth(this.element) * 0.8 * devicePixelRatio;
    context.lineCap = "round";
    context.beginPath();
    for (const [x1, y1, x2, y2] of edgeOf(maps.answer, maps.answerSide)) {
      context.moveTo(x1 * scale, y1 * scale);
      context.lineTo(x2 * scale, y2 * scale);
    }
    context.stroke();
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Pick<PlanarPoint, "x1" | "x2">} cursor
   * @param {number} side
   */
  #drawCursor(context, { x1, x2 }, side) {
    const [x, y] = placeOf(x1, x2, side);
    const arm = side / 40;
    context.strokeStyle = colour(this.element, "ink");
    context.lineWidth = 2 * devicePixelRatio;
    context.beginPath();
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
    context.stroke();
  }
}
