/**
 * Maps of the plane as pictures: orange where a network says 1, blue where it says 0, the surer the fuller. With a hard
 * edge every place is one or the other, as a true step would have it.
 */

import { colourParts } from "../../../charts/colours.js";

/** The byte of the middle, where a decision would change. */
export const MIDDLE = 128;

/** How much of a class's colour there is where it is sure: the points must still be seen on it. */
const FULL = 0.62;

/** One colour a byte: [256, 4]. @typedef {Uint8ClampedArray} Palette */

/**
 * @param {Element} element whose styles hold the colours
 * @param {boolean} hardEdge
 * @returns {Palette}
 */
export function paletteOf(element, hardEdge) {
  const [one, zero, sheet] = [colourParts(element, "one"), colourParts(element, "zero"), colourParts(element, "sheet")];
  const palette = new Uint8ClampedArray(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    const sure = hardEdge ? 1 : Math.min(1, Math.abs(byte - MIDDLE) / 127);
    const side = byte > MIDDLE ? one : zero;
    const part = FULL * (hardEdge ? 1 : sure ** 0.8);
    for (const channel of [0, 1, 2]) palette[4 * byte + channel] = part * (side[channel] ?? 0) + (1 - part) * (sheet[channel] ?? 0);
    palette[4 * byte + 3] = 255;
  }
  return palette;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} map [side, side]
 * @param {number} side
 * @param {Palette} palette
 */
export function paintMap(canvas, map, side, palette) {
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const image = new ImageData(side, side);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = new Uint32Array(palette.buffer);
  for (let cell = 0; cell < pixels.length; cell += 1) pixels[cell] = colours[map[cell] ?? 0] ?? 0;
  canvas.getContext("2d")?.putImageData(image, 0, 0);
}

/**
 * A map with `times` as many cells on a side, each between its neighbours' values: so an edge in it is a smooth line.
 * @param {Uint8Array} map [side, side]
 * @param {number} side
 * @param {number} times
 * @returns {Uint8Array} [side * times, side * times]
 */
export function enlarged(map, side, times) {
  const large = side * times;
  const bytes = new Uint8Array(large * large);
  const between = new Float32Array(side);
  for (let row = 0; row < large; row += 1) {
    const [top, down] = placeIn(row, times, side);
    for (let column = 0; column < side; column += 1) {
      between[column] = mixed(map[top * side + column] ?? 0, map[(top + 1) * side + column] ?? 0, down);
    }
    for (let column = 0; column < large; column += 1) {
      const [left, right] = placeIn(column, times, side);
      bytes[row * large + column] = mixed(between[left] ?? 0, between[left + 1] ?? 0, right) + 0.5;
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
 * The line on which a map crosses its middle, as pieces in cells from the top left: [x, y, x, y] each.
 * @param {Uint8Array} map [side, side]
 * @param {number} side
 * @returns {[number, number, number, number][]}
 */
export function edgeOf(map, side) {
  /** @type {[number, number, number, number][]} */
  const pieces = [];
  const level = MIDDLE - 0.5;
  for (let row = 0; row < side - 1; row += 1) {
    for (let column = 0; column < side - 1; column += 1) {
      const at = row * side + column;
      const corners = [map[at] ?? 0, map[at + 1] ?? 0, map[at + side + 1] ?? 0, map[at + side] ?? 0];
      const above = corners.filter((value) => value > level).length;
      if (above === 0 || above === 4) continue;
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
