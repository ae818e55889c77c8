/**
 * The canvas to draw on: with a mouse, a finger, a pen, or the arrow keys. A drawing is its strokes, in parts of the
 * canvas's side, so that it stays what it is at any size.
 */

import { colour } from "../../charts/colours.js";
import { el, named, oncePerFrame, said, tipped } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { KeyPen } from "./key-pen.js";

/** @import { Stroke } from "../../protocol" */
/** @import { DigitsServices } from "./fields.js" */

/** In parts of the canvas's side: as thick as a felt pen, which is how the data set's digits look. */
const PEN_WIDTH = 0.075;

export class Pad {
  /** The stroke under way, by pointer. @type {{ pointer: number, stroke: Stroke } | null} */
  #drawing = null;
  #wantActivations = false;

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
    this.back = el("button", { type: "button", class: "icon-button", onclick: () => this.undo(), ...tipped("pad.undo") }, icon("undo"));
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

  update() {
    this.paint();
  }

  render() {}

  destroy() {
    this.observer.disconnect();
    this.paint.cancel();
    this.send.cancel();
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || this.#drawing) return;
      canvas.setPointerCapture(event.pointerId);
      const [x, y] = this.#place(event);
      this.#drawing = { pointer: event.pointerId, stroke: this.#begin(x, y) };
    });
    canvas.addEventListener("pointermove", (event) => {
      if (this.#drawing?.pointer !== event.pointerId) return;
      const events = event.getCoalescedEvents?.() ?? [];
      for (const one of events.length > 0 ? events : [event]) this.#extend(this.#drawing.stroke, ...this.#place(one));
    });
    const end = (/** @type {PointerEvent} */ event) => {
      if (this.#drawing?.pointer === event.pointerId) this.#drawing = null;
    };
    canvas.addEventListener("pointerup", end);
    canvas.addEventListener("pointercancel", end);
    canvas.addEventListener("keydown", (event) => this.keyPen.press(event));
    canvas.addEventListener("keyup", (event) => this.keyPen.release(event));
    canvas.addEventListener("focus", () => this.keyPen.show(canvas.matches(":focus-visible")));
    canvas.addEventListener("blur", () => this.keyPen.show(false));
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

  /** Takes the last stroke back. */
  undo() {
    this.#strokes.pop();
    this.#drawing = null;
    this.keyPen.lift();
    this.#changed();
  }

  #clear() {
    this.#strokes.length = 0;
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
  for (let index = 2; index + 3 < stroke.length; index += 2) {
    path.quadraticCurveTo(at(index), at(index + 1), (at(index) + at(index + 2)) / 2, (at(index + 1) + at(index + 3)) / 2);
  }
  path.lineTo(at(stroke.length - 2), at(stroke.length - 1));
  return path;
}
