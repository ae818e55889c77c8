/**
 * Handwritten digits as examples, in either library.
 */

import { channelsFirst, denseLayers } from "./layers.js";
import { first, shape } from "./python.js";

/** Of the data set, which both libraries bring: images to learn from. */
const TRAINING_IMAGES = 60_000;

/** Where the code looks for pictures of the visitor's own: `x_train`, `y_train`, `x_test` and `y_test`, as Keras calls them. */
export const OWN_FILE = "pictures.npz";

/** @import { RunConfig } from "../protocol" */
/** @import { Images, Network, OwnImages, Source } from "./network" */

/**
 * The network for them.
 * @param {RunConfig} config
 * @param {{ inputs: number, classes: number, epochs: number, own?: OwnImages | null }} more
 * @returns {Network}
 */
export function imageNetwork({ trainingImages, hidden, activation, ...config }, { inputs, classes, epochs, own = null }) {
  const output = config.loss === "cross-entropy" ? "softmax" : "sigmoid";
  return { ...config, data: { kind: "images", training: trainingImages, own }, input: [inputs], layers: denseLayers(hidden, activation), outputs: classes, output, l1: 0, l2: 0, epochs };
}

/** @param {Network} network @param {Images} data @returns {Source} */
export function imagesInKeras({ input, outputs }, { training, own }) {
  const some = (/** @type {string} */ name) => first(name, training, own?.all ?? TRAINING_IMAGES);
  const load = own
    ? [`with np.load("${OWN_FILE}") as file:`, '    x_train, y_train = file["x_train"], file["y_train"]', '    x_test, y_test = file["x_test"], file["y_test"]']
    : ["(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()"];
  return {
    imports: own ? ["import numpy as np"] : [],
    steps: [
      load,
      [`x_train = ${some("x_train")}.reshape${shape([-1, ...input])} / 255`, `x_test = x_test.reshape${shape([-1, ...input])} / 255`],
      [`y_train = keras.utils.to_categorical(${some("y_train")}, ${outputs})`, `y_test = keras.utils.to_categorical(y_test, ${outputs})`],
    ],
    hasTest: true,
    measure: ['"accuracy"'],
  };
}

/** @param {Network} network @param {Images} data @returns {Source} */
export function imagesInPytorch(network, { training, own }) {
  const some = (/** @type {string} */ name) => first(name, training, own?.all ?? TRAINING_IMAGES);
  const rows = shape([-1, ...channelsFirst(network.input)]);
  // Called as torchvision calls them, so that all that follows is the same.
  const load = own
    ? [
        `file = {name: torch.tensor(numbers) for name, numbers in np.load("${OWN_FILE}").items()}`,
        'train = SimpleNamespace(data=file["x_train"], targets=file["y_train"])',
        'test = SimpleNamespace(data=file["x_test"], targets=file["y_test"])',
      ]
    : ['train = datasets.MNIST("data", train=True, download=True)', 'test = datasets.MNIST("data", train=False, download=True)'];
  return {
    imports: own ? ["import numpy as np", "from types import SimpleNamespace"] : ["from torchvision import datasets"],
    steps: [
      load,
      [`x_train = ${some("train.data")}.reshape${rows} / 255`, `x_test = test.data.reshape${rows} / 255`],
      [`y_train = ${targetsInPytorch(network, some("train.targets"))}`],
    ],
    hasTest: true,
    measure: ["right = (model(x_test).argmax(1) == test.targets).float().mean()", 'print(f"epoch {epoch + 1}: {right:.2%}")'],
  };
}

/** What the loss compares with: the cross-entropy takes the digits themselves. @param {Network} network @param {string} labels */
export function targetsInPytorch({ loss, outputs }, labels) {
  return loss === "cross-entropy" ? labels : `nn.functional.one_hot(${labels}, ${outputs}).float()`;
}
