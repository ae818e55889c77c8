/**
 * Two lines: what a second layer buys, found out by hand. OR and NAND feed AND; and with more lines, polygons.
 */

import { offerFigure } from "../../../charts/take-along.js";
import { segmented } from "../../../shell/controls.js";
import { el, named, said } from "../../../shell/dom.js";
import { drawn, whenever } from "../../../shell/signals.js";
import { TwoLinesAnswer } from "./answer.js";
import { createDiagram } from "./diagram.js";
import { figures, view } from "./settings.js";
import { FoldView } from "./fold-view.js";
import { linesFor, ownOf } from "./lines.js";
import { regionsOf } from "./polygon.js";
import { PolygonAnswer } from "./polygon-answer.js";
import { PolygonView } from "./polygon-view.js";
import { linesAct } from "../story.js";
import { UnitCard } from "./unit-card.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { Action, Actions } from "../../../shell/types" */
/** @import { TwoLinesServices } from "./settings.js" */
/** @import { Network } from "./network.js" */

export { settings } from "./settings.js";

export class TwoLines {
  /** @param {TwoLinesServices} services */
  constructor(services) {
    this.services = services;
    const lines = linesFor(services);
    this.lines = lines;
    this.figure = segmented("twoLines.figure", figures, (figure) => `twoLines.${figure}`, (figure) => lines.change({ figure }));
    this.show = el("button", { type: "button", onclick: () => lines.solve(), ...said("twoLines.solution") });
    this.units = [
      new UnitCard({ index: 0, name: "h1", inputs: "x", lines, services }),
      new UnitCard({ index: 1, name: "h2", inputs: "x", lines, services }),
      new UnitCard({ index: 2, name: "y", inputs: "h", lines, services }),
    ];
    this.fold = new FoldView(lines, services);
    this.answer = new TwoLinesAnswer(services);
    this.polygonViews = { pentagon: new PolygonView(5, lines, services), pentagons: new PolygonView(10, lines, services) };
    this.polygonAnswer = new PolygonAnswer(services);
    this.parts = {
      xor: [el("div", { class: "two-lines-units" }, ...this.units.map(({ element }) => element)), this.fold.element, this.answer.element],
      pentagon: [network(1, services), this.polygonViews.pentagon.element],
      pentagons: [network(2, services), this.polygonViews.pentagons.element],
    };
    /** @type {Action} */
    this.reset = { name: () => "twoLines.reset", act: () => this.#reset() };
    this.element = el("div", { class: "two-lines" }, this.#ask(), ...Object.values(this.parts).flat(), this.polygonAnswer.element);
    this.act = linesAct(lines, services);
    const isOff = () => !this.#isXor;
    /** @type {Actions} */
    this.actions = {
      run: { ...this.fold.folding, isOff },
      step: { name: () => "keys.step", act: () => this.fold.step(), isOff },
      reset: this.reset,
    };
    lines.takeBack.enter();
    const ofNetwork = [...this.units, this.fold, this.answer];
    this.ends = [
      whenever(() => ownOf(services.state.values), (values) => lines.follow(values)),
      drawn(() => this.#render()),
      ...ofNetwork.map((part) => drawn(() => this.#isXor && part.render(networkOf(lines.values.xor)))),
      drawn(() => this.#renderPolygons()),
    ];
  }

  destroy() {
    this.lines.takeBack.leave();
    for (const end of this.ends) end();
    this.fold.destroy();
    for (const part of [...this.units, ...Object.values(this.polygonViews)]) part.destroy();
  }

  get #isXor() {
    return this.lines.values.figure === "xor";
  }

  #ask() {
    const reset = el("button", { type: "button", onclick: this.reset.act, ...said(this.reset.name()) });
    const help = el("p", { class: "small line-help", role: "status", ...said("twoLines.keys") });
    this.lead = el("p", { class: "lead" });
    const words = el("div", { class: "two-lines-words" }, this.lead, help);
    return el("section", { class: "two-lines-ask" }, words, this.figure.element, el("div", { class: "controls" }, reset, this.show));
  }

  #reset() {
    this.fold.stop();
    this.lines.reset();
  }

  #render() {
    const { figure: chosen } = this.lines.values;
    this.figure.set(chosen);
    this.show.hidden = !this.#isXor;
    this.polygonAnswer.element.hidden = this.#isXor;
    if (this.lead) this.lead.textContent = this.services.t(`twoLines.${chosen}.lead`);
    for (const figure of figures) {
      for (const part of this.parts[figure]) part.toggleAttribute("hidden", figure !== chosen);
    }
  }

  #renderPolygons() {
    const { figure } = this.lines.values;
    if (figure === "xor") return;
    const units = this.lines.values[figure];
    const regions = regionsOf(units, view);
    this.polygonViews[figure].render(units, regions);
    this.polygonAnswer.render(regions);
  }
}

/** @param {HalfPlane[]} units @returns {Network} */
function networkOf([h1, h2, output]) {
  if (!h1 || !h2 || !output) throw new Error("a network of two lines has three units");
  return [h1, h2, output];
}

/** @param {number} polygons @param {Parameters<typeof offerFigure>[2]} services */
function network(polygons, services) {
  const name = polygons === 1 ? "twoLines.network.one" : "twoLines.network.two";
  const element = el("div", { class: "two-lines-network", role: "img", ...named(name) }, createDiagram(polygons));
  offerFigure(element, () => ({ title: services.t(name) }), services);
  return element;
}
