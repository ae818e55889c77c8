/**
 * The one main action, what is being done, and what the race is run over.
 */

import { ActionButtons } from "../../../shell/actions.js";
import { createCard } from "../../../shell/card.js";
import { segmented } from "../../../shell/controls.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { LateDialog } from "../../../shell/late-dialog.js";
import { loadedPart } from "../../../shell/lack.js";
import { coresPicture } from "./cores.js";
import { options } from "./settings.js";
import { BATCH, layersOf, stepsOf } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { Action, Actions } from "../../../shell/types" */
/** @import { RaceServices } from "./settings.js" */
/** @import { RaceRun } from "./run.js" */

export class RaceControls {
  /**
   * @param {RaceRun} run
   * @param {RaceServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    const { state } = services;
    this.sums = new LateDialog({
      id: "same-sums",
      load: async () => {
        const { SameSums } = await import("../same-sums/index.js");
        return () => new SameSums(services);
      },
      notices: services.notices,
    });
    /** @type {Action} */
    const racing = { name: () => (run.isOn ? "race.stop" : "race.start"), act: () => run.toggle() };
    this.buttons = new ActionButtons({ run: racing }, services);
    /** @type {Actions} */
    this.actions = { run: racing, reset: { name: () => "keys.reset", act: () => run.reset() } };
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.network = segmented("race.network", options.network, (network) => `race.network.${network}`, (network) => state.set({ network }));
    this.distance = segmented("race.distance", options.distance, (distance) => `race.distance.${distance}`, (distance) => state.set({ distance }));
    this.card = createCard({
      id: "race",
      title: "race.same",
      settings: [
        el("p", { class: "small", ...said("race.sameExplained") }),
        el(
          "div",
          { class: "fields" },
          el("div", { class: "field" }, el("span", { class: "caption", ...said("race.network") }), this.network.element),
          el("div", { class: "field" }, el("span", { class: "caption", ...said("race.distance") }), this.distance.element),
        ),
        el("p", { class: "small", ...said("race.distanceExplained") }),
        el("button", { type: "button", onclick: () => void this.sums.open(this.element), ...said("sameSums.open") }),
      ],
    });
    this.order = el("p", { class: "small" });
    this.element = el(
      "section",
      { class: "race-ask" },
      el("p", { class: "lead", ...said("race.lead") }),
      el("div", { class: "controls" }, ...this.buttons.elements, this.state),
      this.card.element,
      this.order,
      coresPicture(),
    );
  }

  destroy() {
    this.sums.destroy();
  }

  render() {
    const { t, format, state } = this.services;
    const { network, distance } = state.values;
    const { run } = this;
    this.network.set(network);
    this.distance.set(distance);
    this.buttons.render();
    setText(this.state, this.#stateText());
    this.state.dataset.state = run.isOn ? "running" : "idle";
    setText(this.card.summary, layersOf(network).join(" → "));
    const isKnown = run.steps > 0 || distance !== "auto";
    const steps = run.steps || stepsOf(distance, false);
    setText(this.card.detail, t(isKnown ? "race.batchesOf" : "race.batchesAuto", { steps: format.integer(steps), batch: format.integer(BATCH) }));
    setText(this.order, this.#orderText());
  }

  #stateText() {
    const { t, format, client } = this.services;
    const { state, lanes } = this.run;
    const part = format.percent(loadedPart(client), 0);
    const busy = lanes.find((lane) => lane.state === "running" || lane.state === "warming-up");
    /** @type {Key} */
    const key = state === "waiting-for-data" ? "state.waiting-for-data" : `race.state.${state}`;
    return t(key, { part, lane: t(busy?.backend === "webgpu" ? "race.gpu" : "race.cpu") });
  }

  /** How the lanes are kept out of each other's way. */
  #orderText() {
    const { t } = this.services;
    const { steps, inTurn, lanes } = this.run;
    if (steps === 0 || lanes.some(({ state }) => state === "absent" || state === "failed")) return "";
    return t(inTurn ? "race.inTurn" : "race.atOnce");
  }
}
