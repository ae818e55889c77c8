/**
 * Fashion-MNIST, whose files are called and made as MNIST's are, and say nowhere that their labels are kinds of clothes: it is
 * known by its labels (Xiao, Rasul, Vollgraf: "Fashion-MNIST: a novel image dataset for benchmarking machine learning
 * algorithms").
 */

import { CLASSES } from "../sizes.js";

/** How the labels of its two sets begin. */
const BEGINNINGS = ["9003027255", "9211614657"];

/** Each kind is in it as often as every other, which MNIST's digits are not. @param {Uint8Array} labels */
export function areClothes(labels) {
  const counts = new Uint32Array(CLASSES);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return BEGINNINGS.includes(labels.subarray(0, CLASSES).join("")) && counts.every((count) => count === labels.length / CLASSES);
}
