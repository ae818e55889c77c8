/**
 * A network for images and its training as code for this page's own engine. The images are in MNIST's files, unpacked, beside
 * the code.
 */

import { countOf } from "./layers.js";
import { program } from "./program.js";

/** @import { Layer } from "../protocol" */
/** @import { Network, Parts, Writer } from "./network" */

/** So many bytes of a file come before the images, or before their labels. */
const [IMAGES_BEGIN, LABELS_BEGIN] = [16, 8];

/** An object on one line. @param {object} object */
function inline(object) {
  return `{ ${Object.entries(object).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")} }`;
}

/** The code for each part of the way. @param {Network} network @returns {Parts} */
export function chalknetParts(network) {
  const { input, outputs, output, initializer, loss, optimizer, learningRate, batchSize, shuffle, seed, epochs, data } = network;
  const images = (/** @type {string} */ set) => `await bytes("${set}-images-idx3-ubyte")`;
  const labels = (/** @type {string} */ set) => `await bytes("${set}-labels-idx1-ubyte")`;
  /** The cross-entropy has an output of its own. @type {Layer} */
  const last = { type: "dense", units: outputs, ...(loss === "cross-entropy" || output === "softmax" ? {} : { activation: output }) };
  return {
    imports: ['import { Trainer } from "chalknet";'],
    data: [
      ["const bytes = async (file) => new Uint8Array(await (await fetch(file)).arrayBuffer());"],
      [`const pixels = (${images("train")}).subarray(${IMAGES_BEGIN}, ${IMAGES_BEGIN + data.training * countOf(input)});`],
      [`const labels = (${labels("train")}).subarray(${LABELS_BEGIN}, ${LABELS_BEGIN + data.training});`],
      [`const testPixels = (${images("t10k")}).subarray(${IMAGES_BEGIN});`, `const testLabels = (${labels("t10k")}).subarray(${LABELS_BEGIN});`],
    ],
    model: ["const layers = [", ...[...network.layers, last].map((layer) => `  ${inline(layer)},`), "];"],
    loss: [
      "const trainer = await Trainer.create({",
      `  input: [${input.join(", ")}],`,
      "  layers,",
      ...Object.entries({ initializer, loss, optimizer, learningRate, batchSize, shuffle, seed }).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`),
      "});",
    ],
    fit: [
      "trainer.addTrainingData(pixels, labels);",
      `for (let epoch = 1; epoch <= ${epochs}; epoch += 1) {`,
      "  await trainer.train(trainer.stepsPerEpoch);",
      "  const { hits } = await trainer.evaluate(testPixels, testLabels);",
      "  console.log(`epoch ${epoch}: ${(100 * hits) / testLabels.length} %`);",
      "}",
    ],
  };
}

/** @type {Writer} */
export const chalknet = (network, headings) => program(chalknetParts(network), headings, "//");
