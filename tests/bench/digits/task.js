/*
 * What all contenders do: a network on MNIST, from the same weights, with the same batches.
 */
import { Trainer } from "../../../pkg/engine/chalknet.js";

/** @import { Layer } from "../../../pkg/engine/chalknet.js" */

export const SIZES = [784, 512, 512, 10];
export const CLASSES = 10;
/** As this project takes them. @type {{ dense: Network, convolutional: Network }} */
export const NETWORKS = {
  dense: {
    input: [784],
    layers: [
      { type: "dense", units: 512, activation: "relu" },
      { type: "dense", units: 512, activation: "relu" },
      { type: "dense", units: CLASSES },
    ],
  },
  convolutional: {
    input: [28, 28, 1],
    layers: [
      { type: "conv2d", filters: 8, kernel: 3, padding: "same", activation: "relu" },
      { type: "max-pool", size: 2 },
      { type: "conv2d", filters: 16, kernel: 5, padding: "same", activation: "relu" },
      { type: "max-pool", size: 2 },
      { type: "dense", units: 32, activation: "relu" },
      { type: "dense", units: CLASSES },
    ],
  },
};
/** The first shards of the training images. */
const SHARDS = 2;
const SIDE = 28;

/** Each optimizer with a learning rate that learns well. */
export const LEARNING_RATES = { sgd: 0.05, adam: 0.001, rmsprop: 0.001 };

/** @typedef {{ input: [number] | [number, number, number], layers: Exclude<Layer, { type: "dropout" }>[] }} Network */

/**
 * A layer to begin with; its weights are [inputs, units] or [height, width, inputs, filters], as `shape` says.
 * @typedef {{ type: "dense" | "conv2d", shape: number[], weights: Float32Array, biases: Float32Array, activation: "relu" | "linear" }} LearningLayer
 * @typedef {LearningLayer | { type: "max-pool", size: number }} TaskLayer
 */

/**
 * @typedef {object} Task
 * @property {keyof typeof NETWORKS} network
 * @property {number} batch examples in a batch; the batches go through the rows in turn
 * @property {keyof typeof LEARNING_RATES} optimizer
 * @property {number} rows
 * @property {Uint8Array} images [rows, 784]
 * @property {Uint8Array} labels [rows]
 * @property {TaskLayer[]} layers
 */

/** @param {Task["network"]} network @returns {Promise<Omit<Task, "batch" | "optimizer">>} */
export async function loadTask(network) {
  return { network, ...(await loadImages("train", SHARDS)), layers: await initialLayers(NETWORKS[network]) };
}

/**
 * Images [rows, 784] and labels [rows].
 * @param {"train" | "test"} split
 * @param {number} [shards] the first ones
 */
export async function loadImages(split, shards) {
  /** @type {Record<typeof split, { file: string, rows: number }[]>} */
  const manifest = await (await fetch("/www/public/data/manifest.json")).json();
  const chosen = manifest[split].slice(0, shards);
  const parts = await Promise.all(chosen.map(({ file, rows }) => loadShard(`/www/public/data/${file}`, rows)));
  return {
    rows: chosen.reduce((sum, { rows }) => sum + rows, 0),
    images: joined(parts.map(({ images }) => images)),
    labels: joined(parts.map(({ labels }) => labels)),
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

/** @param {Network} network */
async function initialLayers({ input, layers }) {
  const trainer = await Trainer.create({ input, layers, initializer: "he-uniform", seed: 1 });
  /** @type {TaskLayer[]} */
  const made = [];
  for (const [place, layer] of layers.entries()) {
    if (layer.type === "max-pool") {
      made.push(layer);
      continue;
    }
    const [weights, biases] = await Promise.all([trainer.weights(place), trainer.biases(place)]);
    const window = layer.type === "conv2d" ? [layer.kernel, layer.kernel] : [];
    const inputs = window.reduce((numbers, side) => numbers / side, weights.length / biases.length);
    made.push({ type: layer.type, shape: [...window, inputs, biases.length], weights, biases, activation: layer.activation === "relu" ? "relu" : "linear" });
  }
  trainer.free();
  return made;
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
