/**
 * What a network is told of a point.
 */

/** @import { Feature } from "../protocol" */

/** @type {Record<Feature, (x1: number, x2: number) => number>} */
const formulas = {
  x1: (x1) => x1,
  x2: (_, x2) => x2,
  "x1^2": (x1) => x1 * x1,
  "x2^2": (_, x2) => x2 * x2,
  x1x2: (x1, x2) => x1 * x2,
  "sin(x1)": (x1) => Math.sin(Math.PI * x1),
  "sin(x2)": (_, x2) => Math.sin(Math.PI * x2),
};

/**
 * @param {Float32Array} points [points, 2]
 * @param {Feature[]} features
 * @returns {Float32Array} [points, features]
 */
export function featuresOf(points, features) {
  const rows = points.length / 2;
  const values = new Float32Array(rows * features.length);
  for (const [column, feature] of features.entries()) {
    const formula = formulas[feature];
    for (let row = 0; row < rows; row += 1) {
      values[row * features.length + column] = formula(points[2 * row] ?? 0, points[2 * row + 1] ?? 0);
    }
  }
  return values;
}
