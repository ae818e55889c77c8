/**
 * The canvas to draw on: with a mouse, a finger, a pen, or the arrow keys. A drawing is its strokes, in parts of the
 * canvas's side, so that it stays what it is at any size.
 */

import { el, named, said, tipped } from "./dom.js";
import { oncePerFrame } from "./frames.js";
import { followPointer, placesOf } from "./follow-pointer.js";
import { icon } from "./icons.js";
import { KeyPen } from "./key-pen.js";
import { strokeAll } from "./strokes.js";

/** @import { Key } from "../i18n" */
/** @import { Stroke } from "../protocol" */
/** @import { Action } from "./types" */

export class Pad {
  /**
   * What the pointer draws, from the stroke that was its first; no stroke while it is beside the canvas.
   * @type {{ first: number, stroke: Stroke | null } | null}
   */
  #drawing = null;
  /** What was there when it was cleared last, until that is taken back. @type {Stroke[]} */
  #cleared = [];

  /** @type {Stroke[]} */
  #strokes;

  /**
   * @param {object} options
   * @param {Stroke[]} options.strokes that are there; the drawing stays in this list
   * @param {Key} options.name of the canvas
   * @param {Key} options.hint what is to be drawn
   * @param {() => void} options.onChange there are other strokes, or more of them
   * @param {() => void} [options.undoEarlier] takes back what was done before, where the pad has nothing left to take back
   */
  constructor({ strokes, name, hint, onChange, undoEarlier = () => {} }) {
    this.#strokes = strokes;
    this.onChange = onChange;
    this.undoEarlier = undoEarlier;
    this.canvas = el("canvas", { class: "pad-canvas", tabindex: 0, role: "application", "aria-describedby": "pad-help", ...named(name) });
    this.hint = el("p", { class: "pad-hint", "aria-hidden": "true", ...said(hint) });
    /** @type {Action} */
    this.undoing = { name: () => "keys.undo", act: () => this.undo() };
    this.back = el("button", { type: "button", class: "icon-button", onclick: this.undoing.act, ...tipped(this.undoing.name()) }, icon("undo"));
    this.clear = el("button", { type: "button", onclick: () => this.#clear(), ...said("pad.clear") });
    this.element = el(
      "div",
      { class: "pad" },
      el("div", { class: "sheet pad-sheet" }, this.canvas, this.hint),
      el("div", { class: "pad-tools" }, this.back, this.clear),
      el("p", { id: "pad-help", class: "unseen", ...said("keys.drawing") }),
    );
    this.paint = oncePerFrame(() => this.#paint());
    this.keyPen = new KeyPen({
      begin: (x, y) => this.#begin(x, y),
      extend: (stroke, x, y) => this.#extend(stroke, x, y),
      undo: () => this.undo(),
      clear: () => this.#clear(),
      moved: () => this.paint(),
    });
    this.observer = new ResizeObserver(() => this.paint());
    this.observer.observe(this.canvas);
    this.#listen();
    this.hint.hidden = strokes.length > 0;
    if (strokes.length > 0) this.onChange();
  }

  /** The ink may be of another colour. */
  render() {
    this.#paint();
  }

  destroy() {
    this.observer.disconnect();
    this.paint.cancel();
  }

  #listen() {
    const { canvas } = this;
    followPointer(canvas, {
      begin: (event) => {
        this.#drawing = { first: this.#strokes.length, stroke: null };
        this.#draw(event);
        return true;
      },
      move: (event) => {
        for (const place of placesOf(event)) this.#draw(place);
      },
      end: () => (this.#drawing = null),
      drop: () => {
        if (!this.#drawing) return;
        this.#strokes.length = this.#drawing.first;
        this.#drawing = null;
        this.#changed();
      },
    });
    canvas.addEventListener("keydown", (event) => this.keyPen.press(event));
    canvas.addEventListener("keyup", (event) => this.keyPen.release(event));
    canvas.addEventListener("focus", () => this.keyPen.show(canvas.matches(":focus-visible")));
    canvas.addEventListener("blur", () => this.keyPen.show(false));
  }

  /** The pointer's ink: none beside the canvas, where nobody would see what the network is given. @param {PointerEvent} event */
  #draw(event) {
    if (!this.#drawing) return;
    const [x, y] = this.#place(event);
    const isInside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
    if (!isInside) this.#drawing.stroke = null;
    else if (this.#drawing.stroke) this.#extend(this.#drawing.stroke, x, y);
    else this.#drawing.stroke = this.#begin(x, y);
  }

  /** @param {PointerEvent} event @returns {[x: number, y: number]} in parts of the canvas's side */
  #place(event) {
    const box = this.canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {Stroke}
   */
  #begin(x, y) {
    const stroke = [x, y];
    this.#strokes.push(stroke);
    this.#changed();
    return stroke;
  }

  /**
   * @param {Stroke} stroke
   * @param {number} x
   * @param {number} y
   */
  #extend(stroke, x, y) {
    stroke.push(x, y);
    this.#changed();
  }

  /** Takes the last stroke back; where none is left, what was cleared away. */
  undo() {
    if (!this.#strokes.pop()) {
      if (this.#cleared.length === 0) return this.undoEarlier();
      this.#strokes.push(...this.#cleared.splice(0));
    }
    this.#drawing = null;
    this.keyPen.lift();
    this.#changed();
  }

  /** Another drawing in the place of this one; nothing of what was cleared before comes back. @param {Stroke[]} strokes */
  replace(strokes) {
    this.#strokes.splice(0, this.#strokes.length, ...strokes);
    this.#cleared = [];
    this.#drawing = null;
    this.keyPen.lift();
    this.#changed();
  }

  #clear() {
    const cleared = this.#strokes.splice(0);
    if (cleared.length > 0) this.#cleared = cleared;
    this.#drawing = null;
    this.keyPen.lift();
    this.#changed();
  }

  #changed() {
    this.hint.hidden = this.#strokes.length > 0;
    this.paint();
    this.onChange();
  }

  #paint() {
    const { canvas } = this;
    const side = Math.round(canvas.clientWidth * devicePixelRatio);
    if (side === 0) return;
    if (canvas.width !== side) canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, side, side);
    strokeAll(context, this.#strokes, side);
    this.keyPen.paint(context, side);
  }
}
