/**
 * The network on the page and its training as code, beside the network: it stays while one goes on changing it. What is in
 * it is fetched when it is first opened.
 */

import { denseLayers } from "../../../code/layers.js";
import { code } from "../../../i18n/index.js";
import { hereInPlace } from "../../../shell/arrival.js";
import { el, named, said, tipped, translate } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { tracked } from "../../../shell/signals.js";
import { savePoints } from "./points-file.js";
import { configOf, hasValues } from "./settings.js";

/** @import { CodeCard } from "../../../code/card.js" */
/** @import { Network } from "../../../code/network" */
/** @import { PlaygroundRun } from "./run.js" */
/** @import { PlaygroundServices } from "./settings.js" */

/** Where training never stops by itself: as many as the XOR cloud needs. */
const USUAL_EPOCHS = 100;

export class CodePanel {
  isOpen = false;
  /** @type {CodeCard | null} */
  card = null;
  /** @type {Promise<void> | null} */
  #coming = null;

  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   */
  constructor(run, services) {
    tracked(this, "isOpen", "card");
    this.run = run;
    this.services = services;
    this.content = el("div", { class: "code" });
    this.panel = el("div", { id: "playground-code", class: "panel settings code-panel-box", popover: "manual", role: "dialog", ...named("playground.code") });
    const shut = () => this.panel.hidePopover();
    const close = el("button", { type: "button", class: "icon-button", onclick: shut, ...tipped("notice.close") }, icon("close"));
    this.panel.append(el("div", { class: "panel-head" }, el("h2", said("playground.code")), close), el("p", { class: "small", ...said("playground.code.explained") }), this.content);
    this.panel.addEventListener("toggle", (event) => (this.isOpen = event instanceof ToggleEvent && event.newState === "open"));
    this.panel.addEventListener("keydown", ({ key }) => key === "Escape" && shut());
    this.opener = el("button", { type: "button", class: "quiet", popovertarget: this.panel.id, ...said("playground.code") });
  }

  render() {
    if (!this.isOpen) return;
    const { state } = this.services;
    const network = this.#network;
    if (!this.card) void (this.#coming ??= this.#fetch());
    else if (network) this.card.show(network, state.values.code);
  }

  async #fetch() {
    const { t, learn, state } = this.services;
    const [{ CodeCard }] = await hereInPlace(() => Promise.all([import("../../../code/card.js"), learn([code])]), this.content, t);
    const card = new CodeCard(this.services, (library) => state.set({ code: library }));
    card.head.append(el("button", { type: "button", onclick: () => this.run.info && savePoints(this.run.info), ...said("playground.csv.save") }));
    this.content.replaceChildren(...card.elements);
    translate(this.content, t);
    this.card = card;
  }

  /** As it is on the page; null until that has its points. @returns {Network | null} */
  get #network() {
    const { values } = this.services.state;
    const { info } = this.run;
    if (!info) return null;
    const { hidden, activation, output, loss, optimizer, learningRate, l1, l2, batchSize, seed, features, data } = configOf(values);
    return {
      data: { kind: "points", training: info.training.targets.length, test: info.test.targets.length, features, haveValues: hasValues(data) },
      input: [features.length],
      layers: denseLayers(hidden, activation),
      outputs: 1,
      initializer: activation === "relu" ? "he-uniform" : "glorot-uniform",
      shuffle: true,
      epochs: values.untilEpoch || USUAL_EPOCHS,
      output, loss, optimizer, learningRate, l1, l2, batchSize, seed,
    };
  }
}
