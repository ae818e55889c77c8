/**
 * The question's actions: which table, and learn it.
 */

import { ActionButtons } from "../../shell/actions.js";
import { el, named, setChosen } from "../../shell/dom.js";
import { gates } from "./settings.js";

/** @import { RunActions } from "../../shell/types" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

export class PerceptronControls {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.gates = Object.entries(gates).map(([name, table]) => ({
      table,
      button: el("button", { type: "button", onclick: () => run.change({ table }) }, name),
    }));
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (run.isOn ? "perceptron.pause" : "perceptron.learn"), act: () => run.toggle() },
      step: { name: () => "perceptron.step", act: () => run.step() },
      reset: { name: () => "perceptron.reset", act: () => run.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.element = el(
      "div",
      { class: "actions" },
      el("div", { class: "gates", role: "group", ...named("perceptron.gates") }, ...this.gates.map(({ button }) => button)),
      el("div", { class: "controls" }, ...this.buttons.elements),
    );
  }

  render() {
    for (const { table, button } of this.gates) setChosen(button, table === this.run.table);
    this.buttons.render();
  }
}
