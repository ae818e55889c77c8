import { el } from "../../../shell/dom.js";

/** @import { PartsServices } from "./settings.js" */

export { settings } from "./settings.js";

export class Parts {
  /** @param {PartsServices} services */
  constructor(services) {
    this.services = services;
    this.element = el("div", { class: "parts" });
    this.keys = {};
  }

  destroy() {}
}
