/**
 * Every (w1, w2) for the bias as it is, coloured by how many rows such a line gets right, and the line as a point that
 * can be dragged.
 */

import { computed, signal } from "@preact/signals-core";
import { HALF, MapPoint } from "../../charts/map-point.js";
import { offerFigure } from "../../charts/take-along.js";
import { Newest } from "../../shell/newest.js";
import { el, said, setText, svg } from "../../shell/dom.js";
import { whenever } from "../../shell/signals.js";
import { limits } from "./settings.js";
import { signed } from "./formulas.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { PerceptronRegion, PerceptronWeights, TruthTable } from "./protocol" */
/** @import { FigureTold } from "../../charts/takeaway" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

/** Half of the map's side in weights; as far as they can be set where the line is beyond. */
const REACH = 3;
/** A region of less than this has no room for its score. */
const LABEL_AREA = 300;

export class WeightMap {
  /** How many rows are right where the most are. @type {Signal<number | null>} */
  #best = signal(null);

  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.regions = svg("g");
    this.point = new MapPoint({
      kind: "map",
      name: "perceptron.mapPoint",
      reach: () => this.#reach,
      now: () => [run.weights.w1, run.weights.w2],
      place: (w1, w2) => run.place({ ...run.weights, w1: within(w1), w2: within(w2) }),
      release: () => run.rest(),
    });
    const axes = svg("path", { class: "map-axes", d: `M${-HALF} 0H${HALF}M0 ${-HALF}V${HALF}` });
    this.picture = svg("svg", { class: "map", viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` }, this.regions, axes, this.point.element);
    this.point.listenOn(this.picture);
    this.words = el("p");
    const frame = el("div", { class: "map-frame" }, this.picture, el("span", { class: "across", "aria-hidden": "true" }, "w₁"), el("span", { class: "up", "aria-hidden": "true" }, "w₂"));
    this.element = el(
      "div",
      { class: "extra-map" },
      frame,
      el("div", { class: "extra-words" }, el("h2", said("perceptron.mapTitle")), el("p", said("perceptron.mapExplained")), this.words),
    );
    offerFigure(this.element, () => this.#told(frame), services);
    /** @type {Newest<{ table: TruthTable, weights: PerceptronWeights, reach: number }, PerceptronRegion[]>} */
    this.maps = new Newest(
      (body) => services.ask("perceptronMap", body),
      (regions, { reach }) => this.#paint(regions, reach),
    );
    // The map is another one with another bias only, wherever the point is.
    const question = computed(() => (services.state.values.extra === "map" ? `${run.table} ${run.weights.b} ${this.#reach}` : ""));
    this.end = whenever(
      () => question.value,
      (asked) => asked && this.maps.ask({ table: run.table, weights: run.weights, reach: this.#reach }),
    );
  }

  destroy() {
    this.end();
  }

  /** @param {HTMLElement} figure @returns {FigureTold} */
  #told(figure) {
    const { t } = this.services;
    const along = { from: -this.#reach, to: this.#reach };
    const legend = [{ name: t("perceptron.mapPoint"), mark: /** @type {const} */ ("disc"), colour: /** @type {const} */ ("ink") }];
    return { title: t("chart.rows"), x: { name: "w₁", ...along }, y: { name: "w₂", ...along }, legend, figure, without: ".across, .up" };
  }

  get #reach() {
    const { w1, w2 } = this.run.weights;
    return Math.max(Math.abs(w1), Math.abs(w2)) <= REACH ? REACH : limits.weight.max;
  }

  render() {
    const { weights } = this.run;
    const { format } = this.services;
    this.#writeBest();
    this.point.show(`w1 ${signed(weights.w1, format)}, w2 ${signed(weights.w2, format)}`);
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
    const everywhere = this.run.answer?.separable === false;
    const key = everywhere ? "perceptron.mapNever" : best === 4 ? "perceptron.mapHere" : "perceptron.mapNotHere";
    setText(this.words, this.services.t(key, { best: String(best) }));
  }
}

/** A weight that can be set. @param {number} value */
function within(value) {
  const { max } = limits.weight;
  return Math.min(max, Math.max(-max, value));
}

/** By the shoelace formula. @param {number[]} corners x, y, x, y, … */
function areaOf(corners) {
  const at = (/** @type {number} */ index) => corners[index % corners.length] ?? 0;
  const twice = corners.reduce((sum, _, index) => (index % 2 === 0 ? sum + at(index) * at(index + 3) - at(index + 2) * at(index + 1) : sum), 0);
  return Math.abs(twice) / 2;
}
