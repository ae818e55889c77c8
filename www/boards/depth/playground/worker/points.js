/**
 * The points of a playground: made or the visitor's own, and parted into those that train and those that test.
 */

import { planar } from "../../../../worker/engine.js";

/** @import { PlanarPoint, PlanarSet, PlaygroundConfig } from "../protocol" */

/** @param {PlaygroundConfig} config @returns {PlanarSet} */
export function pointsOf({ data, own, points, noise, seed }) {
  return data === "own" ? setOf(own) : planar(data, points, noise, seed);
}

/**
 * Parts a set so that both parts have their share of each class, or of low and of high values.
 * @param {PlanarSet} set
 * @param {number} trainPart percent
 * @returns {{ training: PlanarSet, test: PlanarSet }}
 */
export function split(set, trainPart) {
  const seen = [0, 0];
  /** @type {number[]} */
  const training = [];
  /** @type {number[]} */
  const test = [];
  for (const [row, target] of set.targets.entries()) {
    const label = target >= 0.5 ? 1 : 0;
    const before = seen[label] ?? 0;
    seen[label] = before + 1;
    const trains = trainedOf(before + 1, trainPart) > trainedOf(before, trainPart);
    (trains ? training : test).push(row);
  }
  return { training: pick(set, training), test: pick(set, test) };
}

/**
 * How many of the first `points` of a class train: the very first always does.
 * @param {number} points
 * @param {number} trainPart
 */
function trainedOf(points, trainPart) {
  return Math.ceil((points * trainPart) / 100);
}

/** @param {PlanarPoint[]} points @returns {PlanarSet} */
function setOf(points) {
  return {
    inputs: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2])),
    targets: Float32Array.from(points, ({ label }) => label),
  };
}

/**
 * @param {PlanarSet} set
 * @param {number[]} rows
 * @returns {PlanarSet}
 */
function pick({ inputs, targets }, rows) {
  return {
    inputs: Float32Array.from(rows.flatMap((row) => [inputs[2 * row] ?? 0, inputs[2 * row + 1] ?? 0])),
    targets: Float32Array.from(rows, (row) => targets[row] ?? 0),
  };
}
