/**
 * The same network, learning from a hundred images and from sixty thousand.
 */

import { el, said } from "../../../shell/dom.js";

export class MoreData {
  constructor() {
    this.element = el("div", { class: "more-data" }, el("p", { class: "lead", ...said("moreData.lead") }));
  }

  render() {}

  destroy() {}

  toggle() {}

  step() {}

  reset() {}
}
