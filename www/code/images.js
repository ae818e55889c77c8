/**
 * Handwritten digits as examples, in either library.
 */

import { channelsFirst, denseLayers } from "./layers.js";
import { first, shape } from "./python.js";

/** @import { RunConfig } from "../protocol" */
/** @import { Images, Network, Source } from "./network" */

/**
 * The network for them.
 * @param {RunConfig} config
 * @param {{ inputs: number, classes: number, epochs: number }} more
 * @returns {Network}
 */
export function imageNetwork({ trainingImages, hidden, activation, ...config }, { inputs, classes, epochs }) {
  const output = config.loss === "cross-entropy" ? "softmax" : "sigmoid";
  return { ...config, data: { kind: "images", training: trainingImages }, input: [inputs], layers: denseLayers(hidden, activation), outputs: classes, output, l1: 0, l2: 0, epochs };
}

/** @param {Network} network @param {Images} data @returns {Source} */
export function imagesInKeras({ input, outputs }, { training }) {
  return {
    imports: [],
    steps: [
      ["(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()"],
      [`x_train = ${first("x_train", training)}.reshape${shape([-1, ...input])} / 255`, `x_test = x_test.reshape${shape([-1, ...input])} / 255`],
      [`y_train = keras.utils.to_categorical(${first("y_train", training)}, ${outputs})`, `y_test = keras.utils.to_categorical(y_test, ${outputs})`],
    ],
    hasTest: true,
    measure: ['"accuracy"'],
  };
}

/** @param {Network} network @param {Images} data @returns {Source} */
export function imagesInPytorch(network, { training }) {
  const rows = shape([-1, ...channelsFirst(network.input)]);
  return {
    imports: ["from torchvision import datasets"],
    steps: [
      ['train = datasets.MNIST("data", train=True, download=True)', 'test = datasets.MNIST("data", train=False, download=True)'],
      [`x_train = ${first("train.data", training)}.reshape${rows} / 255`, `x_test = test.data.reshape${rows} / 255`],
      [`y_train = ${targetsInPytorch(network, first("train.targets", training))}`],
    ],
    hasTest: true,
    measure: ["right = (model(x_test).argmax(1) == test.targets).float().mean()", 'print(f"epoch {epoch + 1}: {right:.2%}")'],
  };
}

/** What the loss compares with: the cross-entropy takes the digits themselves. @param {Network} network @param {string} labels */
export function targetsInPytorch({ loss, outputs }, labels) {
  return loss === "cross-entropy" ? labels : `nn.functional.one_hot(${labels}, ${outputs}).float()`;
}
