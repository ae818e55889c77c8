/**
 * The network that is shown as code: the one that looks for parts.
 */

import { CLASSES, CONVOLUTIONAL, networksOf, TRAINING_IMAGES } from "../networks/plan.js";

/** @import { Network } from "../../../code/network" */

/** @param {number} seed @returns {Network} */
export function networkOf(seed) {
  const { layers, ...config } = networksOf(seed)[CONVOLUTIONAL];
  return {
    ...config,
    data: { kind: "images", training: TRAINING_IMAGES, own: null },
    layers: layers.slice(0, -1),
    outputs: CLASSES,
    loss: "cross-entropy", output: "softmax", l1: 0, l2: 0, shuffle: true, epochs: 1,
  };
}
