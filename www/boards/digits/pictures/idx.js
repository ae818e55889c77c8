/**
 * The files in which MNIST came, and Fashion-MNIST and others after it: two bytes of zero, the type of the numbers, how many
 * dimensions, the size of each as four bytes with the highest first, and the numbers (LeCun, Cortes, Burges: "The MNIST
 * database of handwritten digits").
 */

import { CLASSES, INPUTS } from "../sizes.js";

/** @import { Labelled } from "../handwriting/protocol" */

const UNSIGNED_BYTES = 8;
const SIDE = Math.sqrt(INPUTS);

/** @typedef {"foreign" | "damaged" | "size" | "labels" | "unpaired"} IdxProblem */

/**
 * @param {Uint8Array} bytes
 * @returns {{ shape: number[], values: Uint8Array } | { problem: IdxProblem }}
 */
export function readIdx(bytes) {
  const [zero, again, type, dimensions = 0] = bytes;
  if (zero !== 0 || again !== 0 || type !== UNSIGNED_BYTES || dimensions < 1 || dimensions > 4) return { problem: "foreign" };
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) return { problem: "damaged" };
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  const values = bytes.subarray(start);
  return values.length === shape.reduce((product, size) => product * size, 1) ? { shape, values } : { problem: "damaged" };
}

/**
 * Images and their labels, which are two files, in whatever order.
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @returns {Labelled | { problem: IdxProblem }}
 */
export function readIdxPair(one, other) {
  const files = [readIdx(one), readIdx(other)];
  const problem = files.find((file) => "problem" in file);
  if (problem && "problem" in problem) return problem;
  const whole = files.flatMap((file) => ("values" in file ? [file] : []));
  const images = whole.find(({ shape }) => shape.length === 3);
  const labels = whole.find(({ shape }) => shape.length === 1);
  if (!images || !labels) return { problem: "unpaired" };
  const [rows, height, width] = images.shape;
  if (height !== SIDE || width !== SIDE) return { problem: "size" };
  if (rows === 0 || rows !== labels.shape[0]) return { problem: "unpaired" };
  return labels.values.every((label) => label < CLASSES) ? { pixels: images.values, labels: labels.values } : { problem: "labels" };
}
