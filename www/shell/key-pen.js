/**
 * A pen that the keyboard moves: arrows move it (two at once go slantwise), Space or Enter put it down and lift it.
 */

import { colour } from "../charts/colours.js";

/** @import { Stroke } from "../protocol" */

/**
 * @typedef {object} Paper
 * @property {(x: number, y: number) => Stroke} begin
 * @property {(stroke: Stroke, x: number, y: number) => void} extend
 * @property {() => void} undo
 * @property {() => void} clear
 * @property {() => void} moved
 */

/** In parts of the paper's side, for one press; with Shift less. */
const STEP = 0.04;
const FINE_STEP = 0.01;

/** @type {Record<string, [x: number, y: number]>} */
const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class KeyPen {
  #x = 0.5;
  #y = 0.25;
  #shown = false;
  /** @type {Stroke | null} */
  #stroke = null;
  /** @type {Set<string>} */
  #held = new Set();

  /** @param {Paper} paper */
  constructor(paper) {
    this.paper = paper;
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#shown = shown;
    if (!shown) this.lift();
    this.paper.moved();
  }

  lift() {
    this.#stroke = null;
    this.#held.clear();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (directions[event.key]) this.#move(event);
    else if (event.key === " " || event.key === "Enter") this.#toggle();
    else if (event.key === "Backspace") this.paper.undo();
    else if (event.key === "Delete") this.paper.clear();
    else return;
    event.preventDefault();
    this.#shown = true;
    this.paper.moved();
  }

  /** @param {KeyboardEvent} event */
  release(event) {
    this.#held.delete(event.key);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} side of the canvas in its pixels
   */
  paint(context, side) {
    if (!this.#shown) return;
    context.beginPath();
    context.arc(this.#x * side, this.#y * side, side * 0.03, 0, 2 * Math.PI);
    context.lineWidth = side * 0.01;
    context.strokeStyle = context.fillStyle = colour(context.canvas, "one");
    context.stroke();
    if (this.#stroke) context.fill();
  }

  #toggle() {
    this.#stroke = this.#stroke ? null : this.paper.begin(this.#x, this.#y);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    this.#held.add(event.key);
    const step = event.shiftKey ? FINE_STEP : STEP;
    for (const key of this.#held) {
      const [x, y] = directions[key] ?? [0, 0];
      this.#x = inside(this.#x + x * step);
      this.#y = inside(this.#y + y * step);
    }
    if (this.#stroke) this.paper.extend(this.#stroke, this.#x, this.#y);
  }
}

/** @param {number} place */
function inside(place) {
  return Math.min(0.96, Math.max(0.04, place));
}
