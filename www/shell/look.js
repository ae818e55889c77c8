/**
 * How the page looks: the palette (paper or board) and the projector mode. The styles read both from the document.
 */

import { signal } from "@preact/signals-core";
import { stylesHaveChanged } from "../charts/colours.js";
import { pageParameter, setPageParameter } from "./address.js";
import { drawNow } from "./frames.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
/** The styles follow them by themselves; what is drawn on canvases must follow, too. */
const media = [dark, ...["(prefers-contrast: more)", "(forced-colors: active)", "print"].map((query) => matchMedia(query))];

export class Look {
  #projector = signal(false);

  constructor() {
    const wanted = pageParameter("palette");
    if (wanted === "paper" || wanted === "board") root.dataset.palette = wanted;
    root.toggleAttribute("data-embed", pageParameter("embed") === "yes");
    // Chromium tells that the media are print once the page is laid out on the paper: whatever is drawn then is on it.
    for (const query of media) query.addEventListener("change", () => this.#redraw());
    // Other browsers print a copy of the page as it is after this.
    addEventListener("beforeprint", () => this.#setPrinting(true));
    addEventListener("afterprint", () => this.#setPrinting(false));
    this.setProjector(pageParameter("projector") === "on");
  }

  get palette() {
    return root.dataset.palette ?? (dark.matches ? "board" : "paper");
  }

  get projector() {
    return this.#projector.value;
  }

  togglePalette() {
    root.dataset.palette = this.palette === "board" ? "paper" : "board";
    setPageParameter("palette", root.dataset.palette);
    stylesHaveChanged();
  }

  toggleProjector() {
    this.setProjector(!this.projector);
    setPageParameter("projector", this.projector ? "on" : "off");
  }

  /** @param {boolean} on */
  setProjector(on) {
    root.dataset.projector = on ? "on" : "off";
    this.#projector.value = on;
    stylesHaveChanged();
  }

  /** On paper it is ink on white, whatever the palette. @param {boolean} on */
  #setPrinting(on) {
    root.toggleAttribute("data-printing", on);
    this.#redraw();
  }

  #redraw() {
    stylesHaveChanged();
    drawNow();
  }
}
