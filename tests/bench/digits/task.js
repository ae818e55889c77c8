/*
 * What all contenders do: 784-512-512-10 on MNIST, from the same weights, with the same batches.
 */
import { Trainer } from "../../../pkg/engine/chalknet.js";

export const SIZES = [784, 512, 512, 10];
export const CLASSES = 10;
/** The first shards of the training images. */
const SHARDS = 2;
const SIDE = 28;

/** Each optimizer with a learning rate that learns well. */
export const LEARNING_RATES = { sgd: 0.05, adam: 0.001, rmsprop: 0.001 };

/**
 * @typedef {object} Task
 * @property {number} batch examples in a batch; the batches go through the rows in turn
 * @property {keyof typeof LEARNING_RATES} optimizer
 * @property {number} rows
 * @property {Uint8Array} images [rows, 784]
 * @property {Uint8Array} labels [rows]
 * @property {{ weights: Float32Array, biases: Float32Array }[]} layers to begin with: [inputs, outputs] and [outputs]
 */

/** @returns {Promise<Pick<Task, "rows" | "images" | "labels" | "layers">>} */
export async function loadTask() {
  const manifest = await (await fetch("/www/public/data/manifest.json")).json();
  /** @type {{ file: string, rows: number }[]} */
  const shards = manifest.train.slice(0, SHARDS);
  const parts = await Promise.all(shards.map(({ file, rows }) => loadShard(`/www/public/data/${file}`, rows)));
  return {
    rows: shards.reduce((sum, { rows }) => sum + rows, 0),
    images: joined(parts.map(({ images }) => images)),
    labels: joined(parts.map(({ labels }) => labels)),
    layers: await initialLayers(),
  };
}

/** The images of a batch as numbers from 0 to 1, for those who keep them so. @param {Task} task */
export function imagesAsFloats({ images }) {
  return Float32Array.from(images, (byte) => byte / 255);
}

/** @param {Task} task @returns {Float32Array} [rows, 10], 1 at the label */
export function oneHotLabels({ labels, rows }) {
  const targets = new Float32Array(rows * CLASSES);
  labels.forEach((label, row) => (targets[row * CLASSES + label] = 1));
  return targets;
}

/** The first row of each batch, without end. Rows that do not make a whole batch are left out. @param {Task} task */
export function* batchStarts({ rows, batch }) {
  for (let first = 0; ; first = first + 2 * batch <= rows ? first + batch : 0) yield first;
}

async function initialLayers() {
  const trainer = await Trainer.create({ layers: SIZES, initializer: "he-uniform", seed: 1 });
  const layers = [];
  for (let layer = 0; layer + 1 < SIZES.length; layer += 1) {
    layers.push({ weights: await trainer.weights(layer), biases: await trainer.biases(layer) });
  }
  trainer.free();
  return layers;
}

/** @param {string} address @param {number} rows */
async function loadShard(address, rows) {
  const { body } = await fetch(address);
  if (!body) throw new Error(`${address} is empty`);
  const bytes = new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  return { images: bytes.subarray(0, rows * SIDE * SIDE), labels: bytes.subarray(rows * SIDE * SIDE) };
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}
