/**
 * The part of the plane that is looked at, as a grid of cells.
 */

/** Cells on a side of the answer's map, and of a unit's. */
export const ANSWER_SIDE = 80;
export const UNIT_SIDE = 40;

/**
 * The cells' middles, the top row first.
 * @param {number} side
 * @param {number} edge the plane is looked at from -edge to edge
 * @returns {Float32Array} [side * side, 2]
 */
export function gridPoints(side, edge) {
  const points = new Float32Array(2 * side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const index = 2 * (row * side + column);
      points[index] = edge * ((2 * column + 1) / side - 1);
      points[index + 1] = edge * (1 - (2 * row + 1) / side);
    }
  }
  return points;
}
