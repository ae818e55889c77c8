/**
 * The sums of a convolution and of a pool, for one picture; and what a kernel looks for.
 */

export const SIDE = 28;
/** Rows and columns of a kernel. */
export const KERNEL = 3;
/** Rows and columns that a pool makes one cell of. */
export const POOL = 2;
export const POOLED = SIDE / POOL;

/** Kernels to pick, row by row. The mean's ninths are rounded, as its fields show them. */
export const kernels = {
  aboveBelow: [1, 1, 1, 0, 0, 0, -1, -1, -1],
  belowAbove: [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  leftRight: [1, 0, -1, 1, 0, -1, 1, 0, -1],
  rightLeft: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  blur: [0.11, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11],
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
};

/**
 * What lies under a window whose first cell is at a row and a column; beyond the picture's edge there is 0.
 * @param {ArrayLike<number>} picture [side * side]
 * @param {number} side
 * @param {{ row: number, column: number, size: number }} window
 * @returns {number[]} [size * size]
 */
export function under(picture, side, { row, column, size }) {
  return Array.from({ length: size * size }, (_, cell) => {
    const y = row + Math.floor(cell / size);
    const x = column + (cell % size);
    return y >= 0 && y < side && x >= 0 && x < side ? (picture[y * side + x] ?? 0) : 0;
  });
}

/** @param {number[]} window @param {readonly number[]} kernel @returns {number[]} */
export function products(window, kernel) {
  return window.map((value, cell) => value * (kernel[cell] ?? 0));
}

/** @param {number[]} values */
export function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The window's sum at every place, with as many places as the picture has ("same" padding).
 * @param {ArrayLike<number>} picture [28 * 28]
 * @param {readonly number[]} kernel [3 * 3]
 * @returns {Float32Array} [28 * 28]
 */
export function convolved(picture, kernel) {
  return Float32Array.from({ length: SIDE * SIDE }, (_, place) => {
    const window = { row: Math.floor(place / SIDE) - 1, column: (place % SIDE) - 1, size: KERNEL };
    return sum(products(under(picture, SIDE, window), kernel));
  });
}

/** Where the window has the most ink under it. @param {ArrayLike<number>} picture [28 * 28] */
export function inkiest(picture) {
  const ink = convolved(picture, new Array(KERNEL * KERNEL).fill(1));
  return ink.indexOf(Math.max(...ink));
}

/** The cell that a pool makes of a place of the map. @param {number} place */
export function pooledPlace(place) {
  return POOLED * Math.floor(place / SIDE / POOL) + Math.floor((place % SIDE) / POOL);
}

/**
 * The largest of every two by two.
 * @param {ArrayLike<number>} map [28 * 28]
 * @returns {Float32Array} [14 * 14]
 */
export function pooled(map) {
  return Float32Array.from({ length: POOLED * POOLED }, (_, place) => {
    const window = { row: POOL * Math.floor(place / POOLED), column: POOL * (place % POOLED), size: POOL };
    return Math.max(...under(map, SIDE, window));
  });
}

/**
 * Where a kernel's sums are the largest: within the ink, at its upper, lower or lateral edges, or elsewhere. A kernel finds an
 * edge where its numbers cancel each other on even ground, and one half of it outweighs the other; a slanted one lies between
 * two of these.
 * @param {readonly number[]} kernel [3 * 3]
 * @returns {"ink" | "upper" | "lower" | "sides" | "elsewhere"}
 */
export function placeOfLargest(kernel) {
  const rows = [0, 1, 2].map((row) => sum(kernel.slice(KERNEL * row, KERNEL * (row + 1))));
  const columns = [0, 1, 2].map((column) => sum(kernel.filter((_, cell) => cell % KERNEL === column)));
  const all = sum(kernel.map(Math.abs));
  if (all === 0) return "elsewhere";
  if (kernel.every((weight) => weight >= 0)) return "ink";
  const down = (rows[0] ?? 0) - (rows[2] ?? 0);
  const across = (columns[0] ?? 0) - (columns[2] ?? 0);
  const [least = 0, most = 0] = [Math.abs(down), Math.abs(across)].sort((a, b) => a - b);
  if (Math.abs(sum([...kernel])) > all / 4 || most < all / 2 || least > most / 2) return "elsewhere";
  if (Math.abs(across) > Math.abs(down)) return "sides";
  return down > 0 ? "lower" : "upper";
}
