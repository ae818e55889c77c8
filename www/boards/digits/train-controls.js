/**
 * The one main action and its companions, and in words what the run is doing.
 */

import { ActionButtons } from "../../shell/actions.js";
import { el, named, setText } from "../../shell/dom.js";
import { isLost } from "../../shell/lack.js";

/** @import { Lack } from "../../shell/lack.js" */
/** @import { RunControl } from "./run-control.js" */
/** @import { RunActions } from "../../shell/types" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { Key } from "../../i18n" */

export class DigitsControls {
  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (run.isOn ? "digits.pause" : "digits.train"), act: () => run.toggle(), isOff: () => isLost(run.lack) && !run.isOn },
      step: { name: () => "digits.step", act: () => run.step(), isOff: () => isLost(run.lack) },
      reset: { name: () => "digits.reset", act: () => run.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.element = el("div", { class: "controls" }, ...this.buttons.elements, this.state);
  }

  render() {
    this.buttons.render();
    setText(this.state, this.#stateText());
    this.state.dataset.state = this.run.state;
  }

  #stateText() {
    const { t, format, state } = this.services;
    const { run } = this;
    const isWaiting = run.state === "waiting-for-data" || run.history.now.step === 0;
    if (isWaiting && run.lack) return this.#lackText(run.lack);
    if (run.state === "waiting-for-data") return this.#lackText("data");
    if (run.isStopping) return t("state.stopping");
    if (run.state === "reached") return t("state.reached", { epoch: format.integer(state.values.untilEpoch) });
    if (run.state === "running") return t("state.running");
    if (run.state === "idle" && run.hasLearntElsewhere) return t("digits.learntElsewhere");
    /** @type {Key} */
    const key = `state.${run.state}`;
    return t(key);
  }

  /** @param {Lack} lack */
  #lackText(lack) {
    const { t, format } = this.services;
    const { loadedBytes = 0, totalBytes = 0 } = this.run.data ?? {};
    if (lack === "data") return t("state.waiting-for-data", { part: format.percent(totalBytes ? loadedBytes / totalBytes : 0, 0) });
    return t(`state.waiting-for-${lack}`);
  }
}
