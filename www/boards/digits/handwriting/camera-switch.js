/**
 * The button that turns a camera on and off, with what shows its picture, and what is said where the camera is refused.
 */

import { el, said, setText } from "../../../shell/dom.js";

/** @import { Key } from "../../../i18n" */
/** @import { DigitsServices } from "../settings.js" */
/** @import { Camera } from "./camera.js" */

export class CameraSwitch {
  /**
   * @param {Camera<any>} camera
   * @param {HTMLElement} shown while it is on
   * @param {Key} name of the button that turns it on
   * @param {DigitsServices} services
   */
  constructor(camera, shown, name, services) {
    this.camera = camera;
    this.shown = shown;
    this.name = name;
    this.services = services;
    this.button = el("button", { type: "button", onclick: () => void this.#turn(), ...said(name) });
    this.refusal = el("p", { class: "field-error", role: "status", hidden: true, ...said("handwriting.cameraRefused") });
  }

  async #turn() {
    const { camera, shown, button } = this;
    const isOn = shown.hidden;
    shown.hidden = !isOn;
    if (!isOn) camera.stop();
    const isRefused = isOn && !(await camera.start());
    this.refusal.hidden = !isRefused;
    if (isRefused) shown.hidden = true;
    const key = shown.hidden ? this.name : "handwriting.cameraOff";
    button.dataset.t = key;
    setText(button, this.services.t(key));
  }
}
