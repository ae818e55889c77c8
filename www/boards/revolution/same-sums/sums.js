/**
 * A matrix times a vector: what turns the corners of a picture, and what a layer of a network does with its inputs.
 */

/** Row by row. @typedef {number[][]} Matrix */

/** @param {Matrix} matrix [rows, columns] @param {number[]} vector [columns] @returns {number[]} [rows] */
export function times(matrix, vector) {
  return matrix.map((row) => row.reduce((sum, number, column) => sum + number * (vector[column] ?? 0), 0));
}

/** A turn about the upright axis, and then a nod towards the viewer. @param {number} degrees @returns {Matrix} */
export function turn(degrees) {
  const [turned, nodded] = [(degrees * Math.PI) / 180, Math.PI / 8];
  const [c, s, cn, sn] = [Math.cos(turned), Math.sin(turned), Math.cos(nodded), Math.sin(nodded)];
  return [
    [c, 0, s],
    [sn * s, cn, -sn * c],
    [-cn * s, sn, cn * c],
  ];
}

/** Each corner of a cube around the middle, and the pairs that an edge joins. */
export const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => [corner & 1, (corner >> 1) & 1, corner >> 2].map((side) => 2 * side - 1));
export const edges = corners.flatMap((a, from) => corners.flatMap((b, to) => (from < to && a.filter((side, axis) => side !== b[axis]).length === 1 ? [[from, to]] : [])));

/** A layer of three units that look at three pixels: for an edge between two of them, for brightness, for the middle one. @type {Matrix} */
export const layer = [
  [1, -1, 0],
  [0.5, 0.5, 0.5],
  [-0.5, 1, -0.5],
];

/** How many multiplications a matrix takes for each of so many vectors. @param {Matrix} matrix @param {number} vectors */
export function multiplications(matrix, vectors) {
  return matrix.length * (matrix[0]?.length ?? 0) * vectors;
}

/** Of one image forward through layers of so many units. @param {number[]} units */
export function multiplicationsOf(units) {
  return units.slice(1).reduce((sum, count, index) => sum + count * (units[index] ?? 0), 0);
}
