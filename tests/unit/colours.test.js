/* The colours of the two classes, as people with each kind of colour blindness see them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

/** @typedef {[number, number, number]} Triple */

const tokens = readFileSync(join(import.meta.dirname, "../../www/styles/tokens.css"), "utf8");

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. @type {Record<string, Triple[]>} */
const sights = {
  "usual sight": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Colours are told apart at a glance from about 20 on (CIE 1976); 2.3 is just noticeable side by side. */
const CLEARLY_APART = 30;
/** WCAG 1.4.11: what has to be made out against what it lies on. */
const CONTRAST = 3;

/** @param {string} token @param {number} palette 0: paper, 1: board @returns {Triple} linear RGB */
function colour(token, palette) {
  const pair = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  const hex = pair?.[palette + 1] ?? "";
  assert.match(hex, /^#\w{6}$/, token);
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return [r, g, b];
}

/** @param {Triple[]} matrix @param {Triple} vector @returns {Triple} */
function times(matrix, vector) {
  const [x = 0, y = 0, z = 0] = matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));
  return [x, y, z];
}

/** @param {Triple} rgb linear @returns {Triple} CIE L*a*b* under D65 */
function lab(rgb) {
  const clipped = /** @type {Triple} */ (rgb.map((part) => Math.min(1, Math.max(0, part))));
  const xyz = times([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]], clipped);
  const white = [0.95047, 1, 1.08883];
  const [x = 0, y = 0, z = 0] = xyz.map((part, index) => {
    const ratio = part / (white[index] ?? 1);
    return ratio > 216 / 24389 ? Math.cbrt(ratio) : (24389 / 27 / 116) * ratio + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** @param {Triple} a @param {Triple} b */
function contrast(a, b) {
  const [bright = 0, dark = 0] = [a, b].map(([r, g, blue]) => 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05).sort((x, y) => y - x);
  return bright / dark;
}

for (const [palette, name] of ["paper", "board"].entries()) {
  for (const [sight, matrix] of Object.entries(sights)) {
    test(`on ${name}, the classes are told apart by colour with ${sight}`, () => {
      const [one, zero] = [colour("one", palette), colour("zero", palette)].map((rgb) => lab(times(matrix, rgb)));
      const difference = Math.hypot(...(one ?? []).map((part, index) => part - (zero?.[index] ?? 0)));
      assert.ok(difference > CLEARLY_APART, `ΔE ${difference.toFixed(1)}`);
    });
  }
  test(`on ${name}, both classes stand out from what they lie on`, () => {
    for (const token of ["one", "zero"]) {
      for (const under of ["sheet", "ground", `${token}-soft`]) {
        const ratio = contrast(colour(token, palette), colour(under, palette));
        assert.ok(ratio >= CONTRAST, `${token} on ${under}: ${ratio.toFixed(2)}`);
      }
    }
  });
}
