/**
 * What one pixel adds to one unit of the first layer, and what the unit says to those after it.
 */

/** @import { Activation, UnitWeights } from "../../../protocol" */

/** @type {Record<Activation, (sum: number) => number>} */
const bends = {
  relu: (sum) => Math.max(0, sum),
  tanh: Math.tanh,
  sigmoid: (sum) => 1 / (1 + Math.exp(-sum)),
  identity: (sum) => sum,
};

/** A pixel's ink, 0 to 1: what goes into the network. @param {Uint8Array} pixels [28 * 28] @param {number} pixel */
const inkOf = (pixels, pixel) => (pixels[pixel] ?? 0) / 255;

/**
 * @param {UnitWeights} unit
 * @param {Uint8Array} pixels [28 * 28]
 * @param {number} pixel the one that is followed
 */
export function follow({ incoming, bias }, pixels, pixel) {
  const ink = inkOf(pixels, pixel);
  const weight = incoming[pixel] ?? 0;
  const sum = incoming.reduce((all, one, index) => all + one * inkOf(pixels, index), bias);
  return { ink, weight, product: ink * weight, sum };
}

/** What a unit says where its inputs add up to `sum`. @param {Activation} activation @param {number} sum */
export function said(activation, sum) {
  return bends[activation](sum);
}

/** The pixel that adds or takes away the most. @param {UnitWeights} unit @param {Uint8Array} pixels [28 * 28] */
export function loudest({ incoming }, pixels) {
  return placeOfMost(Float32Array.from(incoming, (weight, pixel) => Math.abs(weight * inkOf(pixels, pixel))));
}

/** @param {Float32Array} values */
export function placeOfMost(values) {
  return values.reduce((most, value, place) => (value > (values[most] ?? 0) ? place : most), 0);
}
