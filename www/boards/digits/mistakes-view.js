/**
 * The held-out images that were read wrongly, the surest mistakes first.
 */

import { offerFigure } from "../../charts/take-along.js";
import { el, said, setText } from "../../shell/dom.js";
import { showImages } from "./images.js";

/** @import { Evaluation } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { RunControl } from "./run-control.js" */

const MOST_IMAGES = 72;

export class MistakesView {
  /**
   * @param {HTMLElement} element that it is put into
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(element, run, services) {
    this.run = run;
    this.services = services;
    this.title = el("h2", { class: "cell-title" });
    this.grid = el("div", { class: "image-grid large" });
    this.hint = el("p", { class: "hint", ...said("view.hint") });
    element.append(this.title, this.grid, this.hint);
    offerFigure(element, () => ({ title: services.t("view.mistakes"), figure: this.grid }), services);
  }

  render() {
    const { evaluation } = this.run;
    this.hint.hidden = evaluation !== null;
    this.title.hidden = evaluation === null;
    if (evaluation) return void this.#show(evaluation);
    setText(this.title, "");
    this.grid.replaceChildren();
  }

  /** @param {Evaluation} evaluation */
  async #show(evaluation) {
    const { ask, t, format } = this.services;
    const batch = await ask("examples", { wrong: true, limit: MOST_IMAGES });
    if (!batch || evaluation !== this.run.evaluation) return;
    setText(this.title, t("mistakes.title", { count: format.integer(batch.total), images: format.integer(evaluation.images) }));
    showImages(this.grid, batch, this.services, this.run);
  }
}
