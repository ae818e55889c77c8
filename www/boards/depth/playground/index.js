/**
 * The playground: a small network, every part of which can be seen and changed while it learns.
 */

import { el, oncePerFrame, said } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { CsvPanel } from "./csv-panel.js";
import { DataCard } from "./data-card.js";
import { LossCard } from "./loss-card.js";
import { ModelCard } from "./model-card.js";
import { NetworkView } from "./network-view.js";
import { Earlier } from "./own-points.js";
import { PlaneView } from "./plane-view.js";
import { Progress } from "./progress.js";
import { PlaygroundRun } from "./run.js";
import { TrainControls } from "./train-controls.js";
import "../../../styles/playground.css";

/** @import { PlaygroundServices } from "./fields.js" */

const runFor = keeping(PlaygroundRun);

export class Playground {
  /** While the tab is shown: gives the keys back. @type {(() => void) | null} */
  #freeKeys = null;
  /** The frame that was drawn last, so that each is acknowledged once. @type {object | null} */
  #drawn = null;

  /** @param {PlaygroundServices} services */
  constructor(services) {
    this.services = services;
    const run = runFor(services);
    this.run = run;
    this.earlier = new Earlier(services.state.values.own);
    this.csv = new CsvPanel(services);
    const clear = el("button", { type: "button", class: "quiet", onclick: () => services.state.set({ own: [] }), ...said("playground.own.clear") });
    this.controls = new TrainControls(run, services);
    this.progress = new Progress(run, services);
    this.plane = new PlaneView(run, services, el("div", { class: "own-buttons" }, this.csv.button, clear));
    this.network = new NetworkView(run, services);
    this.cards = [new DataCard(run, services), new ModelCard(services), new LossCard(services)];
    this.element = el(
      "div",
      { class: "playground" },
      el("section", { class: "playground-ask" }, el("p", { class: "lead", ...said("playground.lead") }), this.controls.element),
      el("section", { class: "playground-cards" }, ...this.cards.map(({ element }) => element)),
      el("section", { class: "sheet playground-middle" }, this.network.element, this.progress.element),
      this.plane.element,
      this.csv.panel,
    );
    this.render = oncePerFrame(() => this.#render());
    this.ends = [run.onChange(this.render), services.client.on("engine", this.render)];
  }

  /** The tab is shown. */
  start() {
    const { run } = this;
    run.enter();
    this.#freeKeys ??= this.services.keys.bind({ run: () => run.toggle(), step: () => run.step(), reset: () => run.reset(), undo: () => this.#undo() });
  }

  /** Another tab is shown. */
  stop() {
    this.#freeKeys?.();
    this.#freeKeys = null;
    this.run.leave();
  }

  /** The state, the language or the look has changed. */
  update() {
    this.run.follow();
    this.earlier.follow(this.services.state.values.own);
    for (const part of [this.controls, ...this.cards, this.network, this.plane, this.progress, this.csv]) part.update();
    this.render();
  }

  destroy() {
    this.stop();
    for (const end of this.ends) end();
    this.render.cancel();
    this.plane.destroy();
    this.progress.destroy();
  }

  /** One's own points as they were before the last change. */
  #undo() {
    const { state, announce, t, format } = this.services;
    const own = state.values.data === "own" ? this.earlier.undo() : undefined;
    if (!own) return;
    state.set({ own });
    announce(t("playground.own.count", { points: format.integer(own.length) }));
  }

  #render() {
    for (const part of [this.controls, ...this.cards, this.network, this.plane, this.progress]) part.render();
    const { frame } = this.run;
    this.element.dataset.state = frame?.state ?? "idle";
    if (frame && frame !== this.#drawn) this.run.shown();
    this.#drawn = frame;
  }
}
