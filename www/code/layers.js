/* Layers and what goes through them, as the writers for both libraries need them. */

/** @import { Activation, Layer } from "../protocol" */

/** @param {number[]} hidden @param {Activation} activation @returns {Layer[]} */
export const denseLayers = (hidden, activation) => hidden.map((units) => ({ type: "dense", units, activation }));

/** A picture's size as PyTorch has it. @param {number[]} size @returns {number[]} */
export const channelsFirst = ([height = 0, width, channels]) => (width === undefined || channels === undefined ? [height] : [channels, height, width]);

/** What a layer makes of what it is given; a dense layer makes one line of a picture first. @param {number[]} size @param {Layer} layer @returns {number[]} */
export function sizeAfter(size, layer) {
  if (layer.type === "dropout") return size;
  if (layer.type === "dense") return [layer.units];
  const [height = 0, width = 0, channels = 0] = size;
  if (layer.type === "max-pool") return [Math.floor(height / layer.size), Math.floor(width / layer.size), channels];
  const lost = layer.padding === "same" ? 0 : layer.kernel - 1;
  return [height - lost, width - lost, layer.filters];
}

/** How many numbers. @param {number[]} size */
export const countOf = (size) => size.reduce((product, length) => product * length, 1);
