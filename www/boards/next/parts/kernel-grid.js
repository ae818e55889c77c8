/**
 * The nine numbers of the kernel, to be changed, and kernels to pick.
 */

import { el, named, said, setChosen } from "../../../shell/dom.js";
import { NumberInput } from "../../../shell/number-input.js";
import { same } from "../../../shell/same.js";
import { KERNEL, kernels } from "./kernels.js";
import { MOST, isWeight } from "./settings.js";

/** @import { PartsServices } from "./settings.js" */

const names = /** @type {(keyof typeof kernels)[]} */ (Object.keys(kernels));

export class KernelGrid {
  /** @param {PartsServices} services */
  constructor(services) {
    this.services = services;
    const { state, t, format } = services;
    const refusal = () => t("parts.weightRange", { most: format.exact(MOST) });
    this.inputs = Array.from({ length: KERNEL * KERNEL }, (_, cell) => {
      const onChange = (/** @type {number} */ value) => state.set({ kernel: state.values.kernel.map((weight, index) => (index === cell ? value : weight)) });
      const next = (/** @type {number} */ value, /** @type {number} */ direction) => Math.min(MOST, Math.max(-MOST, Math.round(100 * (value + direction / 2)) / 100));
      return new NumberInput({ allows: isWeight, refusal, next, onChange });
    });
    const rows = Array.from({ length: KERNEL }, (_, row) => {
      const cells = this.inputs.slice(KERNEL * row, KERNEL * (row + 1)).map(({ input }) => el("td", {}, input));
      return el("tr", {}, ...cells);
    });
    this.grid = el("table", { role: "grid", ...named("parts.kernel") }, el("tbody", {}, ...rows));
    this.errors = el("p", { class: "kernel-errors" }, ...this.inputs.map(({ error }) => error));
    this.element = el("figure", { class: "numbers kernel" }, el("figcaption", said("parts.kernel")), this.grid);
    this.picks = names.map((name) => el("button", { type: "button", class: "chip", onclick: () => state.set({ kernel: [...kernels[name]] }), ...said(`parts.kernels.${name}`) }));
    this.choice = el("div", { class: "kernel-picks", role: "group", ...named("parts.pick") }, ...this.picks);
  }

  render() {
    const { state, t } = this.services;
    const { kernel } = state.values;
    for (const [cell, number] of this.inputs.entries()) {
      number.set(kernel[cell] ?? 0);
      number.input.setAttribute("aria-label", t("parts.weight", { row: String(Math.floor(cell / KERNEL) + 1), column: String((cell % KERNEL) + 1) }));
    }
    for (const [index, pick] of this.picks.entries()) {
      const name = names[index];
      setChosen(pick, name !== undefined && same(kernels[name], kernel));
    }
  }
}
