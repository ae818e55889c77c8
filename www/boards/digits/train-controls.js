/**
 * The one main action and its companions, and in words what the run is doing.
 */

import { el, named, said, setText } from "../../shell/dom.js";
import { isLost } from "../../shell/lack.js";

/** @import { Lack } from "../../shell/lack.js" */
/** @import { RunControl } from "./run-control.js" */
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
    this.train = el("button", { type: "button", class: "main", onclick: () => run.toggle() });
    this.step = el("button", { type: "button", onclick: () => run.step(), ...said("digits.step") });
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.element = el(
      "div",
      { class: "controls" },
      this.train,
      this.step,
      el("button", { type: "button", onclick: () => run.reset(), ...said("digits.reset") }),
      this.state,
    );
  }

  render() {
    const { t } = this.services;
    setText(this.train, t(this.run.isOn ? "digits.pause" : "digits.train"));
    const isIdle = isLost(this.run.lack);
    this.train.disabled = isIdle && !this.run.isOn;
    this.step.disabled = isIdle;
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
