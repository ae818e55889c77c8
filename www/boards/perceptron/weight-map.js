/**
 * Every (w1, w2) for the bias as it is, coloured by how many rows such a line gets right, and the line as a point that
 * can be dragged.
 */

import { computed, signal } from "@preact/signals-core";
import { Newest } from "../../shell/newest.js";
import { el, named, said, setText, svg } from "../../shell/dom.js";
import { followPointer } from "../../shell/follow-pointer.js";
import { whenever } from "../../shell/signals.js";
import { limits } from "./fields.js";
import { signed } from "./formulas.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { PerceptronRegion, PerceptronWeights, TruthTable } from "../../protocol/perceptron" */
/** @import { Course } from "./course.js" */
/** @import { PerceptronServices } from "./fields.js" */

/** Half of the map's side in weights; as far as they can be set where the line is beyond. */
const REACH = 3;
/** Half of the map's side in the units of its picture. */
const HALF = 100;
/** By keyboard, for one press; with Shift less. */
const STEP = 0.1;
const FINE_STEP = 0.01;
/** A region of less than this has no room for its score. */
const LABEL_AREA = 300;

/** @type {Record<string, [w1: number, w2: number]>} */
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class WeightMap {
  /** How many rows are right where the most are. @type {Signal<number | null>} */
  #best = signal(null);
  /** Before the pointer took the point. @type {PerceptronWeights} */
  #before = { w1: 0, w2: 0, b: 0 };

  /**
   * @param {Course} course
   * @param {PerceptronServices} services
   */
  constructor(course, services) {
    this.course = course;
    this.services = services;
    this.regions = svg("g");
    this.dot = svg("circle", { class: "map-dot", r: 5.5 });
    this.grip = svg("g", { class: "map-grip", tabindex: 0, role: "slider", ...named("perceptron.mapPoint") }, svg("circle", { class: "map-halo", r: 13 }), this.dot);
    const axes = svg("path", { class: "map-axes", d: `M${-HALF} 0H${HALF}M0 ${-HALF}V${HALF}` });
    this.picture = svg("svg", { class: "map", viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` }, this.regions, axes, this.grip);
    this.words = el("p");
    this.element = el(
      "div",
      { class: "extra-map" },
      el("div", { class: "map-frame" }, this.picture, el("span", { class: "across", "aria-hidden": "true" }, "w₁"), el("span", { class: "up", "aria-hidden": "true" }, "w₂")),
      el("div", { class: "extra-words" }, el("h2", said("perceptron.mapTitle")), el("p", said("perceptron.mapExplained")), this.words),
    );
    /** @type {Newest<{ table: TruthTable, weights: PerceptronWeights, reach: number }, PerceptronRegion[]>} */
    this.maps = new Newest(
      (fields) => services.ask("perceptronMap", fields),
      (regions, { reach }) => this.#paint(regions, reach),
    );
    // The map is another one with another bias only, wherever the point is.
    const question = computed(() => (services.state.values.extra === "map" ? `${course.table} ${course.weights.b} ${this.#reach}` : ""));
    this.end = whenever(
      () => question.value,
      (asked) => asked && this.maps.ask({ table: course.table, weights: course.weights, reach: this.#reach }),
    );
    this.#listen();
  }

  destroy() {
    this.end();
  }

  get #reach() {
    const { w1, w2 } = this.course.weights;
    return Math.max(Math.abs(w1), Math.abs(w2)) <= REACH ? REACH : limits.weight.max;
  }

  render() {
    const { weights } = this.course;
    const { format } = this.services;
    const reach = this.#reach;
    this.#writeBest();
    const scale = HALF / reach;
    this.grip.setAttribute("transform", `translate(${weights.w1 * scale} ${-weights.w2 * scale})`);
    this.grip.setAttribute("aria-valuenow", String(weights.w1));
    this.grip.setAttribute("aria-valuetext", `w1 ${signed(weights.w1, format)}, w2 ${signed(weights.w2, format)}`);
  }

  /** @param {PerceptronRegion[]} regions @param {number} reach */
  #paint(regions, reach) {
    const scale = HALF / reach;
    const shapes = regions.map(({ score, corners }) => {
      const points = corners.map((value, index) => (index % 2 === 0 ? value : -value) * scale).join(" ");
      return svg("polygon", { points, class: `score-${score}` });
    });
    const labels = regions
      .filter(({ corners }) => areaOf(corners) * scale * scale > LABEL_AREA)
      .map(({ score, center: [w1, w2] }) => svg("text", { x: w1 * scale, y: -w2 * scale, class: `score-${score}` }, String(score)));
    this.regions.replaceChildren(...shapes, ...labels);
    this.#best.value = Math.max(...regions.map(({ score }) => score));
  }

  /** In the language as it is now. */
  #writeBest() {
    const best = this.#best.value;
    if (best === null) return;
    const everywhere = this.course.answer?.separable === false;
    const key = everywhere ? "perceptron.mapNever" : best === 4 ? "perceptron.mapHere" : "perceptron.mapNotHere";
    setText(this.words, this.services.t(key, { best: String(best) }));
  }

  #listen() {
    const { picture, grip } = this;
    followPointer(picture, {
      begin: (event) => {
        event.preventDefault();
        this.#before = this.course.weights;
        grip.focus({ preventScroll: true });
        this.#follow(event);
        return true;
      },
      move: (event) => this.#follow(event),
      end: () => this.course.rest(),
      drop: () => {
        this.course.place(this.#before);
        this.course.rest();
      },
    });
    grip.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY }) {
    const box = this.picture.getBoundingClientRect();
    const reach = this.#reach;
    const along = (/** @type {number} */ part) => Math.min(reach, Math.max(-reach, (2 * part - 1) * reach));
    this.#place(along((clientX - box.left) / box.width), -along((clientY - box.top) / box.height));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = arrows[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.shiftKey ? FINE_STEP : STEP;
    const { w1, w2 } = this.course.weights;
    this.#place(w1 + arrow[0] * step, w2 + arrow[1] * step);
  }

  /** @param {number} w1 @param {number} w2 */
  #place(w1, w2) {
    const { max } = limits.weight;
    const within = (/** @type {number} */ value) => Math.min(max, Math.max(-max, value));
    this.course.place({ ...this.course.weights, w1: within(w1), w2: within(w2) });
  }
}

/** By the shoelace formula. @param {number[]} corners x, y, x, y, … */
function areaOf(corners) {
  const at = (/** @type {number} */ index) => corners[index % corners.length] ?? 0;
  const twice = corners.reduce((sum, _, index) => (index % 2 === 0 ? sum + at(index) * at(index + 3) - at(index + 2) * at(index + 1) : sum), 0);
  return Math.abs(twice) / 2;
}
