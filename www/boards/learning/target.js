/**
 * g as it is drawn: its heights at evenly spaced knots, and what a pen and a brush do to them.
 */

import { PARTS, lettersOf, numberOf } from "../../shell/letters.js";

/** X is from -EDGE to EDGE, and heights go as far as HEIGHT up and down. */
export const EDGE = 3;
export const HEIGHT = 1.6;

export const KNOTS = 121;

/** How far around its place the keyboard's brush reaches, in x. */
const BRUSH = 0.6;

/** @param {number} knot */
export function xOf(knot) {
  return (2 * EDGE * knot) / (KNOTS - 1) - EDGE;
}

/** The knot that is nearest. @param {number} x */
export function knotAt(x) {
  return Math.min(KNOTS - 1, Math.max(0, Math.round(((x + EDGE) / (2 * EDGE)) * (KNOTS - 1))));
}

/**
 * A stroke of the pen: every knot that it passes is where the pen was.
 * @param {Float32Array} knots
 * @param {{ x: number, y: number }} from
 * @param {{ x: number, y: number }} to
 */
export function drawStroke(knots, from, to) {
  const [first, last] = [knotAt(from.x), knotAt(to.x)];
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  return knots.map((height, knot) => {
    if (knot < low || knot > high) return height;
    const part = last === first ? 1 : (xOf(knot) - from.x) / (to.x - from.x);
    return heightAt(from.y + Math.min(1, Math.max(0, part)) * (to.y - from.y));
  });
}

/**
 * Raises or lowers g around a place, less the further from it.
 * @param {Float32Array} knots
 * @param {number} x
 * @param {number} by
 * @param {boolean} isNarrow a single knot
 */
export function raise(knots, x, by, isNarrow) {
  const middle = knotAt(x);
  return knots.map((height, knot) => {
    const distance = Math.abs(xOf(knot) - xOf(middle)) / BRUSH;
    const part = isNarrow ? Number(knot === middle) : distance < 1 ? (1 + Math.cos(Math.PI * distance)) / 2 : 0;
    return part === 0 ? height : heightAt(height + part * by);
  });
}

/** The heights in letters, for the address. @param {number[]} heights */
export function writeHeights(heights) {
  return heights.map(lettersOf).join("");
}

/** @param {string} text @returns {number[] | undefined} undefined where it is not such letters */
export function readHeights(text) {
  const heights = (text.match(/[\w-]{2}/g) ?? []).map(numberOf);
  const isWhole = text.length === 2 * KNOTS && heights.length === KNOTS;
  return isWhole && heights.every((height) => Math.abs(height) <= HEIGHT) ? heights : undefined;
}

/** In view, and such that the address can tell it. @param {number} y */
function heightAt(y) {
  return Math.round(Math.min(HEIGHT, Math.max(-HEIGHT, y)) * PARTS) / PARTS;
}
