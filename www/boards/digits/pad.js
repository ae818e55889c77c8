/**
 * The canvas to draw on: with a mouse, a finger, a pen, or the arrow keys. A drawing is its strokes, in parts of the
 * canvas's side, so that it stays what it is at any size.
 */

import { colour } from "../../charts/colours.js";
import { el, named, said, tipped } from "../../shell/dom.js";
import { oncePerFrame } from "../../shell/frames.js";
import { followPointer, placesOf } from "../../shell/follow-pointer.js";
import { icon } from "../../shell/icons.js";
import { KeyPen } from "./key-pen.js";

/** @import { Stroke } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */

/** In parts of the canvas's side: as thick as a felt pen, which is how the data set's digits look. */
const PEN_WIDTH = 0.075;

export class Pad {
  /**
   * What the pointer draws, from the stroke that was its first; no stroke while it is beside the canvas.
   * @type {{ first: number, stroke: Stroke | null } | null}
   */
  #drawing = null;
  #wantActivations = false;
  /** What was there when it was cleared last, until that is taken back. @type {Stroke[]} */
  #cleared = [];

  /** @type {Stroke[]} */
  #strokes;

  /**
   * @param {DigitsServices} services
   * @param {Stroke[]} strokes that are there; the drawing stays in this list
   */
  constructor(services, strokes) {
    this.services = services;
    this.#strokes = strokes;
    this.canvas = el("canvas", { class: "pad-canvas", tabindex: 0, role: "application", "aria-describedby": "pad-help", ...named("pad.canvas") });
    this.hint = el("p", { class: "pad-hint", "aria-hidden": "true", ...said("pad.hint") });
    this.back = el("button", { type: "button", class: "icon-button", onclick: () => this.undo(), ...tipped("keys.undo") }, icon("undo"));
    this.clear = el("button", { type: "button", onclick: () => this.#clear(), ...said("pad.clear") });
    this.element = el(
      "div",
      { class: "pad" },
      el("div", { class: "sheet pad-sheet" }, this.canvas, this.hint),
      el("div", { class: "pad-tools" }, this.back, this.clear),
      el("p", { id: "pad-help", class: "unseen", ...said("pad.help") }),
    );
    this.paint = oncePerFrame(() => this.#paint());
    this.send = oncePerFrame(() => this.#send());
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
    if (strokes.length > 0) this.#changed();
  }

  /** Whether the answer is to tell what every layer makes of the drawing. @param {boolean} wanted */
  set wantActivations(wanted) {
    if (wanted === this.#wantActivations) return;
    this.#wantActivations = wanted;
    this.send();
  }

  /** The ink may be of another colour. */
  render() {
    this.#paint();
  }

  destroy() {
    this.observer.disconnect();
    this.paint.cancel();
    this.send.cancel();
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
    if (!this.#strokes.pop()) this.#strokes.push(...this.#cleared.splice(0));
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
    this.send();
  }

  #send() {
    const drawing = { strokes: this.#strokes, penWidth: PEN_WIDTH, wantActivations: this.#wantActivations };
    this.services.client.request("draw", drawing).catch((error) => console.warn(error));
  }

  #paint() {
    const { canvas } = this;
    const side = Math.round(canvas.clientWidth * devicePixelRatio);
    if (side === 0) return;
    if (canvas.width !== side) canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, side, side);
    context.strokeStyle = colour(canvas, "ink");
    context.lineWidth = PEN_WIDTH * side;
    context.lineCap = context.lineJoin = "round";
    for (const stroke of this.#strokes) context.stroke(pathOf(stroke, side));
    this.keyPen.paint(context, side);
  }
}

/**
 * The stroke as a smooth line: through the middles between its points, bent by the points themselves.
 * @param {Stroke} stroke
 * @param {number} side
 */
function pathOf(stroke, side) {
  const at = (/** @type {number} */ index) => (stroke[index] ?? 0) * side;
  const path = new Path2D();
  path.moveTo(at(0), at(1));
  // A tap: a line of no length at all would leave no ink.
  if (stroke.length === 2) path.lineTo(at(0) + 0.01, at(1));
  for (let index = 2; index + 3 < stroke.length; index += 2) {
    path.quadraticCurveTo(at(index), at(index + 1), (at(index) + at(index + 2)) / 2, (at(index + 1) + at(index + 3)) / 2);
  }
  path.lineTo(at(stroke.length - 2), at(stroke.length - 1));
  return path;
}
