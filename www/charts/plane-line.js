/**
 * A line in a plane that can be dragged: its body moves it, its ends turn it, and an arrow points to the side that
 * fires. By keyboard, arrows move it, and turn it with Shift.
 */

import { arrowOf } from "../shell/arrows.js";
import { svg } from "../shell/dom.js";
import { keptInView, middleOf, moved, nearestOnLine, rounded, segmentIn, turned } from "./half-plane.js";

/** @import { HalfPlane, Point } from "./half-plane.js" */
/** @import { Plane } from "./plane.js" */

/** One press of an arrow. */
const STEP = 0.05;
const TURN = Math.PI / 36;

/** What a finger hits, in pixels: half of it lies on either side. */
const GRIP = 44;

export class PlaneLine {
  /** @type {HalfPlane} */
  #unit = { w1: 1, w2: 1, b: 0 };
  /** In the picture's pixels. @type {Point[]} */
  #ends = [];
  /** While the pointer has it; it turns around `pivot`, if there is one. @type {{ start: HalfPlane, from: Point, pivot: Point | null } | null} */
  #hold = null;

  /**
   * @param {Plane} plane
   * @param {{ focusable: boolean, crowded: boolean, onMove: (unit: HalfPlane) => void, onRelease: () => void }} options
   */
  constructor(plane, { focusable, crowded, onMove, onRelease }) {
    this.plane = plane;
    this.crowded = crowded;
    this.onMove = onMove;
    this.onRelease = onRelease;
    this.halo = svg("path", { class: "halo" });
    this.stroke = svg("path", { class: "stroke" });
    this.arrow = svg("path", { class: "arrow" });
    this.body = svg("path", { class: "grip", "stroke-width": GRIP });
    this.knobs = [0, 1].map(() => svg("circle", { class: "knob", r: 8 }));
    this.endGrips = [0, 1].map(() => svg("circle", { class: "grip end", r: GRIP / 2 }));
    this.element = svg(
      "g",
      { class: crowded ? "plane-line crowded" : "plane-line", ...(focusable ? { tabindex: 0, role: "slider" } : {}) },
      this.halo,
      this.stroke,
      this.arrow,
      ...this.knobs,
      this.body,
      ...this.endGrips,
    );
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * @param {HalfPlane} unit
   * @param {{ name?: string, text?: string, part?: number, kind?: string }} look `text` says where the line is; `part` is
   * how much of the line is there: what is faint cannot be dragged
   */
  show(unit, { name, text, part = 1, kind = "" } = {}) {
    this.#unit = unit;
    const segment = segmentIn(unit, this.plane.view);
    this.element.style.opacity = String(part);
    this.element.classList.toggle("gone", !segment || part < 0.5);
    this.element.dataset.kind = kind;
    if (name !== undefined) this.#describe(name, text ?? "");
    if (segment) this.#draw(segment);
  }

  /** @param {Point} place in the picture's pixels @returns {{ line: PlaneLine, end: number | null, distance: number }[]} */
  gripsNear(place) {
    const [a, b] = this.#ends;
    if (!a || !b || this.element.classList.contains("gone")) return [];
    const across = distanceToLine(place, [a, b]);
    const ends = [a, b].map((end, index) => ({ line: this, end: index, distance: Math.hypot(place.x - end.x, place.y - end.y) / 2 }));
    const withEnds = !this.crowded || this.element === document.activeElement;
    return [{ line: this, end: null, distance: across + 4 }, ...(withEnds ? ends : [])].filter(({ distance }) => distance <= GRIP / 2);
  }

  /**
   * Takes hold of the line, or of one of its ends.
   * @param {PointerEvent} event
   * @param {number | null} end null for the body
   */
  take(event, end) {
    const start = this.#unit;
    const pivot = end === null ? null : nearestOnLine(start, this.#inPlane(this.#ends[1 - end]));
    this.#hold = { start, from: this.plane.pointAt(event), pivot };
    this.element.focus({ preventScroll: true });
    this.element.classList.add("held");
  }

  /** @param {PointerEvent} event */
  follow(event) {
    if (!this.#hold) return;
    const { start, from, pivot } = this.#hold;
    const to = this.plane.pointAt(event);
    if (pivot) this.#move(turned(start, angle(pivot, to) - angle(pivot, from), pivot));
    else this.#move(moved(start, { x: to.x - from.x, y: to.y - from.y }));
  }

  release() {
    this.#hold = null;
    this.element.classList.remove("held");
    this.onRelease();
  }

  /** Back to where it was taken from. */
  drop() {
    if (this.#hold) this.#move(this.#hold.start);
    this.release();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const [x, y] = arrowOf(event) ?? [0, 0];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    // Left and up turn it counterclockwise.
    if (event.shiftKey) this.#move(turned(this.#unit, (y - x) * TURN, nearestOnLine(this.#unit, middleOf(this.plane.view))));
    else this.#move(moved(this.#unit, { x: x * STEP, y: y * STEP }));
    this.onRelease();
  }

  /** @param {HalfPlane} unit */
  #move(unit) {
    // The next press of a key may come before the next frame.
    this.#unit = rounded(keptInView(unit, this.plane.view));
    this.onMove(this.#unit);
  }

  /** @param {string} name @param {string} text */
  #describe(name, text) {
    const { x, y } = middleOf(this.plane.view);
    this.element.setAttribute("aria-label", name);
    this.element.setAttribute("aria-valuetext", text);
    this.element.setAttribute("aria-valuenow", (this.#unit.w1 * x + this.#unit.w2 * y + this.#unit.b).toFixed(2));
  }

  /** @param {[Point, Point]} segment */
  #draw(segment) {
    const { plane } = this;
    const [a, b] = [plane.place(segment[0]), plane.place(segment[1])];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
    const inset = Math.min(GRIP / 2, length / 6);
    this.#ends = [
      { x: a.x + inset * along.x, y: a.y + inset * along.y },
      { x: b.x - inset * along.x, y: b.y - inset * along.y },
    ];
    const d = `M${a.x} ${a.y}L${b.x} ${b.y}`;
    for (const path of [this.halo, this.stroke, this.body]) path.setAttribute("d", d);
    for (const [index, end] of this.#ends.entries()) {
      for (const circle of [this.knobs[index], this.endGrips[index]]) {
        circle?.setAttribute("cx", String(end.x));
        circle?.setAttribute("cy", String(end.y));
      }
    }
    // In pixels the second axis goes down: the firing side is at the segment's left there too.
    const tip = Math.max(16, Math.min(36, plane.size * 0.07));
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    const out = { x: along.y, y: -along.x };
    const [tipX, tipY] = [x + tip * out.x, y + tip * out.y];
    const wing = tip * 0.36;
    const wings = [1, -1].map((side) => `${tipX - wing * out.x + side * wing * along.x} ${tipY - wing * out.y + side * wing * along.y}`);
    this.arrow.setAttribute("d", `M${x} ${y}L${tipX} ${tipY}M${wings[0]}L${tipX} ${tipY}L${wings[1]}`);
  }

  /** @param {Point} [place] the view's middle where there is none */
  #inPlane(place) {
    const { view, size } = this.plane;
    if (!place) return middleOf(view);
    const scale = (view.to - view.from) / size;
    return { x: view.from + place.x * scale, y: view.to - place.y * scale };
  }
}

/** @param {Point} from @param {Point} to */
function angle(from, to) {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

/** From the line through two points. @param {Point} place @param {[Point, Point]} line */
export function distanceToLine(place, [a, b]) {
  return Math.abs((place.x - a.x) * (b.y - a.y) - (place.y - a.y) * (b.x - a.x)) / Math.hypot(b.x - a.x, b.y - a.y);
}
