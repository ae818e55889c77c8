/**
 * What a batch is: the images of one, and a sentence.
 */

import { paintDigits } from "../../charts/digit.js";
import { offerFigure } from "../../charts/take-along.js";
import { el, setText } from "../../shell/dom.js";
import { rowsFrom } from "./images.js";

/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** More are not told apart any longer. */
const MOST_SHOWN = 256;
const COLUMNS = 32;

export class BatchView {
  /** @param {RunControl} run @param {DigitsServices} services */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.canvas = el("canvas", { class: "digit strip", role: "img" });
    this.sentence = el("p", { class: "small" });
    this.element = el("div", { class: "batch" }, this.canvas, this.sentence);
    offerFigure(this.canvas, () => ({ title: this.canvas.ariaLabel ?? "" }), services);
  }

  async show() {
    const { ask, state, t, format } = this.services;
    const { batchSize, shuffle } = state.values;
    const { trainingImages } = this.run;
    const size = Math.min(batchSize, trainingImages);
    const values = { batch: format.integer(size), batches: format.integer(Math.ceil(trainingImages / size)), images: format.integer(trainingImages) };
    setText(this.sentence, t(shuffle ? "data.batchShuffled" : "data.batchInOrder", values));
    this.canvas.setAttribute("aria-label", t("data.batchPicture", values));
    const batch = await ask("images", { split: "train", rows: rowsFrom(0, Math.min(size, MOST_SHOWN)), ofRun: true });
    if (batch) paintDigits(this.canvas, batch.pixels, COLUMNS);
  }
}
