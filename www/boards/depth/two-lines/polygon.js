/**
 * Half-planes joined by an AND make a convex region; an OR joins two of them.
 */

import { clip, cornersOf } from "../../../charts/half-plane.js";

/** @import { HalfPlane, Point, View } from "../../../charts/half-plane.js" */

/** The units that one AND joins. */
export const SIDES = 5;

/** @typedef {{ polygon: Point[], sides: number, closed: boolean }} Region `closed`: it does not run out of the view */

/** @param {HalfPlane[]} units @param {View} view @returns {Region[]} one for every AND */
export function regionsOf(units, view) {
  const groups = [...Array(Math.ceil(units.length / SIDES)).keys()].map((group) => units.slice(group * SIDES, (group + 1) * SIDES));
  return groups.map((group) => regionOf(group, view));
}

/** @param {HalfPlane[]} units @param {View} view @returns {Region} */
function regionOf(units, view) {
  const polygon = units.reduce(clip, cornersOf(view));
  const sides = units.filter((unit) => isSide(unit, polygon)).length;
  const outside = polygon.some(({ x, y }) => [x, y].some((place) => place <= view.from || place >= view.to));
  return { polygon, sides, closed: polygon.length > 2 && !outside };
}

/** Whether two of the polygon's corners are on the unit's line. @param {HalfPlane} unit @param {Point[]} polygon */
function isSide({ w1, w2, b }, polygon) {
  const slack = 1e-9 * Math.hypot(w1, w2);
  const on = polygon.filter(({ x, y }) => Math.abs(w1 * x + w2 * y + b) <= slack);
  return on.some((p) => on.some((q) => Math.hypot(p.x - q.x, p.y - q.y) > 1e-6));
}

/**
 * Units that fire inside a regular polygon.
 * @param {{ middle: Point, radius: number, turn: number }} shape the radius goes to the middle of a side; `turn` in radians
 * @returns {HalfPlane[]}
 */
export function regularPolygon({ middle, radius, turn }) {
  return [...Array(SIDES).keys()].map((side) => {
    const angle = turn + (side * 2 * Math.PI) / SIDES;
    const [w1, w2] = [-Math.cos(angle), -Math.sin(angle)];
    return { w1, w2, b: radius - w1 * middle.x - w2 * middle.y };
  });
}
