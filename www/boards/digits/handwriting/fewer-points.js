/**
 * A line with as few points as it needs: those that lie close to the line between others are left out (Ramer 1972; Douglas
 * and Peucker 1973).
 */

/** @import { Stroke } from "../../../protocol" */

/**
 * @param {Stroke} stroke
 * @param {number} tolerance how far a point that is left out may lie from what is left, in the stroke's unit
 * @returns {Stroke} with the first and the last point as they were
 */
export function fewerPoints(stroke, tolerance) {
  const last = stroke.length / 2 - 1;
  const kept = new Set([0, last]);
  // A list and no recursion: a stroke may have very many points.
  const parts = [[0, last]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from = 0, to = 0] = part;
    let [farthest, most] = [-1, tolerance];
    for (let point = from + 1; point < to; point += 1) {
      const distance = distanceToLine(stroke, point, from, to);
      if (distance > most) [farthest, most] = [point, distance];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    parts.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b).flatMap((point) => stroke.slice(2 * point, 2 * point + 2));
}

/**
 * From a point to the nearest place of the line between two others.
 * @param {Stroke} stroke
 * @param {number} point
 * @param {number} from
 * @param {number} to
 */
function distanceToLine(stroke, point, from, to) {
  const at = (/** @type {number} */ index) => stroke[index] ?? 0;
  const x = at(2 * point) - at(2 * from);
  const y = at(2 * point + 1) - at(2 * from + 1);
  const dx = at(2 * to) - at(2 * from);
  const dy = at(2 * to + 1) - at(2 * from + 1);
  const squared = dx * dx + dy * dy;
  const part = squared > 0 ? Math.min(1, Math.max(0, (x * dx + y * dy) / squared)) : 0;
  return Math.sqrt((x - part * dx) ** 2 + (y - part * dy) ** 2);
}
