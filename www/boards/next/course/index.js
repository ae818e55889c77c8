import { el } from "../../../shell/dom.js";

/** @import { Services } from "../../../shell/types" */

export class CourseMap {
  /** @param {Services<any>} services */
  constructor(services) {
    this.services = services;
    this.element = el("div", { class: "course" });
    this.keys = {};
  }

  destroy() {}
}
