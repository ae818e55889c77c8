/**
 * The playground: a small network, every part of which can be seen and changed while it learns.
 */

import { el, said } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { drawn, whenever } from "../../../shell/signals.js";
import { CodePanel } from "./code-panel.js";
import { CsvPanel } from "./csv-panel.js";
import { PlaygroundDataCard } from "./data-card.js";
import { PlaygroundLossCard } from "./loss-card.js";
import { PlaygroundModelCard } from "./model-card.js";
import { NetworkView } from "./network-view.js";
import { BoundaryView } from "./plane-view.js";
import { PlaygroundProgress } from "./progress.js";
import { PlaygroundRun } from "./run.js";
import { playgroundAct } from "../story.js";
import { PlaygroundControls } from "./train-controls.js";
import "./playground.css";

/** @import { PlaygroundServices } from "./settings.js" */

const runFor = keeping(PlaygroundRun);

export class Playground {
  /** @param {PlaygroundServices} services */
  constructor(services) {
    this.services = services;
    const run = runFor(services);
    this.run = run;
    const csv = new CsvPanel(run, services);
    const code = new CodePanel(run, services);
    const clear = el("button", { type: "button", class: "quiet", onclick: () => services.state.set({ own: [] }), ...said("playground.own.clear") });
    const controls = new PlaygroundControls(run, services);
    this.progress = new PlaygroundProgress(run, services);
    this.plane = new BoundaryView(run, services, el("div", { class: "own-buttons" }, csv.buttons.own, clear));
    const network = new NetworkView(run, services);
    const loss = new PlaygroundLossCard(services);
    this.loss = loss;
    const cards = [new PlaygroundDataCard(run, services, csv.buttons.made), new PlaygroundModelCard(services, code.opener), loss];
    this.element = el(
      "div",
      { class: "playground" },
      el("section", { class: "playground-ask" }, el("p", { class: "lead", ...said("playground.lead") }), controls.element),
      el("section", { class: "playground-cards" }, ...cards.map(({ element }) => element)),
      el("section", { class: "sheet playground-middle" }, network.element, this.progress.element),
      this.plane.element,
      csv.panel,
      code.panel,
    );
    this.act = playgroundAct(run, services);
    this.actions = { ...controls.actions, undo: { name: () => /** @type {const} */ ("keys.undo"), act: () => this.#undo() } };
    run.enter();
    this.ends = [
      whenever(() => ({ ...services.state.values }), (values) => run.follow(values)),
      ...[controls, ...cards, network, this.plane, this.progress, csv, code].map((part) => drawn(() => part.render())),
      // The last of all: now the frame is drawn, and another one may come.
      drawn(() => {
        this.element.dataset.state = run.frame?.state ?? "idle";
        if (run.frame) run.shown();
      }),
    ];
  }

  destroy() {
    this.run.leave();
    for (const end of this.ends) end();
    this.plane.destroy();
    this.loss.destroy();
    this.progress.destroy();
  }

  /** One's own points as they were before the last change. */
  #undo() {
    const { state, announce, t, format } = this.services;
    const own = state.values.data === "own" ? this.run.earlier.undo() : undefined;
    if (!own) return;
    state.set({ own });
    announce(t("playground.own.count", { points: format.integer(own.length) }));
  }
}
