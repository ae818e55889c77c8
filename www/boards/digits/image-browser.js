/**
 * The images of the data set, page by page.
 */

import { offerFigure } from "../../charts/take-along.js";
import { segmented } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { rowsFrom, showImages } from "./images.js";

/** @import { Split } from "../../protocol" */
/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

const PAGE = 40;

export class ImageBrowser {
  /** @type {Split} */
  #split = "train";
  #first = 0;
  #total = 0;

  /** @param {RunControl} run @param {DigitsServices} services */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.split = segmented("data.whichImages", /** @type {const} */ (["train", "test"]), (split) => `split.${split}`, (split) => {
      this.#split = split;
      this.#first = 0;
      void this.show();
    });
    this.previous = el("button", { type: "button", onclick: () => this.#turn(-PAGE), ...said("data.previousPage") });
    this.next = el("button", { type: "button", onclick: () => this.#turn(PAGE), ...said("data.nextPage") });
    this.place = el("span", { class: "caption", role: "status" });
    this.grid = el("div", { class: "image-grid" });
    offerFigure(this.grid, () => ({ title: services.t("data.browse") }), services);
    const head = el("div", { class: "browser-head" }, this.split.element, this.previous, this.next, this.place);
    this.element = el("div", { class: "browser" }, head, this.grid);
  }

  async show() {
    const { ask, t, format } = this.services;
    const [split, first] = [this.#split, this.#first];
    this.split.set(split);
    const batch = await ask("images", { split, rows: rowsFrom(first, PAGE), ofRun: true });
    if (!batch || split !== this.#split || first !== this.#first) return;
    this.#total = batch.total;
    showImages(this.grid, batch, this.services, this.run);
    const last = Math.min(batch.total, first + PAGE);
    const values = { first: format.integer(Math.min(first + 1, last)), last: format.integer(last), total: format.integer(batch.total) };
    setText(this.place, t("data.place", values));
    this.previous.disabled = first === 0;
    this.next.disabled = last >= batch.total;
  }

  /** @param {number} by */
  #turn(by) {
    this.#first = Math.max(0, Math.min(this.#first + by, Math.max(0, this.#total - 1)));
    void this.show();
  }
}
