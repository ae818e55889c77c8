/**
 * The tab's state: what is looked at, the kernel, and where the window is.
 */

import { integer, place } from "../../../shell/settings.js";
import { settings as networksSettings } from "../networks/settings.js";
import { KERNEL, POOLED, SIDE, kernels } from "./kernels.js";

/** @import { Services, Setting, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} PartsServices */

export const views = /** @type {const} */ (["kernel", "pool", "networks"]);

/** Of a kernel's numbers, which have at most two decimals. */
export const MOST = 9.99;

export const settings = {
  ...networksSettings,
  look: place(views),
  kernel: kernelText([...kernels.aboveBelow]),
  /** Places are counted row by row. It begins where the image that stands in for a drawing has an edge. */
  window: integer(262, { min: 0, max: SIDE * SIDE - 1 }),
  pool: integer(61, { min: 0, max: POOLED * POOLED - 1 }),
};

/** @param {number} value */
export function isWeight(value) {
  return Math.abs(value) <= MOST && Math.abs(100 * value - Math.round(100 * value)) < 1e-6;
}

/** @param {number[]} fallback @returns {Setting<number[]>} written row by row as 1_0_-1_… */
function kernelText(fallback) {
  return {
    fallback,
    parse: (text) => {
      const weights = text.split("_").map((part) => (/^-?\d(\.\d{1,2})?$/.test(part) ? Number(part) || 0 : NaN));
      return weights.length === KERNEL * KERNEL && weights.every(isWeight) ? weights : undefined;
    },
    write: (weights) => weights.join("_"),
  };
}
