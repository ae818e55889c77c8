/**
 * The visitor's own points, and how the address tells them.
 */

import { PARTS, lettersOf, numberOf } from "../../../shell/letters.js";

/** @import { ParsedPoints, PlanarPoint, PlanarSet, PlaygroundInfo } from "./protocol" */

/** The plane is shown from -EDGE to EDGE, both ways. */
export const EDGE = 1.3;

/** So many fit into an address that can still be sent around. */
export const MOST_POINTS = 1000;

/**
 * A point where it can be: in view, and at a place that the address can tell.
 * @param {number} x1
 * @param {number} x2
 * @param {0 | 1} label
 * @returns {PlanarPoint}
 */
export function pointAt(x1, x2, label) {
  return { x1: placed(x1), x2: placed(x2), label };
}

/** @param {number} value */
function placed(value) {
  return Math.round(Math.min(EDGE, Math.max(-EDGE, value)) * PARTS) / PARTS;
}

/**
 * Points in letters, five a point: two a coordinate, and the class.
 * @param {PlanarPoint[]} points
 */
export function writePoints(points) {
  return points.map(({ x1, x2, label }) => `${lettersOf(x1)}${lettersOf(x2)}${label}`).join("");
}

/**
 * @param {string} text
 * @returns {PlanarPoint[] | undefined} undefined where it is not such letters
 */
export function readPoints(text) {
  const points = (text.match(/.{1,5}/gs) ?? []).map(readPoint);
  const known = points.filter((point) => point !== undefined);
  return known.length === points.length && points.length <= MOST_POINTS ? known : undefined;
}

/** @param {string} text @returns {PlanarPoint | undefined} */
function readPoint(text) {
  const [, x1 = "", x2 = "", label] = /^([\w-]{2})([\w-]{2})([01])$/.exec(text) ?? [];
  if (label === undefined) return undefined;
  const point = { x1: numberOf(x1), x2: numberOf(x2) };
  const isInView = Math.abs(point.x1) <= EDGE && Math.abs(point.x2) <= EDGE;
  return isInView ? { ...point, label: label === "1" ? 1 : 0 } : undefined;
}

/** How many changes can be undone. */
const MOST_EARLIER = 100;

/** One's own points as they were before each change, whatever changed them. */
export class Earlier {
  /** @type {PlanarPoint[][]} */
  #earlier = [];

  /** @param {PlanarPoint[]} points as they are now */
  constructor(points) {
    this.now = points;
  }

  /** @param {PlanarPoint[]} points as they are now */
  follow(points) {
    if (writePoints(points) === writePoints(this.now)) return;
    this.#earlier = [...this.#earlier, this.now].slice(-MOST_EARLIER);
    this.now = points;
  }

  /** Back by one change. @returns {PlanarPoint[] | undefined} undefined where there was none */
  undo() {
    const points = this.#earlier.pop();
    if (points) this.now = points;
    return points;
  }
}

/**
 * What is seen of one's own points while the network is still that of the points before: what was taken out is gone, and
 * what was put in is there. Which of the new ones test is not known yet.
 * @param {PlanarPoint[]} own
 * @param {PlaygroundInfo} info of the points before
 * @returns {PlaygroundInfo}
 */
export function seenMeanwhile(own, { training, test }) {
  const nameOf = (/** @type {number} */ x1, /** @type {number} */ x2, /** @type {number} */ label) => `${Math.fround(x1)} ${Math.fround(x2)} ${label}`;
  const nameIn = (/** @type {PlanarSet} */ { inputs, targets }, /** @type {number} */ row) => nameOf(inputs[2 * row] ?? 0, inputs[2 * row + 1] ?? 0, targets[row] ?? 0);
  const wanted = new Set(own.map(({ x1, x2, label }) => nameOf(x1, x2, label)));
  const known = new Set();
  const still = (/** @type {PlanarSet} */ set) => {
    const rows = [...set.targets.keys()].filter((row) => wanted.has(nameIn(set, row)));
    for (const row of rows) known.add(nameIn(set, row));
    return rows.map((row) => ({ x1: set.inputs[2 * row] ?? 0, x2: set.inputs[2 * row + 1] ?? 0, label: set.targets[row] ?? 0 }));
  };
  const [trains, tests] = [still(training), still(test)];
  const fresh = own.filter(({ x1, x2, label }) => !known.has(nameOf(x1, x2, label)));
  return { training: setOf([...trains, ...fresh]), test: setOf(tests) };
}

/**
 * The points of a set as rows of text: x1, x2 and the target, as finely as anyone can see.
 * @param {PlanarSet} set
 */
export function pointsIn({ inputs, targets }) {
  return [...targets].map((target, row) => [inputs[2 * row] ?? 0, inputs[2 * row + 1] ?? 0, target].map((value) => Number(value.toFixed(4))));
}

/** @param {{ x1: number, x2: number, label: number }[]} points @returns {PlanarSet} */
function setOf(points) {
  return { inputs: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2])), targets: Float32Array.from(points, ({ label }) => label) };
}

/**
 * Points that were read from text, brought into view where they are not: each coordinate then goes from -1 to 1.
 * @param {ParsedPoints} parsed
 * @returns {{ points: PlanarPoint[], isScaled: boolean, left: number }} `left` is how many were too many
 */
export function pointsToShow({ inputs, targets }) {
  const isScaled = inputs.some((value) => Math.abs(value) > EDGE);
  const [toX1, toX2] = [0, 1].map((axis) => (isScaled ? spread(inputs.filter((_, index) => index % 2 === axis)) : same));
  const points = [...targets.subarray(0, MOST_POINTS)].map((label, row) => {
    return pointAt((toX1 ?? same)(inputs[2 * row] ?? 0), (toX2 ?? same)(inputs[2 * row + 1] ?? 0), label === 1 ? 1 : 0);
  });
  return { points, isScaled, left: targets.length - points.length };
}

/** @param {number} value */
const same = (value) => value;

/**
 * @param {Float32Array} values
 * @returns {(value: number) => number} -1 for the lowest, 1 for the highest
 */
function spread(values) {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return (value) => (high > low ? (2 * (value - low)) / (high - low) - 1 : 0);
}
