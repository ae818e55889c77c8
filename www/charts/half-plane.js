/**
 * A unit with two inputs that answers with a step: it fires on one side of a line, and is silent on the other. Pure
 * geometry, for what is drawn and dragged.
 */

/** Fires where w1 x + w2 y + b >= 0. @typedef {{ w1: number, w2: number, b: number }} HalfPlane */
/** @typedef {{ x: number, y: number }} Point */
/** On which side of a point its label stands: right and up are positive. @typedef {{ x: -1 | 0 | 1, y: -1 | 1 }} LabelSide */
/** What is seen of a plane, the same along both axes. @typedef {{ from: number, to: number }} View */

/** Weights are kept in hundredths: what is read beside a line is the whole truth about it. */
const HUNDREDTHS = 100;
/** Hundredths multiply exactly only to a millionth, as floating point goes; smaller than that is zero. */
const MILLIONTHS = 1e6;

/** @param {HalfPlane} unit @param {Point} point */
export function sumAt({ w1, w2, b }, { x, y }) {
  // A sum that rounds to minus zero is zero.
  return Math.round((w1 * x + w2 * y + b) * MILLIONTHS) / MILLIONTHS || 0;
}

/** The exact step. @param {HalfPlane} unit @param {Point} point */
export function fires(unit, point) {
  return sumAt(unit, point) >= 0;
}

/** The same line, firing on its other side. @param {HalfPlane} unit @returns {HalfPlane} */
export function flipped({ w1, w2, b }) {
  return { w1: -w1 || 0, w2: -w2 || 0, b: -b || 0 };
}

/** @param {HalfPlane} unit @param {Point} by @returns {HalfPlane} */
export function moved({ w1, w2, b }, { x, y }) {
  return { w1, w2, b: b - w1 * x - w2 * y };
}

/** @param {HalfPlane} unit @param {number} angle in radians, counterclockwise @param {Point} pivot @returns {HalfPlane} */
export function turned({ w1, w2, b }, angle, pivot) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turnedWeights = { w1: w1 * cos - w2 * sin, w2: w1 * sin + w2 * cos };
  const before = w1 * pivot.x + w2 * pivot.y + b;
  return { ...turnedWeights, b: before - turnedWeights.w1 * pivot.x - turnedWeights.w2 * pivot.y };
}

/** @param {HalfPlane} unit @returns {HalfPlane} */
export function rounded({ w1, w2, b }) {
  return { w1: toHundredth(w1), w2: toHundredth(w2), b: toHundredth(b) };
}

/** @param {View} view @returns {Point} */
export function middleOf({ from, to }) {
  return { x: (from + to) / 2, y: (from + to) / 2 };
}

/** How far from the view's middle a line may be: wherever it points, enough of it is in view to be taken hold of. */
const REACH = 0.92;

/** @param {HalfPlane} unit @param {View} view whether the line can be seen and taken hold of */
export function isInView(unit, view) {
  // A hair more than the reach, for lines at the limit whose weights were rounded.
  return Math.abs(distanceFromMiddle(unit, view)) <= (REACH + 0.02) * halfOf(view);
}

/** The line, no farther from the middle than it may be. @param {HalfPlane} unit @param {View} view @returns {HalfPlane} */
export function keptInView(unit, view) {
  const limit = REACH * halfOf(view);
  const distance = distanceFromMiddle(unit, view);
  const excess = distance - Math.max(-limit, Math.min(limit, distance));
  return { ...unit, b: unit.b - excess * Math.hypot(unit.w1, unit.w2) };
}

/** @param {View} view @returns {Point[]} counterclockwise */
export function cornersOf({ from, to }) {
  return [
    { x: from, y: from },
    { x: to, y: from },
    { x: to, y: to },
    { x: from, y: to },
  ];
}

/** The point of the line that is nearest to `point`. @param {HalfPlane} unit @param {Point} point @returns {Point} */
export function nearestOnLine({ w1, w2, b }, { x, y }) {
  const distance = (w1 * x + w2 * y + b) / (w1 * w1 + w2 * w2);
  return { x: x - w1 * distance, y: y - w2 * distance };
}

/**
 * What of a convex polygon lies where the unit fires.
 * @param {Point[]} polygon
 * @param {HalfPlane} unit
 * @returns {Point[]} empty where nothing is left
 */
export function clip(polygon, unit) {
  /** @param {Point} point */
  const height = ({ x, y }) => unit.w1 * x + unit.w2 * y + unit.b;
  return polygon.flatMap((point, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? point;
    const [here, there] = [height(point), height(next)];
    const kept = here >= 0 ? [point] : [];
    return here >= 0 === there >= 0 ? kept : [...kept, between(point, next, here / (here - there))];
  });
}

/**
 * The line's part in the view.
 * @param {HalfPlane} unit
 * @param {View} view
 * @returns {[Point, Point] | null} seen along it with the firing side at the left; null where it passes by
 */
export function segmentIn(unit, view) {
  const middle = nearestOnLine(unit, middleOf(view));
  const direction = { x: unit.w2, y: -unit.w1 };
  let [first, last] = [-Infinity, Infinity];
  for (const axis of /** @type {const} */ (["x", "y"])) {
    if (direction[axis] === 0) {
      if (middle[axis] < view.from || middle[axis] > view.to) return null;
      continue;
    }
    const ends = [(view.from - middle[axis]) / direction[axis], (view.to - middle[axis]) / direction[axis]];
    first = Math.max(first, Math.min(...ends));
    last = Math.min(last, Math.max(...ends));
  }
  if (!(first < last)) return null;
  /** @param {number} along */
  const at = (along) => ({ x: middle.x + along * direction.x, y: middle.y + along * direction.y });
  return [at(first), at(last)];
}

/** @param {Point} a @param {Point} b @param {number} part 0 is `a`, 1 is `b` @returns {Point} */
export function between(a, b, part) {
  return { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) };
}

/** @param {HalfPlane} unit @param {View} view */
function distanceFromMiddle({ w1, w2, b }, view) {
  const { x, y } = middleOf(view);
  return (w1 * x + w2 * y + b) / Math.hypot(w1, w2);
}

/** @param {View} view */
function halfOf({ from, to }) {
  return (to - from) / 2;
}

/** @param {number} value */
function toHundredth(value) {
  return Math.round(value * HUNDREDTHS) / HUNDREDTHS || 0;
}
