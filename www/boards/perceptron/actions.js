/**
 * The question's actions: which table, and learn it.
 */

import { el, named, said, setChosen, setText } from "../../shell/dom.js";
import { gates } from "./settings.js";

/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

export class Actions {
  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.gates = Object.entries(gates).map(([name, table]) => ({
      table,
      button: el("button", { type: "button", onclick: () => run.change({ table }) }, name),
    }));
    this.learn = el("button", { type: "button", class: "main", onclick: () => run.toggle() });
    this.element = el(
      "div",
      { class: "actions" },
      el("div", { class: "gates", role: "group", ...named("perceptron.gates") }, ...this.gates.map(({ button }) => button)),
      el(
        "div",
        { class: "controls" },
        this.learn,
        el("button", { type: "button", onclick: () => run.step(), ...said("perceptron.step") }),
        el("button", { type: "button", onclick: () => run.reset(), ...said("perceptron.reset") }),
      ),
    );
  }

  render() {
    for (const { table, button } of this.gates) setChosen(button, table === this.run.table);
    setText(this.learn, this.services.t(this.run.isOn ? "perceptron.pause" : "perceptron.learn"));
  }
}
