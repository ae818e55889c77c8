import { el } from "../../../shell/dom.js";

/** @import { FewServices } from "./settings.js" */

export class Few {
  /** @param {FewServices} services */
  constructor(services) {
    this.services = services;
    this.element = el("div", { class: "few" });
    this.keys = {};
  }

  destroy() {}
}
