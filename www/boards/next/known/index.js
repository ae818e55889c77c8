import { el } from "../../../shell/dom.js";

/** @import { KnownServices } from "./settings.js" */

export class Known {
  /** @param {KnownServices} services */
  constructor(services) {
    this.services = services;
    this.element = el("div", { class: "known" });
    this.keys = {};
  }

  destroy() {}
}
