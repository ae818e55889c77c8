/**
 * The next gradient step, predicted on the map of the loss and then shown as an arrow: where the slope sends the point, and
 * how far.
 */

import { signal } from "@preact/signals-core";
import { HALF, MapPoint } from "../../charts/map-point.js";
import { el, setText, svg, translate } from "../../shell/dom.js";
import { drawn, whenever } from "../../shell/signals.js";
import { landing } from "./landing.js";
import "./next-step.css";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */

const words = {
  ask: {
    en: "Where will it end? Move the ring there, then press Step.",
    ko: "어디에 도착할까요? 고리를 거기로 옮기고 한 스텝을 누르세요.",
  },
  /** @param {string} off @param {string} length */
  came: (off, length) => ({
    en: `Off by ${off}; the step is ${length} long. It goes straight downhill, across the contours, and knows nothing of the cross.`,
    ko: `${off}만큼 빗나갔어요(스텝 길이 ${length}). 등고선을 가로질러 곧장 내려갈 뿐, 십자가 어디인지는 몰라요.`,
  }),
};

/** Of the arrow's point, in the units of the picture. */
const BARB = 6;

export class NextStep {
  /** Where it is guessed to end, and after how many steps; null while nothing is guessed. @type {Signal<{ at: [w: number, b: number], steps: number } | null>} */
  #guess = signal(null);

  /** @param {Fit} fit @param {LearningServices} services @param {{ reach: number, write: (weight: number) => string }} map */
  constructor(fit, services, map) {
    this.map = map;
    this.fit = fit;
    this.services = services;
    this.arrow = svg("path", { class: "surface-arrow" });
    this.ring = new MapPoint({
      kind: "surface-guess",
      name: "learning.guess",
      reach: () => map.reach,
      now: () => this.#guess.value?.at ?? [0, 0],
      place: (w, b) => this.#move(w, b),
    });
    this.picture = svg("svg", { class: "surface-next", viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` }, this.arrow, this.ring.element);
    this.ring.listenOn(this.picture);
    this.words = el("p", { class: "small surface-words", role: "status" });
    translate(this.picture, services.t);
    this.ends = [
      // A run gives no single step to be guessed, and one that has begun anew is another.
      whenever(() => fit.isOn || !fit.isLine || fit.steps < (this.#guess.value?.steps ?? 0), (gone) => void (gone && (this.#guess.value = null))),
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
    if (guess && this.#isOpen) this.#guess.value = { ...guess, at: [this.#within(w), this.#within(b)] };
  }

  /** It has been guessed, and the step not been done. */
  get #isOpen() {
    return this.#guess.value?.steps === this.fit.steps;
  }

  #render() {
    const { fit } = this;
    const guess = this.#guess.value;
    const isOpen = this.#isOpen;
    const landed = landing(fit.path, guess?.at ?? null);
    const isShown = landed !== null && !isOpen && !fit.isOn;
    this.picture.classList.toggle("open", isOpen);
    this.ring.element.style.display = guess ? "" : "none";
    const text = this.map.write;
    if (guess) this.ring.show(`w ${text(guess.at[0])}, b ${text(guess.at[1])}`);
    this.arrow.setAttribute("d", isShown ? this.#arrow(landed.from, landed.to) : "");
    setText(this.words, this.#say(isOpen, isShown && guess?.steps === fit.steps - 1 ? landed : null));
  }

  /** On the map. @param {number} value */
  #within(value) {
    const { reach } = this.map;
    return Math.min(reach, Math.max(-reach, value));
  }

  /** @param {boolean} isOpen @param {ReturnType<typeof landing>} landed */
  #say(isOpen, landed) {
    const { format, language } = this.services;
    if (isOpen) return words.ask[language];
    if (landed?.off === null || landed === null) return "";
    return words.came(format.fixed(landed.off, 2), format.fixed(landed.length, 2))[language];
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
