/**
 * The question's actions: which table, and learn it.
 */

import { el, named, said, setChosen, setText } from "../../shell/dom.js";
import { gates } from "./fields.js";

/** @import { Course } from "./course.js" */
/** @import { PerceptronServices } from "./fields.js" */

export class Actions {
  /**
   * @param {Course} course
   * @param {PerceptronServices} services
   */
  constructor(course, services) {
    this.course = course;
    this.services = services;
    this.gates = Object.entries(gates).map(([name, table]) => ({
      table,
      button: el("button", { type: "button", onclick: () => course.change({ table }) }, name),
    }));
    this.learn = el("button", { type: "button", class: "main", onclick: () => course.toggle() });
    this.element = el(
      "div",
      { class: "actions" },
      el("div", { class: "gates", role: "group", ...named("perceptron.gates") }, ...this.gates.map(({ button }) => button)),
      el(
        "div",
        { class: "controls" },
        this.learn,
        el("button", { type: "button", onclick: () => course.step(), ...said("perceptron.step") }),
        el("button", { type: "button", onclick: () => course.reset(), ...said("perceptron.reset") }),
      ),
    );
  }

  render() {
    for (const { table, button } of this.gates) setChosen(button, table === this.course.table);
    setText(this.learn, this.services.t(this.course.isOn ? "perceptron.pause" : "perceptron.learn"));
  }
}
