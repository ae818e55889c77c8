/**
 * Two units in a hidden layer and one that reads them: what they answer, and what the hidden layer does to the plane.
 */

import { clip, cornersOf, fires, flipped, middleOf, sumAt } from "../../../charts/half-plane.js";

/** @import { HalfPlane, Point, View } from "../../../charts/half-plane.js" */

/** @typedef {[h1: HalfPlane, h2: HalfPlane, output: HalfPlane]} Network */
/** @typedef {{ input: Point, hidden: Point, sum: number, output: number, target: number }} Row */
/** @typedef {{ kind: "same-corner", inputs: [Point, Point] } | { kind: "still-xor" | "one-line-left" | "solved" }} Verdict */

/** The rows of the truth table. */
export const inputs = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x, y })));

/** How small the plane's pieces become when they are folded onto the corners of the hidden space. */
const SHRUNK = 0.2;

/** @param {Point} point */
export function xor({ x, y }) {
  return x === y ? 0 : 1;
}

/** @param {Network} network @param {Point} point @returns {Point} the corner (h1, h2) that it comes to */
export function hiddenOf([h1, h2], point) {
  return { x: Number(fires(h1, point)), y: Number(fires(h2, point)) };
}

/** @param {Network} network @returns {Row[]} */
export function truthTable(network) {
  return inputs.map((input) => {
    const hidden = hiddenOf(network, input);
    const sum = sumAt(network[2], hidden);
    return { input, hidden, sum, output: Number(sum >= 0), target: xor(input) };
  });
}

/** @param {Row[]} rows */
export function scoreOf(rows) {
  return rows.filter(({ output, target }) => output === target).length;
}

/** What stands in the way, the first thing first. @param {Row[]} rows @returns {Verdict} */
export function verdictOf(rows) {
  if (scoreOf(rows) === rows.length) return { kind: "solved" };
  for (const [index, a] of rows.entries()) {
    const b = rows.slice(index + 1).find((row) => sameCorner(a.hidden, row.hidden) && row.target !== a.target);
    if (b) return { kind: "same-corner", inputs: [a.input, b.input] };
  }
  // Points of one class that share no corner with the other can be parted by one line, unless both hold a diagonal.
  const corners = new Set(rows.map(({ hidden }) => `${hidden.x}${hidden.y}`));
  return { kind: corners.size === rows.length && diagonal(rows) ? "still-xor" : "one-line-left" };
}

/**
 * How the network folds the plane. Every piece that comes to one corner keeps its shape and becomes small: inputs that
 * share a corner stay beside each other around it, and one that has a corner to itself comes to lie exactly on it.
 * @param {Network} network
 * @param {View} view
 * @returns {(point: Point, hidden: Point, part: number) => Point} where a point is on its way from (x1, x2) to
 * (h1, h2); `part` 0: not folded; 1: folded
 */
export function foldOf(network, view) {
  /** @param {Point} hidden */
  const anchorOf = (hidden) => meanOf(inputs.filter((input) => sameCorner(hiddenOf(network, input), hidden))) ?? middleOf(view);
  return (point, hidden, part) => {
    const anchor = anchorOf(hidden);
    /** @param {"x" | "y"} axis */
    const along = (axis) => (1 - part) * point[axis] + part * (hidden[axis] + SHRUNK * (point[axis] - anchor[axis]));
    return { x: along("x"), y: along("y") };
  };
}

/**
 * How far apart the two ones of XOR are as the plane is folded, in parts of what it was.
 * @param {Network} network
 * @param {View} view
 * @param {number[]} parts how far it is folded, from 0 to 1
 */
export function distancesOfOnes(network, view, parts) {
  const folded = foldOf(network, view);
  const distance = (/** @type {number} */ part) => {
    const [a, b] = inputs.filter((input) => xor(input) === 1).map((input) => folded(input, hiddenOf(network, input), part));
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  return parts.map((part) => distance(part) / distance(0));
}

/**
 * The pieces into which the two lines cut the plane, with the corner that each comes to and the answer that it gets.
 * @param {Network} network
 * @param {View} view
 */
export function piecesOf([h1, h2, output], view) {
  return inputs.flatMap((hidden) => {
    const polygon = clip(clip(cornersOf(view), hidden.x ? h1 : flipped(h1)), hidden.y ? h2 : flipped(h2));
    return polygon.length > 2 ? [{ polygon, hidden, output: Number(fires(output, hidden)) }] : [];
  });
}

/** @type {Record<string, "AND" | "OR" | "NAND" | "NOR">} by the outputs at (0, 0), (0, 1), (1, 0), (1, 1) */
const gates = { "0001": "AND", "0111": "OR", 1110: "NAND", 1000: "NOR" };

/** The gate that the unit is, if it is one that has a name. @param {HalfPlane} unit */
export function gateOf(unit) {
  return gates[inputs.map((input) => Number(fires(unit, input))).join("")];
}

/** @param {Point[]} points @returns {Point | null} */
function meanOf(points) {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return points.length > 0 ? { x: sum.x / points.length, y: sum.y / points.length } : null;
}

/** @param {Point} a @param {Point} b */
function sameCorner(a, b) {
  return a.x === b.x && a.y === b.y;
}

/** Each row on a corner of its own: whether those opposite are of one class. @param {Row[]} rows */
function diagonal(rows) {
  return rows.every((a) => rows.every((b) => a.target === b.target || xor(a.hidden) !== xor(b.hidden)));
}
