/**
 * Two lines: what a second layer buys, found out by hand. OR and NAND feed AND; and with more lines, polygons.
 */

import { segmented } from "../../../shell/controls.js";
import { el, named, oncePerFrame, said } from "../../../shell/dom.js";
import { Answer } from "./answer.js";
import { createDiagram } from "./diagram.js";
import { Draft } from "./draft.js";
import { figures, solution, view } from "./fields.js";
import { FoldView } from "./fold-view.js";
import { regionsOf } from "./polygon.js";
import { PolygonAnswer } from "./polygon-answer.js";
import { PolygonView } from "./polygon-view.js";
import { UnitCard } from "./unit-card.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { Figure, TwoLinesServices } from "./fields.js" */
/** @import { Network } from "./network.js" */

export { fields } from "./fields.js";

export class TwoLines {
  #render = oncePerFrame(() => this.#renderNow());
  #unbind = () => {};

  /** @param {TwoLinesServices} services */
  constructor(services) {
    this.services = services;
    const draft = new Draft(services.state, this.#render);
    this.draft = draft;
    this.figure = segmented("twoLines.figure", figures, (figure) => `twoLines.${figure}`, (figure) => draft.change({ figure }));
    this.show = el("button", { type: "button", onclick: () => draft.change({ xor: solution }), ...said("twoLines.solution") });
    this.units = [
      new UnitCard({ index: 0, name: "h1", inputs: "x", draft, services }),
      new UnitCard({ index: 1, name: "h2", inputs: "x", draft, services }),
      new UnitCard({ index: 2, name: "y", inputs: "h", draft, services }),
    ];
    this.fold = new FoldView(draft, services);
    this.answer = new Answer(services);
    this.polygonViews = { pentagon: new PolygonView(5, draft, services), pentagons: new PolygonView(10, draft, services) };
    this.polygonAnswer = new PolygonAnswer(services);
    this.parts = {
      xor: [el("div", { class: "two-lines-units" }, ...this.units.map(({ element }) => element)), this.fold.element, this.answer.element],
      pentagon: [network(1), this.polygonViews.pentagon.element],
      pentagons: [network(2), this.polygonViews.pentagons.element],
    };
    this.element = el("div", { class: "two-lines" }, this.#ask(), ...Object.values(this.parts).flat(), this.polygonAnswer.element);
  }

  /** The state, the language or the look has changed. */
  update() {
    this.draft.follow();
    for (const unit of this.units) unit.update();
    this.#render();
  }

  start() {
    this.#unbind = this.services.keys.bind({
      run: () => this.#isXor && this.fold.toggle(),
      step: () => this.#isXor && this.fold.step(),
      reset: () => this.#reset(),
    });
  }

  stop() {
    this.#unbind();
    this.fold.stop();
  }

  destroy() {
    this.#unbind();
    this.#render.cancel();
    this.draft.destroy();
    this.fold.destroy();
    for (const part of [...this.units, ...Object.values(this.polygonViews)]) part.destroy();
  }

  get #isXor() {
    return this.draft.values.figure === "xor";
  }

  #ask() {
    const reset = el("button", { type: "button", onclick: () => this.#reset(), ...said("twoLines.reset") });
    const help = el("p", { class: "small line-help", role: "status", ...said("twoLines.keys") });
    this.lead = el("p", { class: "lead" });
    const words = el("div", { class: "two-lines-words" }, this.lead, help);
    return el("section", { class: "two-lines-ask" }, words, this.figure.element, el("div", { class: "controls" }, reset, this.show));
  }

  #reset() {
    this.fold.stop();
    this.draft.reset();
  }

  #renderNow() {
    const { values } = this.draft;
    this.figure.set(values.figure);
    this.show.hidden = !this.#isXor;
    this.polygonAnswer.element.hidden = this.#isXor;
    if (this.lead) this.lead.textContent = this.services.t(`twoLines.${values.figure}.lead`);
    for (const figure of figures) {
      for (const part of this.parts[figure]) part.toggleAttribute("hidden", figure !== values.figure);
    }
    if (values.figure === "xor") this.#renderNetwork(values.xor);
    else this.#renderPolygons(values.figure, values[values.figure]);
  }

  /** @param {HalfPlane[]} units */
  #renderNetwork([h1, h2, output]) {
    if (!h1 || !h2 || !output) return;
    /** @type {Network} */
    const network = [h1, h2, output];
    for (const unit of this.units) unit.render(network);
    this.fold.render(network);
    this.answer.render(network);
  }

  /** @param {Exclude<Figure, "xor">} figure @param {HalfPlane[]} units */
  #renderPolygons(figure, units) {
    const regions = regionsOf(units, view);
    this.polygonViews[figure].render(units, regions);
    this.polygonAnswer.render(regions);
  }
}

/** @param {number} polygons */
function network(polygons) {
  return el("div", { class: "two-lines-network", role: "img", ...named(polygons === 1 ? "twoLines.network.one" : "twoLines.network.two") }, createDiagram(polygons));
}
