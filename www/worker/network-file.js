/**
 * Networks as files: a run's network for other programs, and a file's network for a run.
 */

import { CLASSES, PIXELS } from "./manifest.js";
import { optionsOf } from "./options.js";

/** @import { Trainer } from "../../pkg/chalknet/core.js" */
/** @import { FileFormat, FileNetwork, Misfit } from "../file-protocol" */
/** @import { RunConfig } from "../protocol" */

/** How a network is made; as in the metadata of its file, with nothing left out.
 *  @typedef {{ input: number[], layers: { type: string, units: number, activation: string, trainable?: boolean }[], l1: number, l2: number } & Pick<RunConfig, "loss" | "optimizer" | "learningRate" | "initializer" | "batchSize" | "shuffle" | "seed">} Configuration */

/**
 * @param {typeof Trainer} Core the npm package's
 * @param {{ config: RunConfig, checkpoint: Uint8Array, format: FileFormat }} network
 * @returns {Promise<Uint8Array>} the file
 */
export async function writeNetwork(Core, { config, checkpoint, format }) {
  const trainer = await Core.create(optionsOf(config));
  try {
    trainer.restore(checkpoint);
    return await (format === "onnx" ? trainer.toOnnx() : trainer.toSafetensors());
  } finally {
    trainer.free();
  }
}

/**
 * @param {typeof Trainer} Core
 * @param {Uint8Array} file safetensors, whoever wrote it
 * @returns {Promise<FileNetwork | { misfit: Misfit }>} rejects with the code `bad-file` where it is no such file, or not whole
 */
export async function readNetwork(Core, file) {
  const given = await Core.fromSafetensors(file, {});
  try {
    // A file may leave things out: in the core's own nothing is left out.
    const configuration = configurationIn(await given.toSafetensors());
    const misfit = misfitOf(configuration);
    if (misfit) return { misfit };
    const config = configOf(configuration);
    const trainer = await Core.create(optionsOf({ ...config, trainingImages: 0 }));
    try {
      for (const layer of configuration.layers.keys()) trainer.setParameters(layer, await given.weights(layer), await given.biases(layer));
      return { config, checkpoint: new Uint8Array(await trainer.checkpoint()) };
    } finally {
      trainer.free();
    }
  } finally {
    given.free();
  }
}

/** @param {Uint8Array} file as the core writes it @returns {Configuration} */
function configurationIn(file) {
  const { buffer, byteOffset } = file;
  const length = Number(new DataView(buffer, byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  return JSON.parse(header.__metadata__.chalknet);
}

/** @param {Configuration} configuration @returns {Misfit | null} */
function misfitOf({ input, layers, loss, l1, l2 }) {
  const [last, ...hidden] = layers.toReversed();
  if (input.reduce((numbers, size) => numbers * size, 1) !== PIXELS) return "sizes";
  if (layers.some(({ type }) => type !== "dense")) return "layers";
  if (last?.units !== CLASSES) return "sizes";
  if (loss !== "cross-entropy" && loss !== "squared-error") return "training";
  if (l1 !== 0 || l2 !== 0 || layers.some(({ trainable }) => trainable === false)) return "training";
  const isOne = new Set(hidden.map(({ activation }) => activation)).size <= 1;
  return isOne && last.activation === (loss === "cross-entropy" ? "identity" : "sigmoid") ? null : "activations";
}

/** @param {Configuration} configuration @returns {FileNetwork["config"]} */
function configOf({ layers, loss, optimizer, learningRate, initializer, batchSize, shuffle, seed }) {
  const hidden = layers.slice(0, -1);
  const activation = /** @type {RunConfig["activation"]} */ (hidden[0]?.activation ?? "relu");
  return { hidden: hidden.map(({ units }) => units), activation, loss, optimizer, learningRate, initializer, batchSize, shuffle, seed };
}
