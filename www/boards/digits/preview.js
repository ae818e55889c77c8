/**
 * The board in small: test images, the next one every moment.
 */

import { paintDigits } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";
import { animate } from "../../shell/motion.js";
import { whenTestImages } from "../../shell/test-images.js";
import { INPUTS as PIXELS } from "./settings.js";

/** @import { PreviewServices } from "../../shell/types" */

const COLUMNS = 4;
const SHOWN = COLUMNS * COLUMNS;
/** Places have their turns in an order that looks like none: it has no divisor in common with their number. */
const STRIDE = 7;
const KEPT = 10 * SHOWN;
const SECONDS_PER_IMAGE = 0.35;

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const canvas = el("canvas", { class: "digit" });
  root.append(canvas);
  const shown = new Uint8Array(SHOWN * PIXELS);
  /** [images, 28 * 28] @type {Uint8Array} */
  let pixels = new Uint8Array(KEPT * PIXELS);
  let changes = 0;
  const paint = () => {
    for (let place = 0; place < SHOWN; place += 1) {
      const turns = Math.floor((changes + ((place * STRIDE) % SHOWN)) / SHOWN);
      const image = (place + turns * SHOWN) % KEPT;
      shown.set(pixels.subarray(image * PIXELS, (image + 1) * PIXELS), place * PIXELS);
    }
    paintDigits(canvas, shown, COLUMNS);
  };
  const ends = [
    animate((seconds) => {
      const now = Math.floor(seconds / SECONDS_PER_IMAGE);
      if (now === changes) return;
      changes = now;
      paint();
    }, 0),
    whenTestImages(client, KEPT, (images) => {
      pixels = images;
      paint();
    }),
  ];
  return {
    destroy: () => {
      for (const end of ends) end();
    },
  };
}
