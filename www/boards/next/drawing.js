/**
 * What the board looks at: the visitor's drawing as a network sees it, and before there is one an image of the data set.
 */

import { keeping } from "../../shell/kept.js";
import { PEN_WIDTH } from "../../shell/pen.js";
import { tracked } from "../../shell/signals.js";

/** @import { Stroke } from "../../protocol" */
/** @import { Services } from "../../shell/types" */

export class Drawing {
  /** @type {Stroke[]} */
  strokes = [];
  /** [28 * 28], 0 is paper; null before there is anything. @type {Uint8Array | null} */
  pixels = null;
  #asked = 0;

  /** The board's, which come anew every time that it is shown. @type {Services<any>} */
  services;

  /** @param {Services<any>} services */
  constructor(services) {
    this.services = services;
    tracked(this, "pixels");
  }

  /** There are other strokes, or none yet: then it is an image of the data set, as soon as one is here. */
  async look() {
    const asked = (this.#asked += 1);
    const { ask } = this.services;
    const pixels = this.strokes.length > 0 ? await ask("pictures", { drawings: [this.strokes], penWidth: PEN_WIDTH }) : (await ask("images", { split: "test", rows: [0] }))?.pixels;
    if (asked === this.#asked && pixels && pixels.length > 0) this.pixels = pixels;
  }
}

export const drawingFor = keeping(Drawing);
