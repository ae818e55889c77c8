/**
 * More from few: what one can do where there are only a thousand images.
 */

import { createCard } from "../../../shell/card.js";
import { segmented } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { SeedControls } from "../../../shell/seed-controls.js";
import { drawn, whenever } from "../../../shell/signals.js";
import { FedView } from "./fed-view.js";
import { BATCH, STEPS, TEST_IMAGES, epochsAt, ways } from "./plan.js";
import { FewRuns } from "./runs.js";
import { sizes } from "./settings.js";
import { fewAct } from "./story.js";
import { WayView } from "./way-view.js";
import "./few.css";

/** @import { FewServices } from "./settings.js" */

const runsFor = keeping(FewRuns);

export class Few {
  /** @param {FewServices} services */
  constructor(services) {
    this.services = services;
    const { state } = services;
    const runs = runsFor(services);
    this.runs = runs;
    runs.takeBack.enter();
    this.controls = new SeedControls(runs, { services, run: "few.run", idle: "few.idle" });
    this.images = segmented("few.images", sizes, (size) => `few.images.${size}`, (fewImages) => state.set({ fewImages }));
    this.sameExplained = el("p", { class: "small" });
    this.card = createCard({ id: "few", title: "few.same", settings: [this.sameExplained, ...this.controls.settings] });
    this.ways = ways.map((way) => new WayView(way, runs, services));
    this.fed = new FedView(runs, services);
    this.element = el(
      "div",
      { class: "few" },
      el("section", { class: "few-ask" }, el("p", { class: "lead", ...said("few.lead") }), this.images.element, this.controls.element, this.card.element, this.fed.element),
      el("div", { class: "ways" }, ...this.ways.map(({ element }) => element)),
    );
    this.act = fewAct(runs, services);
    this.actions = this.controls.actions;
    /** @type {(() => void)[]} */
    this.ends = [
      // What runs is of as many images as are chosen.
      whenever(() => state.values.fewImages, () => runs.pause()),
      ...[this, this.fed, ...this.ways].map((part) => drawn(() => part.render())),
    ];
  }

  destroy() {
    this.runs.pause();
    this.runs.takeBack.leave();
    for (const end of this.ends) end();
    for (const way of this.ways) way.destroy();
  }

  render() {
    const { t, format, state } = this.services;
    const images = Number(state.values.fewImages);
    this.images.set(state.values.fewImages);
    this.controls.render();
    setText(this.sameExplained, t("few.sameExplained", { images: format.integer(images), tests: format.integer(TEST_IMAGES) }));
    setText(this.card.summary, t("few.sameSummary", { epochs: format.integer(epochsAt(images, STEPS)) }));
    setText(this.card.detail, t("few.sameDetail", { images: format.integer(images), steps: format.integer(STEPS), batch: format.integer(BATCH) }));
  }
}
