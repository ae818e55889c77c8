/**
 * The board in small: more and more images.
 */

import { paintDigits } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";
import { animate } from "../../shell/motion.js";
import { whenTestImages } from "../../shell/test-images.js";

/** @import { PreviewServices } from "../../shell/types" */

const PIXELS = 28 * 28;
/** Images along a side. */
const SIDES = [1, 2, 4, 8, 16, 28];
const MOST = 28 * 28;
const SECONDS_PER_SIDE = 1.1;

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const canvas = el("canvas", { class: "digit" });
  root.append(canvas);
  /** [images, 28 * 28] @type {Uint8Array} */
  let pixels = new Uint8Array(MOST * PIXELS);
  let side = 1;
  const paint = () => paintDigits(canvas, pixels.subarray(0, side * side * PIXELS), side);
  const ends = [
    animate((seconds) => {
      const now = SIDES[Math.floor(seconds / SECONDS_PER_SIDE) % SIDES.length] ?? 1;
      if (now === side) return;
      side = now;
      paint();
    }, 4 * SECONDS_PER_SIDE),
    whenTestImages(client, MOST, (images) => {
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
