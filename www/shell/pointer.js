/**
 * A ring around the mouse, so that the whole room sees where the teacher points.
 */

import { el } from "./dom.js";

export class Pointer {
  constructor() {
    this.element = el("div", { class: "pointer-ring", "aria-hidden": "true", hidden: true });
  }

  toggle() {
    if (this.element.hidden) addEventListener("pointermove", this.#follow);
    else removeEventListener("pointermove", this.#follow);
    this.element.hidden = !this.element.hidden;
  }

  /** @param {PointerEvent} event */
  #follow = ({ clientX, clientY }) => {
    this.element.style.translate = `${clientX}px ${clientY}px`;
  };
}
