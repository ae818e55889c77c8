/**
 * The board in small: a window goes over a digit, and the map of its sums fills.
 */

import { paintValues } from "../../charts/cells.js";
import { colourParts } from "../../charts/colours.js";
import { paintDigit } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";
import { animate } from "../../shell/motion.js";
import { SIDE, convolved, kernels } from "./parts/kernels.js";

/** @import { PreviewServices } from "../../shell/types" */

const SECONDS = 6;

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const picture = el("canvas", { class: "digit" });
  const canvas = el("canvas");
  for (const one of [picture, canvas]) Object.assign(one.style, { width: "48%", aspectRatio: "1", imageRendering: "pixelated" });
  const pair = el("div", {}, picture, canvas);
  Object.assign(pair.style, { display: "flex", justifyContent: "space-between", alignItems: "center", width: "100%" });
  root.append(pair);
  /** @type {Uint8Array | null} */
  let pixels = null;
  /** @type {Float32Array | null} */
  let map = null;
  const ask = async () => {
    const batch = await client.request("images", { split: "test", rows: [0] });
    if (batch.pixels.length > 0) [pixels, map] = [batch.pixels, convolved(batch.pixels, kernels.aboveBelow)];
  };
  const tryToAsk = () => void (map ?? ask().catch((error) => console.warn(error)));
  const end = client.on("data", tryToAsk);
  tryToAsk();
  const stop = animate((seconds) => {
    if (!map || !pixels) return;
    const filled = Math.floor(SIDE * SIDE * Math.min(1, (1.3 * (seconds % SECONDS)) / SECONDS));
    paintDigit(picture, pixels);
    const full = Math.max(...map.map(Math.abs));
    paintValues(canvas, map.map((value, place) => (place < filled ? value : 0)), { columns: SIDE, positive: colourParts(canvas, "one"), negative: colourParts(canvas, "zero"), full });
  }, 0.9 * SECONDS);
  return {
    destroy: () => {
      stop();
      end();
    },
  };
}
