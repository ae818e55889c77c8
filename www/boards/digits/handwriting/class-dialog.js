/** The window of the class over the board: open where the address says so, or brings handwriting. */

import { el, named } from "../../../shell/dom.js";
import { whenever } from "../../../shell/signals.js";
import { showImages } from "../images.js";
import { putLate } from "./late.js";

/** @import { RunControl } from "../run-control.js" */
/** @import { DigitsServices } from "../settings.js" */

export class ClassDialog {
  /**
   * @param {HTMLElement} root of the board
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(root, run, services) {
    const { state } = services;
    this.element = el("dialog", { class: "panel class-dialog", ...named("data.collect") });
    root.append(this.element);
    let endContent = () => {};
    this.element.addEventListener("close", () => {
      // Also its camera.
      endContent();
      this.element.replaceChildren();
      state.set({ collect: "no" });
    });
    const end = whenever(
      () => state.values.collect === "class" || state.values.written !== "",
      (isOpen) => {
        if (isOpen === this.element.open) return;
        if (!isOpen) return this.element.close();
        endContent = putLate(this.element, services, async () => {
          const { ClassPanel } = await import("./class-panel.js");
          // What the board has brought is handed on: imported from there, too, it would be a file of its own for all who open the board.
          return () => new ClassPanel(run, services, showImages);
        });
        this.element.showModal();
      },
    );
    this.end = () => {
      end();
      endContent();
    };
  }
}
