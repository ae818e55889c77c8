/**
 * The next gradient step, predicted on the map of the loss and then shown as an arrow: where the slope sends the point, and
 * how far.
 */

import { signal } from "@preact/signals-core";
import { HALF, MapPoint } from "../../charts/map-point.js";
import { el, setText, svg, translate } from "../../shell/dom.js";
import { drawn, whenever } from "../../shell/signals.js";
import { landing } from "./landing.js";
import { weightText } from "./numbers.js";
import { REACH } from "./settings.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

/** Of the arrow's point, in the units of the picture. */
const BARB = 6;

export class NextStep {
  /** Where it is guessed to end, and after how many steps; null while nothing is guessed. @type {Signal<{ at: [w: number, b: number], steps: number } | null>} */
  #guess = signal(null);

  /** @param {Fit} fit @param {LearningServices} services */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.arrow = svg("path", { class: "surface-arrow" });
    this.ring = new MapPoint({
      kind: "surface-guess",
      name: "learning.guess",
      reach: () => REACH,
      now: () => this.#guess.value?.at ?? [0, 0],
      place: (w, b) => this.#move(w, b),
    });
    this.picture = svg("svg", { class: "surface-next", viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` }, this.arrow, this.ring.element);
    this.ring.listenOn(this.picture);
    this.words = el("p", { class: "small surface-words", role: "status" });
    translate(this.picture, services.t);
    this.ends = [
      // A run gives no single step to be guessed.
      whenever(() => fit.isOn || !fit.isLine, (gone) => void (gone && (this.#guess.value = null))),
      drawn(() => this.#render()),
    ];
  }

  destroy() {
    for (const end of this.ends) end();
  }

  /** From where the point is. */
  ask() {
    const [w = 0, b = 0] = this.fit.weights ?? [];
    this.fit.pause();
    this.#guess.value = { at: [w, b], steps: this.fit.steps };
    this.ring.element.focus({ preventScroll: true });
  }

  /** @param {number} w @param {number} b */
  #move(w, b) {
    const guess = this.#guess.value;
    if (guess && this.#isOpen) this.#guess.value = { ...guess, at: [within(w), within(b)] };
  }

  /** It has been guessed, and the step not been done. */
  get #isOpen() {
    return this.#guess.value?.steps === this.fit.steps;
  }

  #render() {
    const { fit, services } = this;
    const guess = this.#guess.value;
    const isOpen = this.#isOpen;
    const landed = landing(fit.path, guess?.at ?? null);
    const isShown = landed !== null && !isOpen && !fit.isOn;
    this.picture.classList.toggle("open", isOpen);
    this.ring.element.style.display = guess ? "" : "none";
    const text = (/** @type {number} */ value) => weightText(value, services.format);
    if (guess) this.ring.show(`w ${text(guess.at[0])}, b ${text(guess.at[1])}`);
    this.arrow.setAttribute("d", isShown ? this.#arrow(landed.from, landed.to) : "");
    setText(this.words, this.#say(isOpen, isShown && guess?.steps === fit.steps - 1 ? landed : null));
  }

  /** @param {boolean} isOpen @param {ReturnType<typeof landing>} landed */
  #say(isOpen, landed) {
    const { t, format } = this.services;
    if (isOpen) return t("learning.guess.ask");
    if (landed?.off === null || landed === null) return "";
    return t("learning.guess.came", { off: format.fixed(landed.off, 2), length: format.fixed(landed.length, 2) });
  }

  /** @param {[number, number]} from @param {[number, number]} to */
  #arrow(from, to) {
    const on = (/** @type {[number, number]} */ [w, b]) => [this.ring.onMap(w), this.ring.onMap(-b)];
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [on(from), on(to)];
    const turn = Math.atan2(y2 - y1, x2 - x1);
    const barb = (/** @type {number} */ side) => `${x2 - BARB * Math.cos(turn + side)} ${y2 - BARB * Math.sin(turn + side)}`;
    return `M${x1} ${y1}L${x2} ${y2}M${barb(0.5)}L${x2} ${y2}L${barb(-0.5)}`;
  }
}

/** On the map. @param {number} value */
function within(value) {
  return Math.min(REACH, Math.max(-REACH, value));
}
