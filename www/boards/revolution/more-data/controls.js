/**
 * The one main action, what is being done, and what stays the same.
 */

import { createCard } from "../../../shell/card.js";
import { el, said, setText } from "../../../shell/dom.js";
import { SeedControls } from "../../../shell/seed-controls.js";
import { BATCH, HIDDEN, STEPS } from "./plan.js";

/** @import { MoreDataRuns } from "./runs.js" */
/** @import { MoreDataServices } from "./settings.js" */

export class MoreDataControls {
  /**
   * @param {MoreDataRuns} runs
   * @param {MoreDataServices} services
   */
  constructor(runs, services) {
    this.services = services;
    this.seeds = new SeedControls(runs, { services, run: "moreData.run", idle: "moreData.idle" });
    this.card = createCard({
      id: "more-data",
      title: "moreData.same",
      settings: [el("p", { class: "small", ...said("moreData.sameExplained") }), ...this.seeds.settings],
    });
    this.element = el("section", { class: "more-data-ask" }, el("p", { class: "lead", ...said("moreData.lead") }), this.seeds.element, this.card.element);
  }

  render() {
    const { t, format } = this.services;
    this.seeds.render();
    setText(this.card.summary, `784 → ${HIDDEN} → 10`);
    setText(this.card.detail, t("moreData.sameDetail", { steps: format.integer(STEPS), batch: format.integer(BATCH) }));
  }
}
