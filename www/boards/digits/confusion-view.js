/**
 * Which digits are taken for which: a table whose cells open their images.
 */

import { signal } from "@preact/signals-core";
import { MatrixChart } from "../../charts/matrix.js";
import { offerFigure, offerToTake } from "../../charts/take-along.js";
import { el, said, setText } from "../../shell/dom.js";
import { CLASSES } from "./settings.js";
import { showImages } from "./images.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { RunControl } from "./run-control.js" */

const MOST_IMAGES = 60;

export class ConfusionView {
  /** @type {Signal<{ actual: number, predicted: number } | null>} */
  #cell = signal(null);

  /**
   * @param {HTMLElement} element that it is put into
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(element, run, services) {
    this.element = element;
    this.run = run;
    this.services = services;
    this.matrix = new MatrixChart(CLASSES, "view.confusion", (actual, predicted) => this.#open(actual, predicted));
    offerToTake(this.matrix.element, () => this.#takeaway(), services);
    this.hint = el("p", { class: "hint", ...said("view.hint") });
    this.title = el("p", { class: "cell-title", role: "status" });
    this.images = el("div", { class: "image-grid" });
    const axes = [el("span", { class: "caption axis-predicted", ...said("confusion.predicted") }), el("span", { class: "caption axis-actual", ...said("confusion.actual") })];
    const cell = el("div", { class: "cell-images", tabindex: 0 }, this.title, this.images);
    offerFigure(cell, () => ({ title: this.title.textContent, figure: this.images }), services);
    element.append(
      el("div", { class: "matrix-box" }, ...axes, this.matrix.element),
      cell,
      this.hint,
    );
  }

  render() {
    const { evaluation } = this.run;
    this.element.classList.toggle("empty", !evaluation);
    this.hint.hidden = evaluation !== null;
    const { t, format } = this.services;
    const nameOf = (/** @type {number} */ actual, /** @type {number} */ predicted, /** @type {number} */ count) =>
      t(actual === predicted ? "confusion.right" : "confusion.wrong", { actual: this.run.nameOf(actual), predicted: this.run.nameOf(predicted), count: format.integer(count) });
    this.matrix.show(evaluation?.confusion ?? new Uint32Array(CLASSES * CLASSES), nameOf, String);
    this.matrix.name((label) => this.run.nameOf(label));
    void this.#showImages();
  }

  /**
   * @param {number} actual
   * @param {number} predicted
   */
  #open(actual, predicted) {
    this.#cell.value = { actual, predicted };
    this.matrix.mark(actual, predicted);
  }

  /** As it is shown now. */
  async #takeaway() {
    const { answersTakeaway } = await import("./answers-takeaway.js");
    return answersTakeaway(this.matrix.element, this.run.evaluation?.confusion ?? new Uint32Array(CLASSES * CLASSES), (label) => this.run.nameOf(label), this.services);
  }

  async #showImages() {
    const { ask, t, format } = this.services;
    const cell = this.#cell.value;
    if (!cell || !this.run.evaluation) {
      setText(this.title, this.run.evaluation ? t("confusion.press") : "");
      this.images.replaceChildren();
      return;
    }
    const batch = await ask("examples", { ...cell, limit: MOST_IMAGES });
    if (!batch || cell !== this.#cell.value) return;
    const values = { actual: this.run.nameOf(cell.actual), predicted: this.run.nameOf(cell.predicted), count: format.integer(batch.total) };
    setText(this.title, t(cell.actual === cell.predicted ? "confusion.right" : "confusion.wrong", values));
    showImages(this.images, batch, this.services, this.run);
  }
}
