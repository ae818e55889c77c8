/**
 * A digit on paper as the network takes one: found in a photograph, whatever the light, cut out, with strokes as thick as
 * MNIST's have, scaled into its box of 20 x 20 and centred by its mass in the 28 x 28.
 */

import { PIXELS } from "../../../../worker/manifest.js";
import { brightness, mean } from "./shrunk.js";

const SIDE = Math.sqrt(PIXELS);
/** The larger side of a digit, and how thick its strokes are, in pixels of the 28. */
const BOX = 20;
const STROKE = 2.4;
/** Where the mass comes to: the middle of pixel 14, as in the data set. */
const CENTRE = 14.5;
/** Of the larger side so many parts are as far as noise is evened out around a place. */
const CALM = 240;
/** The paper is looked at in so many fields across, each with a brightness of its own. */
const FIELDS = 12;
/** So much of a field is darker than its paper at most, unless it is in the shade. */
const PAPER_PART = 0.8;
/** Ink is darker than its paper by so much of it at least: shades and the grain of paper are not. */
const LEAST_INK = 0.18;
/** A digit is so high at least, in parts of the picture's smaller side, and a stroke of it lies so near to the largest. */
const LEAST_SIDE = 0.06;
const REACH = 0.3;
/** Less ink than this, in parts of the largest piece, is a crumb. */
const CRUMB = 0.03;

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box its right and bottom pixels are within it */
/** @typedef {{ places: number[], box: Box }} Piece */

/**
 * @param {Uint8ClampedArray} rgba [height, width, 4]
 * @param {number} width
 * @param {number} height
 * @returns {Uint8Array | null} [28 * 28]; null where there is none
 */
export function digitIn(rgba, width, height) {
  const light = calmed(brightness(rgba, width * height), width, height);
  const dark = darknessOf(light, width, height);
  const level = levelOf(dark);
  if (level === null) return null;
  const found = digitOf(piecesOf(dark, level, width, height), width, height);
  if (!found) return null;
  const { ink, box } = thickened(found, width, height);
  return placed(ink, box, width, height);
}

/** Without the noise of a camera in the dark: every place is the mean of those around it. @param {Float32Array} light @param {number} width @param {number} height */
function calmed(light, width, height) {
  const reach = Math.max(1, Math.round(Math.max(width, height) / CALM));
  const along = blurred(light, width, height, reach, 1);
  return blurred(along, width, height, reach, width);
}

/** Along one direction. @param {Float32Array} light @param {number} width @param {number} height @param {number} reach @param {number} step from one place to the next */
function blurred(light, width, height, reach, step) {
  const length = step === 1 ? width : height;
  return light.map((_, place) => {
    const at = step === 1 ? place % width : Math.floor(place / width);
    const [from, to] = [Math.max(0, at - reach), Math.min(length - 1, at + reach)];
    let sum = 0;
    for (let other = from; other <= to; other += 1) sum += light[place + (other - at) * step] ?? 0;
    return sum / (to - from + 1);
  });
}

/** How much darker than the paper around it every place is, in parts of it. @param {Float32Array} light @param {number} width @param {number} height */
function darknessOf(light, width, height) {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / FIELDS));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const paper = Float32Array.from({ length: columns * rows }, (_, field) => paperIn(light, width, height, (field % columns) * side, Math.floor(field / columns) * side, side));
  const at = (/** @type {number} */ column, /** @type {number} */ row) => paper[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] ?? 0;
  return light.map((value, place) => {
    // Between the middles of the fields.
    const [x, y] = [(place % width) / side - 0.5, Math.floor(place / width) / side - 0.5];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [x - column, y - row];
    const around = (at(column, row) * (1 - right) + at(column + 1, row) * right) * (1 - down) + (at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right) * down;
    return Math.max(0, 1 - value / Math.max(1, around));
  });
}

/** @param {Float32Array} light @param {number} width @param {number} height @param {number} left @param {number} top @param {number} side */
function paperIn(light, width, height, left, top, side) {
  const values = [];
  for (let y = top; y < Math.min(height, top + side); y += 1) for (let x = left; x < Math.min(width, left + side); x += 1) values.push(light[y * width + x] ?? 0);
  return Float32Array.from(values).sort()[Math.floor(PAPER_PART * values.length)] ?? 0;
}

/** What parts ink from paper best (Otsu, 1979), where there is ink. @param {Float32Array} dark */
function levelOf(dark) {
  const bins = 64;
  const counts = new Float64Array(bins);
  for (const value of dark) {
    const bin = Math.min(bins - 1, Math.floor(value * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const sumOf = (/** @type {number} */ from, /** @type {number} */ to) => counts.slice(from, to).reduce(({ count, sum }, here, bin) => ({ count: count + here, sum: sum + here * (from + bin + 0.5) }), { count: 0, sum: 0 });
  let best = { apart: 0, bin: 0 };
  for (let bin = 1; bin < bins; bin += 1) {
    const [paper, ink] = [sumOf(0, bin), sumOf(bin, bins)];
    if (paper.count === 0 || ink.count === 0) continue;
    const apart = paper.count * ink.count * (paper.sum / paper.count - ink.sum / ink.count) ** 2;
    if (apart > best.apart) best = { apart, bin };
  }
  const level = Math.max(LEAST_INK, best.bin / bins);
  return dark.some((value) => value > level) ? level : null;
}

/** What hangs together, also slantwise. @param {Float32Array} dark @param {number} level @param {number} width @param {number} height @returns {Piece[]} */
function piecesOf(dark, level, width, height) {
  const isLeft = Uint8Array.from(dark, (value) => (value > level ? 1 : 0));
  const pieces = [];
  for (const first of isLeft.keys()) {
    if (!isLeft[first]) continue;
    const places = [first];
    isLeft[first] = 0;
    const box = { left: width, top: height, right: 0, bottom: 0 };
    // It grows while it is gone through.
    for (const place of places) {
      const [x, y] = [place % width, Math.floor(place / width)];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const next = row * width + column;
          if (!isLeft[next]) continue;
          isLeft[next] = 0;
          places.push(next);
        }
      }
    }
    pieces.push({ places, box });
  }
  return pieces;
}

/** The largest piece that is whole, and what of it lies apart. @param {Piece[]} pieces @param {number} width @param {number} height @returns {Piece | null} */
function digitOf(pieces, width, height) {
  // What is cut off by the edge is a desk, a shade or a finger.
  const whole = pieces.filter(({ box }) => box.left > 0 && box.top > 0 && box.right < width - 1 && box.bottom < height - 1);
  const largest = whole.reduce((/** @type {Piece | null} */ best, piece) => (piece.places.length > (best?.places.length ?? 0) ? piece : best), null);
  if (!largest) return null;
  const side = Math.max(largest.box.right - largest.box.left, largest.box.bottom - largest.box.top);
  if (side < LEAST_SIDE * Math.min(width, height)) return null;
  const reach = REACH * side;
  const isNear = (/** @type {Piece} */ { box }) => box.left < largest.box.right + reach && box.right > largest.box.left - reach && box.top < largest.box.bottom + reach && box.bottom > largest.box.top - reach;
  const parts = whole.filter((piece) => piece.places.length > CRUMB * largest.places.length && isNear(piece));
  return { places: parts.flatMap(({ places }) => places), box: joinedBox(parts.map(({ box }) => box)) };
}

/** @param {Box[]} boxes @returns {Box} */
function joinedBox(boxes) {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/**
 * A thin pen's line would be too faint to be read once it is as small: it is made as thick as in the data set. A thick one
 * stays as it is.
 * @param {Piece} piece @param {number} width @param {number} height
 * @returns {{ ink: Float32Array, box: Box }} ink: 0 to 255
 */
function thickened({ places, box }, width, height) {
  const isInk = new Uint8Array(width * height);
  for (const place of places) isInk[place] = 1;
  const edge = places.filter((place) => [-1, 1, -width, width].some((step) => !isInk[place + step])).length;
  // A line is about as thick as twice its area is more than its outline.
  const thick = (2 * places.length) / Math.max(1, edge);
  const side = Math.max(box.right - box.left, box.bottom - box.top) + 1;
  const radius = Math.max(0, ((STROKE / BOX) * side - thick) / 2);
  const ink = new Float32Array(width * height);
  const reach = Math.ceil(radius);
  for (const place of places) {
    const [x, y] = [place % width, Math.floor(place / width)];
    for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row += 1) {
      for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column += 1) {
        if ((row - y) ** 2 + (column - x) ** 2 <= radius ** 2) ink[row * width + column] = 255;
      }
    }
  }
  const grown = { left: Math.max(0, box.left - reach), top: Math.max(0, box.top - reach), right: Math.min(width - 1, box.right + reach), bottom: Math.min(height - 1, box.bottom + reach) };
  return { ink, box: grown };
}

/** @param {Float32Array} ink @param {Box} box @param {number} width @param {number} height */
function placed(ink, { left, top, right, bottom }, width, height) {
  const scale = Math.max(right - left + 1, bottom - top + 1) / BOX;
  let [sum, along, down] = [0, 0, 0];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const value = ink[y * width + x] ?? 0;
      sum += value;
      along += value * (x + 0.5);
      down += value * (y + 0.5);
    }
  }
  // However lopsided it is, all of it is in the picture.
  const start = (/** @type {number} */ middle, /** @type {number} */ from, /** @type {number} */ to) => Math.min(from, Math.max(to + 1 - SIDE * scale, middle - CENTRE * scale));
  const [x0, y0] = [start(along / sum, left, right), start(down / sum, top, bottom)];
  return Uint8Array.from({ length: PIXELS }, (_, pixel) => Math.round(mean(ink, width, height, x0 + (pixel % SIDE) * scale, y0 + Math.floor(pixel / SIDE) * scale, scale)));
}
