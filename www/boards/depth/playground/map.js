/**
 * Sums over a map of the plane: finer cells, and the line where a decision changes.
 */

/**
 * A map with `times` as many cells on a side, each between its neighbours' values: so an edge in it is a smooth line.
 * @param {Float32Array} map [side, side], 0 to 1
 * @param {number} side
 * @param {number} times
 * @returns {Uint8ClampedArray} [side * times, side * times]
 */
export function enlarged(map, side, times) {
  const large = side * times;
  // Clamped: a linear output goes beyond 0 and 1.
  const bytes = new Uint8ClampedArray(large * large);
  const between = new Float32Array(side);
  for (let row = 0; row < large; row += 1) {
    const [top, down] = placeIn(row, times, side);
    for (let column = 0; column < side; column += 1) {
      between[column] = mixed(map[top * side + column] ?? 0, map[(top + 1) * side + column] ?? 0, down);
    }
    for (let column = 0; column < large; column += 1) {
      const [left, right] = placeIn(column, times, side);
      bytes[row * large + column] = 255 * mixed(between[left] ?? 0, between[left + 1] ?? 0, right);
    }
  }
  return bytes;
}

/**
 * Where a fine cell stands between two coarse ones.
 * @param {number} index
 * @param {number} times
 * @param {number} side
 * @returns {[first: number, part: number]}
 */
function placeIn(index, times, side) {
  const place = Math.min(side - 1, Math.max(0, (index + 0.5) / times - 0.5));
  const first = Math.min(side - 2, Math.floor(place));
  return [first, place - first];
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} part
 */
function mixed(from, to, part) {
  return from + (to - from) * part;
}

/**
 * The line on which a map crosses 0.5, as pieces in cells from the top left: [x, y, x, y] each.
 * @param {Float32Array} map [side, side]
 * @param {number} side
 * @returns {[number, number, number, number][]}
 */
export function edgeOf(map, side) {
  /** @type {[number, number, number, number][]} */
  const pieces = [];
  const level = 0.5;
  for (let row = 0; row < side - 1; row += 1) {
    for (let column = 0; column < side - 1; column += 1) {
      const at = row * side + column;
      const a = map[at] ?? 0;
      const b = map[at + 1] ?? 0;
      const c = map[at + side + 1] ?? 0;
      const d = map[at + side] ?? 0;
      const isAbove = a > level;
      if (b > level === isAbove && c > level === isAbove && d > level === isAbove) continue;
      const corners = [a, b, c, d];
      const crossings = crossingsOf(corners, level).map(([x, y]) => [x + column + 0.5, y + row + 0.5]);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = crossings.slice(index, index + 2);
        pieces.push([x1, y1, x2, y2]);
      }
    }
  }
  return pieces;
}

/** A cell's corners as one goes around it. */
const AROUND = /** @type {const} */ ([
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]);

/**
 * Where the sides of a cell cross the level.
 * @param {number[]} corners as one goes around
 * @param {number} level
 * @returns {[number, number][]} two, or four
 */
function crossingsOf(corners, level) {
  return AROUND.flatMap(([x, y], index) => {
    const [nextX, nextY] = AROUND[(index + 1) % 4] ?? [0, 0];
    const [from, to] = [corners[index] ?? 0, corners[(index + 1) % 4] ?? 0];
    if (from > level === to > level) return [];
    const part = (level - from) / (to - from);
    return [[mixed(x, nextX, part), mixed(y, nextY, part)]];
  });
}
