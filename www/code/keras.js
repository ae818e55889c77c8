/**
 * A network and its training as Keras code, as Keras's own guides write it.
 */

import { first, number } from "./python.js";

/** @import { Network, Writer } from "./network" */

const activations = { relu: "relu", tanh: "tanh", sigmoid: "sigmoid", identity: "linear" };
const initializers = { "glorot-uniform": "glorot_uniform", "he-uniform": "he_uniform" };

/** How each loss is called, and what makes answers of the outputs that it wants. */
const losses = {
  "cross-entropy": { loss: "categorical_crossentropy", activation: "softmax" },
  "squared-error": { loss: "mean_squared_error", activation: "sigmoid" },
};

/** @type {Record<Network["optimizer"], (rate: string) => string>} */
const optimizers = {
  sgd: (rate) => `SGD(learning_rate=${rate})`,
  momentum: (rate) => `SGD(learning_rate=${rate}, momentum=0.9)`,
  rmsprop: (rate) => `RMSprop(learning_rate=${rate})`,
  adam: (rate) => `Adam(learning_rate=${rate})`,
};

/** The code for each part of the way. @param {Network} network */
export function kerasParts(network) {
  const { inputs, classes, hidden, activation, initializer, batchSize, trainingImages, shuffle, seed, epochs } = network;
  const { loss, activation: last } = losses[network.loss];
  const dense = (/** @type {number} */ units, /** @type {string} */ name) =>
    `    layers.Dense(${units}, activation="${name}", kernel_initializer="${initializers[initializer]}"),`;
  return {
    imports: ["import keras", "from keras import layers", "", `keras.utils.set_random_seed(${seed})`],
    load: ["(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()"],
    scale: [
      `x_train = ${first("x_train", trainingImages)}.reshape(-1, ${inputs}) / 255`,
      `x_test = x_test.reshape(-1, ${inputs}) / 255`,
    ],
    oneHot: [
      `y_train = keras.utils.to_categorical(${first("y_train", trainingImages)}, ${classes})`,
      `y_test = keras.utils.to_categorical(y_test, ${classes})`,
    ],
    model: [
      "model = keras.Sequential([",
      `    keras.Input(shape=(${inputs},)),`,
      ...hidden.map((units) => dense(units, activations[activation])),
      dense(classes, last),
      "])",
    ],
    loss: [
      "model.compile(",
      `    loss="${loss}",`,
      `    optimizer=keras.optimizers.${optimizers[network.optimizer](number(network.learningRate))},`,
      '    metrics=["accuracy"],',
      ")",
    ],
    fit: [
      "model.fit(",
      "    x_train,",
      "    y_train,",
      `    batch_size=${batchSize},`,
      `    epochs=${epochs},`,
      `    shuffle=${shuffle ? "True" : "False"},`,
      "    validation_data=(x_test, y_test),",
      ")",
    ],
  };
}

/** @type {Writer} */
export function keras(network, headings) {
  const { imports, load, scale, oneHot, model, loss, fit } = kerasParts(network);
  return [
    ...imports,
    "",
    `# ${headings.data}`,
    ...load,
    ...scale,
    ...oneHot,
    "",
    `# ${headings.model}`,
    ...model,
    "",
    `# ${headings.loss}`,
    ...loss,
    "",
    `# ${headings.training}`,
    ...fit,
  ];
}
