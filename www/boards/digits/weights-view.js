/**
 * What the first layer's units look for: their weights from every pixel, as pictures.
 */

import { signal } from "@preact/signals-core";
import { colourParts } from "../../charts/colours.js";
import { paintWeights } from "../../charts/digit.js";
import { offerFigure } from "../../charts/take-along.js";
import { el, named, said, setText } from "../../shell/dom.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { FirstLayer, RunInfo } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { FigureTold } from "../../charts/takeaway" */
/** @import { RunControl } from "./run-control.js" */

const UNITS = 70;
const COLUMNS = 10;
/** A calm rate: the weights change slowly. */
const INTERVAL_MS = 1000;

export class WeightsView {
  /** The newest one, and the run that it is of. @type {Signal<(FirstLayer & { of: RunInfo | null }) | null>} */
  #layer = signal(null);
  #asked = -Infinity;
  #asking = false;

  /**
   * @param {HTMLElement} element that it is put into
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(element, run, services) {
    this.element = element;
    this.run = run;
    this.services = services;
    this.canvas = el("canvas", { class: "weights-canvas", role: "img", ...named("weights.name") });
    this.title = el("p", { class: "small" });
    this.legend = el("p", { class: "legend" }, el("span", { class: "positive", ...said("weights.positive") }), el("span", { class: "negative", ...said("weights.negative") }));
    element.append(this.title, this.canvas, this.legend);
    offerFigure(this.canvas, () => this.#told(), services);
  }

  /** @returns {FigureTold} */
  #told() {
    const { t } = this.services;
    return { title: t("weights.name"), legend: [{ name: t("weights.positive"), mark: "square", colour: "one" }, { name: t("weights.negative"), mark: "square", colour: "zero" }] };
  }

  render() {
    this.#paint();
    const { now } = this.run.history;
    const { info } = this.run;
    const stale = this.#layer.value?.step !== now.step || this.#layer.value.of !== info;
    if (stale && info && !this.#asking && performance.now() - this.#asked > INTERVAL_MS) void this.#ask();
  }

  async #ask() {
    this.#asking = true;
    this.#asked = performance.now();
    try {
      const of = this.run.info;
      this.#layer.value = { ...(await this.services.client.request("firstLayer", { units: UNITS })), of };
    } catch (error) {
      // A run that has just ended has no weights; the next one is asked with the next frame.
      console.warn(error);
    } finally {
      this.#asking = false;
      // Only who looks at it asks again.
      setTimeout(() => !this.element.hidden && this.render(), INTERVAL_MS + 50);
    }
  }

  #paint() {
    const { t, format, state } = this.services;
    if (!this.#layer.value) return;
    const { weights, units } = this.#layer.value;
    const all = state.values.hidden[0];
    setText(this.title, all === undefined ? t("weights.noHidden", { shown: format.integer(units) }) : t("weights.title", { shown: format.integer(units), all: format.integer(all) }));
    const positive = colourParts(this.canvas, "one");
    const negative = colourParts(this.canvas, "zero");
    paintWeights(this.canvas, weights, { columns: COLUMNS, positive, negative });
  }
}
