/**
 * A network and its training as Keras code, as Keras's own guides write it.
 */

import { imagesInKeras } from "./images.js";
import { pointsInKeras } from "./points.js";
import { program } from "./program.js";
import { number, shape, sorted } from "./python.js";

/** @import { Layer } from "../protocol" */
/** @import { Network, Source, Writer } from "./network" */

const activations = { relu: "relu", tanh: "tanh", sigmoid: "sigmoid", identity: "linear", softmax: "softmax" };
const initializers = { "glorot-uniform": "glorot_uniform", "he-uniform": "he_uniform" };
const losses = { "squared-error": "mean_squared_error", "absolute-error": "mean_absolute_error" };

/** @type {Record<Network["optimizer"], (rate: string) => string>} */
const optimizers = {
  sgd: (rate) => `SGD(learning_rate=${rate})`,
  momentum: (rate) => `SGD(learning_rate=${rate}, momentum=0.9)`,
  rmsprop: (rate) => `RMSprop(learning_rate=${rate})`,
  adam: (rate) => `Adam(learning_rate=${rate})`,
};

/** @param {Network} network @returns {Source} */
function sourceOf(network) {
  const { data } = network;
  return data.kind === "images" ? imagesInKeras(network, data) : pointsInKeras(network, data);
}

/** @param {Network} network */
function lossOf({ loss, output }) {
  if (loss !== "cross-entropy") return losses[loss];
  return output === "softmax" ? "categorical_crossentropy" : "binary_crossentropy";
}

/** What is added to the loss for large weights: Keras's l2 is that of w², the gradient's is twice that. @param {Network} network */
function regularizer({ l1, l2 }) {
  const strengths = [...(l1 > 0 ? [`l1=${number(l1)}`] : []), ...(l2 > 0 ? [`l2=${number(l2 / 2)}`] : [])];
  if (strengths.length === 0) return "";
  return `, kernel_regularizer=keras.regularizers.L1L2(${strengths.join(", ")})`;
}

/** The layers one by one; a picture is made one line before the first dense layer. @param {Network} network */
function layersOf(network) {
  const { input, outputs, output } = network;
  const weights = (/** @type {string} */ activation) => `activation="${activation}", kernel_initializer="${initializers[network.initializer]}"${regularizer(network)}`;
  let isPicture = input.length > 1;
  const flattened = (/** @type {string} */ layer) => {
    const lines = isPicture ? ["Flatten()", layer] : [layer];
    isPicture = false;
    return lines;
  };
  const code = (/** @type {Layer} */ layer) => {
    if (layer.type === "max-pool") return [`MaxPooling2D(${layer.size})`];
    if (layer.type === "dropout") return [`Dropout(${number(layer.rate)})`];
    const activation = activations[layer.activation ?? "identity"];
    if (layer.type === "dense") return flattened(`Dense(${layer.units}, ${weights(activation)})`);
    return [`Conv2D(${layer.filters}, ${layer.kernel}, padding="${layer.padding ?? "valid"}", ${weights(activation)})`];
  };
  return [...network.layers.flatMap(code), ...flattened(`Dense(${outputs}, ${weights(activations[output])})`)];
}

/** The code for each part of the way. @param {Network} network */
export function kerasParts(network) {
  const { input, batchSize, shuffle, seed, epochs } = network;
  const { imports, steps, hasTest, measure } = sourceOf(network);
  return {
    imports: [...sorted(["import keras", "from keras import layers", ...imports]), "", `keras.utils.set_random_seed(${seed})`],
    data: steps,
    model: [
      "model = keras.Sequential([",
      `    keras.Input(shape=${shape(input)}),`,
      ...layersOf(network).map((layer) => `    layers.${layer},`),
      "])",
    ],
    loss: [
      "model.compile(",
      `    loss="${lossOf(network)}",`,
      `    optimizer=keras.optimizers.${optimizers[network.optimizer](number(network.learningRate))},`,
      `    metrics=[${measure}],`,
      ")",
    ],
    fit: [
      "model.fit(",
      "    x_train,",
      "    y_train,",
      `    batch_size=${batchSize},`,
      `    epochs=${epochs},`,
      `    shuffle=${shuffle ? "True" : "False"},`,
      ...(hasTest ? ["    validation_data=(x_test, y_test),"] : []),
      ")",
    ],
  };
}

/** @type {Writer} */
export const keras = (network, headings) => program(kerasParts(network), headings, "#");
