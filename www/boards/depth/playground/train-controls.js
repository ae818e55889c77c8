/**
 * The one main action and its companions, and in words and numbers what the network is doing.
 */

import { ActionButtons } from "../../../shell/actions.js";
import { readout, segmented } from "../../../shell/controls.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { options } from "./settings.js";

/** @import { RunActions } from "../../../shell/types" */
/** @import { PlaygroundServices } from "./settings.js" */
/** @import { PlaygroundRun } from "./run.js" */

export class PlaygroundControls {
  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    const isOff = () => run.isEmpty || run.isBroken || (run.awaited === "lost-engine" && !run.isOn);
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (run.isOn ? "digits.pause" : "digits.train"), act: () => run.toggle(), isOff },
      step: { name: () => "digits.step", act: () => run.step(), isOff },
      reset: { name: () => "digits.reset", act: () => run.reset() },
    };
    const { reset, ...steps } = this.actions;
    // In this order three of them fit in a row, and the state beside the fourth.
    this.buttons = new ActionButtons({ ...steps, epoch: { name: () => "playground.epoch", act: () => run.epoch(), isOff }, reset }, services);
    this.state = el("p", { class: "run-state", role: "status", ...named("readout.state") });
    this.epochs = readout("readout.epoch");
    this.steps = readout("readout.step");
    this.rate = readout("playground.rate", { caption: "playground.rateShort" });
    this.speed = segmented("playground.speed", options.speed, (speed) => `playground.speed.${speed}`, (speed) => services.state.set({ speed }));
    this.element = el(
      "div",
      {},
      el("div", { class: "controls" }, ...this.buttons.elements, this.state),
      el("div", { class: "speed" }, el("span", { class: "caption", "aria-hidden": "true", ...said("playground.speedShort") }), this.speed.element),
      el("div", { class: "counters" }, this.epochs.element, this.steps.element, this.rate.element),
    );
  }

  render() {
    const { run } = this;
    this.speed.set(this.services.state.values.speed);
    this.buttons.render();
    setText(this.state, this.#stateText());
    this.state.dataset.state = run.isOn ? "running" : (run.frame?.state ?? "idle");
    this.#count();
  }

  #count() {
    const { format } = this.services;
    const { epoch = 0, step = 0, epochsPerSecond = 0 } = this.run.frame ?? {};
    setText(this.epochs.output, format.fixed(epoch, epoch < 1000 && !Number.isInteger(epoch) ? 2 : 0));
    setText(this.steps.output, format.integer(step));
    setText(this.rate.output, epochsPerSecond > 0 ? format.fixed(epochsPerSecond, epochsPerSecond < 10 ? 2 : 0) : "–");
  }

  #stateText() {
    const { t, format, state } = this.services;
    const { run } = this;
    if (run.awaited && (run.isOn || !run.frame)) return t(`state.waiting-for-${run.awaited}`);
    if (run.isEmpty) return t("playground.state.empty");
    if (run.isOn) return t(run.frame?.isGuessing ? "playground.state.guessing" : "state.running");
    switch (run.frame?.state) {
      case "paused":
      case "running":
        return t("state.paused");
      case "diverged":
        return t("state.diverged");
      case "ruined":
        return t("playground.state.ruined");
      case "reached": {
        const { untilLoss } = state.values;
        const isLow = untilLoss > 0 && (run.frame?.train.loss ?? Infinity) < untilLoss;
        const epoch = format.integer(run.frame?.epoch ?? 0);
        return isLow ? t("playground.state.reachedLoss", { loss: format.exact(untilLoss), epoch }) : t("state.reached", { epoch });
      }
      default:
        return t("state.idle");
    }
  }
}
