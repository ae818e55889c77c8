/**
 * A ring around the mouse, so that the whole room sees where the teacher points.
 */

import { el } from "./dom.js";

export class Pointer {
  constructor() {
    this.element = el("div", { class: "pointer-ring", "aria-hidden": "true", hidden: true });
    // Also while it is not shown, so that it is where the mouse is at once.
    addEventListener("pointermove", ({ clientX, clientY }) => {
      this.element.style.translate = `${clientX}px ${clientY}px`;
    });
  }

  toggle() {
    this.element.hidden = !this.element.hidden;
  }
}
