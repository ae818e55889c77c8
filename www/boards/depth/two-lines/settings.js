/**
 * The tab's state, all of it in the address: which figure is shown, where its lines are, how far the plane is folded.
 */

import { isInView, rounded } from "../../../charts/half-plane.js";
import { integer, place } from "../../../shell/settings.js";
import { regularPolygon } from "./polygon.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { Setting, Services, StateOf } from "../../../shell/types" */

/** @typedef {StateOf<typeof settings>} TwoLinesState */
/** @typedef {Services<TwoLinesState>} TwoLinesServices */
/** @typedef {"xor" | "pentagon" | "pentagons"} Figure each is also the name of the setting that holds its lines */

/** What the planes show. */
export const view = { from: -0.5, to: 1.5 };

export const figures = /** @type {const} */ (["xor", "pentagon", "pentagons"]);

/** OR, NAND, and an AND of both. @type {HalfPlane[]} */
export const solution = [
  { w1: 1, w2: 1, b: -0.5 },
  { w1: -1, w2: -1, b: 1.5 },
  { w1: 1, w2: 1, b: -1.5 },
];

/** Hidden units that only repeat the inputs: a start from which everything is still to be done. @type {HalfPlane[]} */
const start = [
  { w1: 1, w2: 0.3, b: -0.8 },
  { w1: -0.4, w2: 1, b: -0.4 },
  { w1: 1, w2: 1, b: -0.5 },
];

const up = -Math.PI / 2;
const pentagon = regularPolygon({ middle: { x: 0.5, y: 0.5 }, radius: 0.55, turn: up }).map(rounded);
const left = regularPolygon({ middle: { x: 0.05, y: 0.8 }, radius: 0.34, turn: up }).map(rounded);
const right = regularPolygon({ middle: { x: 0.95, y: 0.2 }, radius: 0.34, turn: up + 0.4 }).map(rounded);

export const settings = {
  figure: place(figures),
  xor: halfPlanes(start),
  pentagon: halfPlanes(pentagon),
  pentagons: halfPlanes([...left, ...right]),
  /** In hundredths: 0 is the plane of the inputs, 100 the hidden space. */
  fold: integer(0, { min: 0, max: 100 }),
};

/**
 * As many lines as the fallback has, written as w1_w2_b_w1_w2_b…
 * @param {HalfPlane[]} fallback
 * @returns {Setting<HalfPlane[]>}
 */
function halfPlanes(fallback) {
  return {
    fallback,
    parse: (text) => {
      const numbers = text.split("_").map((part) => (/^-?\d{1,2}(\.\d{1,2})?$/.test(part) ? Number(part) : NaN));
      const units = fallback.map((_, index) => {
        const [w1 = NaN, w2 = NaN, b = NaN] = numbers.slice(3 * index, 3 * index + 3);
        return { w1, w2, b };
      });
      const known = numbers.length === 3 * fallback.length && units.every((unit) => isInView(unit, view));
      return known ? units : undefined;
    },
    write: (units) => units.map(({ w1, w2, b }) => `${w1}_${w2}_${b}`).join("_"),
  };
}
