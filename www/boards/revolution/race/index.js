/**
 * The same batches on the CPU and on the graphics card.
 */

import { el, said } from "../../../shell/dom.js";

export class Race {
  constructor() {
    this.element = el("div", { class: "race" }, el("p", { class: "lead", ...said("race.lead") }));
  }

  render() {}

  destroy() {}

  toggle() {}

  step() {}

  reset() {}
}
