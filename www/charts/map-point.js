/**
 * A point on a square map, which a pointer takes along and arrow keys move.
 */

import { arrowOf } from "../shell/arrows.js";
import { named, svg } from "../shell/dom.js";
import { followPointer } from "../shell/follow-pointer.js";

/** @import { Key } from "../i18n" */

/** Half of the map's side in the units of its picture, whose middle is (0, 0). */
export const HALF = 100;
/** By keyboard, for one press; with Shift less. */
const STEP = 0.1;
const FINE_STEP = 0.01;
/** What is far outside stays near enough to be drawn. */
const FARTHEST = 50 * HALF;

export class MapPoint {
  /** Before the pointer took it. @type {[x: number, y: number]} */
  #before = [0, 0];

  /**
   * @param {object} options
   * @param {string} options.kind the classes of its parts begin with it
   * @param {Key} options.name
   * @param {string} [options.describedBy]
   * @param {() => number} options.reach half of the map's side in the numbers that it shows
   * @param {() => [x: number, y: number]} options.now where the point is
   * @param {(x: number, y: number) => void} options.place
   * @param {() => void} [options.release] it has been let go of
   */
  constructor({ kind, name, describedBy, reach, now, place, release = () => {} }) {
    this.reach = reach;
    this.now = now;
    this.place = place;
    this.release = release;
    this.element = svg(
      "g",
      { class: `${kind}-grip`, tabindex: 0, role: "slider", "aria-describedby": describedBy, ...named(name) },
      svg("circle", { class: `${kind}-halo`, r: 13 }),
      svg("circle", { class: `${kind}-dot`, r: 5.5 }),
    );
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {SVGSVGElement} picture that it lies on */
  listenOn(picture) {
    followPointer(picture, {
      begin: (event) => {
        event.preventDefault();
        this.#before = this.now();
        this.element.focus({ preventScroll: true });
        this.#follow(picture, event);
        return true;
      },
      move: (event) => this.#follow(picture, event),
      end: this.release,
      drop: () => {
        this.place(...this.#before);
        this.release();
      },
    });
  }

  /** Puts it where it is now, and says so. @param {string} text */
  show(text) {
    const [x, y] = this.now();
    this.element.setAttribute("transform", `translate(${this.onMap(x)} ${this.onMap(-y)})`);
    this.element.setAttribute("aria-valuemin", String(-this.reach()));
    this.element.setAttribute("aria-valuemax", String(this.reach()));
    this.element.setAttribute("aria-valuenow", String(x));
    this.element.setAttribute("aria-valuetext", text);
  }

  /** In the units of the picture. @param {number} value */
  onMap(value) {
    return Math.min(FARTHEST, Math.max(-FARTHEST, (value / this.reach()) * HALF));
  }

  /** @param {SVGSVGElement} picture @param {PointerEvent} event */
  #follow(picture, { clientX, clientY }) {
    const box = picture.getBoundingClientRect();
    const reach = this.reach();
    const along = (/** @type {number} */ part) => Math.min(reach, Math.max(-reach, (2 * part - 1) * reach));
    this.place(along((clientX - box.left) / box.width), -along((clientY - box.top) / box.height));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = arrowOf(event);
    if (!arrow) return;
    event.preventDefault();
    const step = event.shiftKey ? FINE_STEP : STEP;
    const [x, y] = this.now();
    this.place(x + arrow[0] * step, y + arrow[1] * step);
  }
}
