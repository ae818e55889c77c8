/**
 * The kernels that the convolutional network has learnt so far, and what each makes of the drawing.
 */

import { paintValues } from "../../../charts/cells.js";
import { colourParts } from "../../../charts/colours.js";
import { signsLegend } from "../../../charts/legends.js";
import { offerFigure } from "../../../charts/take-along.js";
import { el, said, setText } from "../../../shell/dom.js";
import { Newest } from "../../../shell/newest.js";
import { tracked, whenever } from "../../../shell/signals.js";
import { CONVOLUTIONAL, FILTERS, networksOf } from "./plan.js";

/** @import { NetworkMaps } from "./protocol" */
/** @import { NetworkRuns } from "./runs.js" */
/** @import { NetworksServices } from "./settings.js" */

/** What is looked at, and with which run: null where none has come to anything. @typedef {{ pixels: Uint8Array, number: number | null, seed: number }} Question */

const SIDE = 28;
const KERNEL = 3;
/** While it learns it is looked into so often: more could not be followed. */
const EVERY_MS = 250;

export class MapsView {
  /** As they were told last, and of which seed. @type {(NetworkMaps & { seed: number }) | null} */
  shown = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  /**
   * @param {NetworkRuns} runs
   * @param {{ pixels: Uint8Array | null }} drawing a signal
   * @param {NetworksServices} services
   */
  constructor(runs, drawing, services) {
    this.runs = runs;
    this.drawing = drawing;
    this.services = services;
    tracked(this, "shown");
    this.newest = new Newest((/** @type {Question} */ of) => this.#ask(of), (maps, { seed }) => (this.shown = { ...maps, seed }));
    this.pairs = Array.from({ length: FILTERS[0] }, () => {
      const kernel = el("canvas", { class: "kernel-picture" });
      const map = el("canvas", { class: "map-picture" });
      return { kernel, map, element: el("div", { class: "pair", role: "img" }, kernel, map) };
    });
    this.step = el("span", { class: "chart-about" });
    this.element = el(
      "section",
      { class: "sheet networks-maps" },
      el("div", { class: "chart-caption" }, el("h2", said("networks.maps")), this.step),
      el("ol", { class: "pairs" }, ...this.pairs.map(({ element }) => el("li", {}, element))),
    );
    offerFigure(this.element, () => ({ title: services.t("networks.maps"), legend: signsLegend(services.t), without: ".chart-caption" }), services);
    this.ends = [
      // Another drawing, another network, or one that has come further.
      whenever(() => [drawing.pixels, runs.shown, runs.newestSeed], () => this.#look()),
      whenever(() => runs.isOn, (isOn) => this.#follow(isOn)),
    ];
  }

  destroy() {
    this.#follow(false);
    for (const end of this.ends) end();
  }

  render() {
    const { t, format } = this.services;
    const { shown } = this;
    const positive = colourParts(this.element, "one");
    const negative = colourParts(this.element, "zero");
    setText(this.step, shown ? t(shown.step > 0 ? "networks.mapsAfter" : "networks.mapsBefore", { steps: format.integer(shown.step), seed: format.integer(shown.seed) }) : "");
    const strongest = shown?.maps.reduce((most, value) => Math.max(most, value), 1e-12);
    for (const [filter, { kernel, map, element }] of this.pairs.entries()) {
      element.setAttribute("aria-label", t("networks.pair", { number: format.integer(filter + 1), weights: shown ? Array.from(weightsOf(shown, filter), (weight) => format.fixed(weight, 1)).join(" ") : "–" }));
      if (!shown) continue;
      paintValues(kernel, weightsOf(shown, filter), { columns: KERNEL, positive, negative });
      // All maps by one measure: a kernel that finds little leaves its map empty.
      paintValues(map, shown.maps.subarray(filter * SIDE * SIDE, (filter + 1) * SIDE * SIDE), { columns: SIDE, positive: colourParts(this.element, "ink"), negative, full: strongest });
    }
  }

  #look() {
    const { pixels } = this.drawing;
    if (pixels) this.newest.ask({ pixels, number: this.runs.newest?.number ?? null, seed: this.runs.newestSeed });
  }

  /** @param {boolean} isOn */
  #follow(isOn) {
    clearInterval(this.#timer);
    this.#timer = isOn ? setInterval(() => this.#look(), EVERY_MS) : undefined;
  }

  /** @param {Question} of */
  #ask({ pixels, number, seed }) {
    return this.services.ask("networksMaps", { number, network: CONVOLUTIONAL, fresh: networksOf(seed)[CONVOLUTIONAL], pixels });
  }
}

/** @param {NetworkMaps} maps @param {number} filter */
function weightsOf({ kernels }, filter) {
  return kernels.subarray(filter * KERNEL * KERNEL, (filter + 1) * KERNEL * KERNEL);
}
