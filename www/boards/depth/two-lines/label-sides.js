/**
 * On which side of its point the name of each input stands: the same all through the fold, so that no name jumps, and such
 * that none lies on another or on an axis, nor, where there is another side, on an end by which a line is taken.
 */

import { segmentIn } from "../../../charts/half-plane.js";
import { foldOf, truthTable } from "./network.js";

/** @import { HalfPlane, LabelSide, Point, View } from "../../../charts/half-plane.js" */
/** @import { Network } from "./network.js" */

/** @typedef {{ left: number, right: number, bottom: number, top: number }} Box */

/** A name's size and how far from its point it begins, and a point's radius: in the smallest picture, in units of the plane. */
const NAME = { width: 0.46, height: 0.13, beside: 0.04, above: 0.14 };
const RADIUS = 0.08;
/** An end of a line: how far from the edge it is, and its radius. */
const END = { inset: 0.18, radius: 0.07 };

/** How bad it is: worst where the plane rests, folded or not. */
const COST = { passing: 4, resting: 100, end: 1, inward: 0.1 };

/** What of the fold is looked at. */
const parts = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** @type {LabelSide[]} */
const sides = [{ x: -1, y: -1 }, { x: -1, y: 1 }, { x: 1, y: -1 }, { x: 1, y: 1 }];

/** @param {Network} network @param {View} view @returns {LabelSide[]} one an input */
export function labelSides(network, view) {
  const folded = foldOf(network, view);
  const ways = truthTable(network).map(({ input, hidden }) => parts.map((part) => folded(input, hidden, part)));
  // The hidden units' lines are there before the fold, the output's after it.
  const ends = [network.slice(0, 2), [network[2]]].map((units) => units.flatMap((unit) => endsOf(unit, view)));
  /** @type {{ chosen: LabelSide[], cost: number }} */
  let best = { chosen: [], cost: Infinity };
  /** Input by input; a choice is given up as soon as it costs more than the best one. @param {LabelSide[]} chosen @param {number} cost */
  const choose = (chosen, cost) => {
    if (cost >= best.cost) return;
    const way = ways[chosen.length];
    if (!way) return void (best = { chosen, cost });
    for (const side of sides) {
      const boxes = boxesOf(way, side);
      const onNames = chosen.map((other, index) => clash(boxes, boxesOf(ways[index] ?? [], other)));
      const onPoints = ways.filter((other) => other !== way).map((other) => clash(boxes, other.map((place) => discOf(place))));
      const onEnds = [boxes[0], boxes.at(-1)].map((box, rest) => COST.end * (ends[rest] ?? []).filter((end) => box && overlap(box, end)).length);
      choose([...chosen, side], [cost, alone(way, side), ...onEnds, ...onNames, ...onPoints].reduce((sum, part) => sum + part));
    }
  };
  choose([], 0);
  return best.chosen;
}

/** What a name costs by itself: on an axis, or towards the middle. @param {Point[]} way @param {LabelSide} side */
function alone(way, side) {
  const [first, last] = [way[0], way.at(-1)];
  if (!first || !last) return 0;
  const lying = [first, last].filter((place) => isOnAxis(boxOf(place, side))).length;
  const inward = Number(side.x > 0 !== first.x > 0.5) + Number(side.y > 0 !== first.y > 0.5);
  return COST.resting * lying + COST.inward * inward;
}

/** What it costs where two things lie on each other on their ways. @param {Box[]} a @param {Box[]} b */
function clash(a, b) {
  const costs = a.map((box, part) => (overlap(box, b[part] ?? box) ? (part === 0 || part === a.length - 1 ? COST.resting : COST.passing) : 0));
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** @param {Point[]} way @param {LabelSide} side */
function boxesOf(way, side) {
  return way.map((place) => boxOf(place, side));
}

/** Where the name of a point stands. @param {Point} place @param {LabelSide} side @returns {Box} */
export function boxOf(place, { x, y }) {
  const across = [place.x + x * NAME.beside, place.x + x * (NAME.beside + NAME.width)];
  const along = [place.y + y * NAME.above, place.y + y * (NAME.above + NAME.height)];
  return { left: Math.min(...across), right: Math.max(...across), bottom: Math.min(...along), top: Math.max(...along) };
}

/** @param {Point} place @param {number} [radius] @returns {Box} */
function discOf({ x, y }, radius = RADIUS) {
  return { left: x - radius, right: x + radius, bottom: y - radius, top: y + radius };
}

/** @param {HalfPlane} unit @param {View} view @returns {Box[]} */
export function endsOf(unit, view) {
  const [a, b] = segmentIn(unit, view) ?? [];
  if (!a || !b) return [];
  const part = END.inset / Math.hypot(b.x - a.x, b.y - a.y);
  return [[a, b], [b, a]].map(([from = a, to = b]) => discOf({ x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) }, END.radius));
}

/** @param {Box} a @param {Box} b */
export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/** @param {Box} box */
export function isOnAxis({ left, right, bottom, top }) {
  return [0, 1].some((axis) => (left < axis && axis < right) || (bottom < axis && axis < top));
}
