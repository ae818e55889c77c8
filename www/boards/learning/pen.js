/**
 * Draws g: with the pointer along its way, with the arrow keys around a place that they move.
 */

import { signal } from "@preact/signals-core";
import { colour, strokeWidth } from "../../charts/colours.js";
import { arrowOf } from "../../shell/arrows.js";
import { followPointer, placesOf } from "../../shell/follow-pointer.js";
import { EDGE, drawStroke, knotAt, raise } from "./target.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningState } from "./settings.js" */
/** @import { Scale } from "./frame.js" */

/** @typedef {{ x: number, y: number }} Place of the picture, in numbers */

/** For one press of a key; with Shift less. */
const STEP = { x: 0.1, y: 0.1 };
const FINE_STEP = { x: 0.05, y: 0.02 };

export class Pen {
  /** Where the keyboard is; null while it does not draw. @type {Signal<number | null>} */
  #cursor = signal(null);
  #x = 0;
  /** The pointer's place before, while it draws. @type {Place} */
  #from = { x: 0, y: 0 };
  /** What g was before each stroke, and before another one was picked in place of what was drawn. @type {Signal<Parameters<Fit["undraw"]>[0][]>} */
  #before = signal([]);

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ placeOf: (event: PointerEvent) => Place, fit: Fit }} options
   */
  constructor(canvas, { placeOf, fit }) {
    this.canvas = canvas;
    this.placeOf = placeOf;
    this.fit = fit;
    followPointer(canvas, {
      begin: (event) => {
        this.#keep();
        this.#from = placeOf(event);
        this.#extend(event);
        return true;
      },
      move: (event) => {
        for (const place of placesOf(event)) this.#extend(place);
      },
      end: () => {},
      drop: () => this.undo(),
    });
    canvas.addEventListener("keydown", (event) => this.#press(event));
    canvas.addEventListener("focus", () => this.#show(canvas.matches(":focus-visible")));
    canvas.addEventListener("blur", () => this.#show(false));
  }

  /**
   * The keyboard's place on g.
   * @param {CanvasRenderingContext2D} context
   * @param {Scale} toX
   * @param {Scale} toY
   */
  paint(context, toX, toY) {
    const { knots } = this.fit;
    const x = this.#cursor.value;
    if (x === null || !knots) return;
    context.strokeStyle = colour(this.canvas, "ink");
    context.lineWidth = strokeWidth(this.canvas);
    context.beginPath();
    context.arc(toX(x), toY(knots[knotAt(x)] ?? 0), 12, 0, 2 * Math.PI);
    context.stroke();
  }

  /** Whether there is anything to be taken back. */
  get canUndo() {
    return this.#before.value.length > 0;
  }

  /** Takes the last stroke back, or the choice of another g. */
  undo() {
    const last = this.#before.value.at(-1);
    this.#before.value = this.#before.value.slice(0, -1);
    if (last) this.fit.undraw(last);
  }

  /** Another g is picked: what was drawn can be had back. @param {LearningState["g"]} g */
  pick(g) {
    const { state } = this.fit.services;
    if (state.values.g === "own") this.#keep();
    state.set({ g, own: [] });
  }

  /** Notes what g is before it becomes another one. */
  #keep() {
    const { knots, services } = this.fit;
    const { g, own } = services.state.values;
    if (knots) this.#before.value = [...this.#before.value, { g, own, knots }];
  }

  /** @param {PointerEvent} event */
  #extend(event) {
    const { knots } = this.fit;
    if (!knots) return;
    const place = this.placeOf(event);
    this.fit.draw(drawStroke(knots, this.#from, place));
    this.#from = place;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const arrow = arrowOf(event);
    const { knots } = this.fit;
    if (!arrow || !knots) return;
    event.preventDefault();
    const step = event.shiftKey ? FINE_STEP : STEP;
    this.#x = Math.min(EDGE, Math.max(-EDGE, this.#x + arrow[0] * step.x));
    if (arrow[1] !== 0) {
      this.#keep();
      this.fit.draw(raise(knots, this.#x, arrow[1] * step.y, event.shiftKey));
    }
    this.#show(true);
  }

  /** @param {boolean} isShown */
  #show(isShown) {
    this.#cursor.value = isShown ? this.#x : null;
  }
}
