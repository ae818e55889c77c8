/**
 * One unit of the network: its plane with its line, where it fires as a formula, and which gate it is.
 */

import { clip, cornersOf, flipped } from "../../../charts/half-plane.js";
import { offerPlane } from "../../../charts/offer-plane.js";
import { Plane } from "../../../charts/plane.js";
import { el, said, setText } from "../../../shell/dom.js";
import { createEquation, spokenEquation } from "./equation.js";
import { view } from "./settings.js";
import { axisNames, written } from "./names.js";
import { foldOf, gateOf, truthTable } from "./network.js";

/** @import { Lines } from "./lines.js" */
/** @import { TwoLinesServices } from "./settings.js" */
/** @import { Letter } from "./names.js" */
/** @import { Network } from "./network.js" */

export class UnitCard {
  /**
   * @param {{ index: 0 | 1 | 2, name: string, inputs: Letter, lines: Lines, services: TwoLinesServices }} options `inputs`:
   * the letter of what it reads
   */
  constructor({ index, name, inputs, lines, services }) {
    this.index = index;
    this.name = name;
    this.inputs = inputs;
    this.lines = lines;
    this.services = services;
    this.plane = new Plane({
      view,
      lines: 1,
      onMove: (_, unit) => lines.moveLine(index, unit),
    });
    this.plane.element.append(axisNames(inputs));
    this.equation = createEquation(inputs);
    this.gate = el("span", { class: "gate" });
    this.flip = el("button", { type: "button", class: "chip", onclick: () => this.#flip(), ...said("twoLines.flipShort") });
    this.element = el(
      "section",
      { class: "unit" },
      el(
        "div",
        { class: "unit-caption" },
        el("h2", {}, written(name), " ", this.gate),
        el("div", { class: "unit-equation secondary" }, this.equation.element),
        this.flip,
      ),
      el("div", { class: "sheet" }, this.plane.element),
    );
    offerPlane(this.plane, this.element, () => ({ title: services.t("twoLines.unit", { unit: written(name) }), x: written(`${inputs}1`), y: written(`${inputs}2`) }), services);
  }

  /** @param {Network} network */
  render(network) {
    const { format, t } = this.services;
    const unit = network[this.index];
    this.element.setAttribute("aria-label", t("twoLines.unit", { unit: this.name }));
    this.flip.setAttribute("aria-label", t("twoLines.flip", { unit: this.name }));
    this.equation.show(unit, format);
    setText(this.gate, gateOf(unit) ?? "");
    const look = { name: t("twoLines.line", { unit: this.name }), text: spokenEquation(unit, this.inputs, format) };
    this.plane.show(() => {
      const whole = cornersOf(view);
      this.plane.showPieces([
        { polygon: clip(whole, unit), kind: "one" },
        { polygon: clip(whole, flipped(unit)), kind: "zero" },
      ]);
      this.plane.lines[0]?.show(unit, look);
      this.plane.showPoints(this.#points(network));
    });
  }

  destroy() {
    this.plane.destroy();
  }

  /** The four inputs, where this unit meets them. @param {Network} network */
  #points(network) {
    const folded = foldOf(network, view);
    return truthTable(network).map(({ input, hidden, target }) => {
      const place = this.inputs === "x" ? input : folded(input, hidden, 1);
      return { ...place, kind: target === 1 ? /** @type {const} */ ("one") : /** @type {const} */ ("zero") };
    });
  }

  #flip() {
    const unit = this.lines.values.xor[this.index];
    if (unit) this.lines.moveLine(this.index, flipped(unit));
  }
}
