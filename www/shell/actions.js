/**
 * What can be done by a press and by a key alike: both are bound to one object, so that neither does what the other would not.
 */

import { el, said, setText } from "./dom.js";

/** @import { Action, Services } from "./types" */

/** A button for each action, in their order; what runs is the main one. */
export class ActionButtons {
  /**
   * @param {Record<string, Action>} actions
   * @param {Pick<Services<unknown>, "t">} services
   */
  constructor(actions, services) {
    this.services = services;
    this.shown = Object.entries(actions).map(([name, action]) => ({ action, button: el("button", { type: "button", class: name === "run" && "main", onclick: () => action.act(), ...said(action.name()) }) }));
    this.elements = this.shown.map(({ button }) => button);
  }

  render() {
    for (const { action, button } of this.shown) {
      const name = action.name();
      // By it a link names the controls that it keeps.
      button.dataset.t = name;
      setText(button, this.services.t(name));
      button.disabled = action.isOff?.() ?? false;
    }
  }
}
