/**
 * How the page looks: the palette (paper or board) and the projector mode. The styles read both from the document.
 */

import { pageParameter, setPageParameter } from "./address.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

export class Look {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    const wanted = pageParameter("palette");
    if (wanted === "paper" || wanted === "board") root.dataset.palette = wanted;
    // Without a choice the styles follow the system by themselves; what is drawn on canvases must follow, too.
    dark.addEventListener("change", () => onChange());
    this.setProjector(pageParameter("projector") === "on");
  }

  get palette() {
    return root.dataset.palette ?? (dark.matches ? "board" : "paper");
  }

  get projector() {
    return root.dataset.projector === "on";
  }

  togglePalette() {
    root.dataset.palette = this.palette === "board" ? "paper" : "board";
    setPageParameter("palette", root.dataset.palette);
    this.onChange();
  }

  toggleProjector() {
    this.setProjector(!this.projector);
    setPageParameter("projector", this.projector ? "on" : "off");
    this.onChange();
  }

  /** @param {boolean} on */
  setProjector(on) {
    root.dataset.projector = on ? "on" : "off";
  }
}
