/* Networks of every kind, each trained a little, so that nothing in it is still as it began. */

/** @typedef {import("../../pkg/chalknet/index.js").TrainerOptions} TrainerOptions */
/** @typedef {import("../../pkg/chalknet/index.js").Activation} Activation */

/** Rows that each is asked. */
export const ROWS = 5;

/** @type {Activation[]} */
const ACTIVATIONS = ["relu", "tanh", "sigmoid", "identity"];

/** @type {Record<string, TrainerOptions>} */
export const networks = {
  ...Object.fromEntries(ACTIVATIONS.map((activation) => [`dense ${activation}`, { layers: [5, 9, 7, 3], activation }])),
  "one logit": { layers: [4, 6, 1] },
  "squared error of a sigmoid": { layers: [4, 6, 3], loss: "squared-error", output: "sigmoid" },
  "squared error of a tanh": { layers: [4, 6, 1], loss: "squared-error", output: "tanh" },
  "absolute error": { layers: [4, 6, 2], loss: "absolute-error", output: "identity" },
  "digits": {
    input: [28, 28, 1],
    layers: [
      { type: "conv2d", filters: 8, kernel: 3, padding: "same", activation: "relu" },
      { type: "max-pool", size: 2 },
      { type: "conv2d", filters: 16, kernel: 5, padding: "same", activation: "relu" },
      { type: "max-pool", size: 2 },
      { type: "dropout", rate: 0.25 },
      { type: "dense", units: 32, activation: "relu" },
      { type: "dense", units: 10 },
    ],
  },
  ...Object.fromEntries(ACTIVATIONS.map((activation) => [`odd sizes ${activation}`, odd(activation)])),
  "a pool first and a picture at the end": {
    input: [7, 5, 2],
    layers: [
      { type: "max-pool", size: 2 },
      { type: "conv2d", filters: 4, kernel: 2, padding: "same", activation: "tanh" },
      { type: "conv2d", filters: 3, kernel: 2, activation: "sigmoid" },
    ],
    loss: "squared-error",
  },
  "classes that are pixels": { input: [3, 2, 1], layers: [{ type: "conv2d", filters: 2, kernel: 3, padding: "same" }] },
  "a picture of one pixel": {
    input: [1, 1, 3],
    layers: [
      { type: "conv2d", filters: 4, kernel: 4, padding: "same", activation: "tanh" },
      { type: "dense", units: 1 },
    ],
  },
  "a kernel as large as the picture": {
    input: [4, 4, 3],
    layers: [
      { type: "conv2d", filters: 5, kernel: 4, activation: "relu", trainable: false },
      { type: "dense", units: 3 },
    ],
  },
};

/** Two conventions of padding, with a kernel of an even size and pixels that fill no square. @param {Activation} activation @returns {TrainerOptions} */
function odd(activation) {
  return {
    input: [11, 8, 2],
    layers: [
      { type: "conv2d", filters: 5, kernel: 4, padding: "same", activation },
      { type: "max-pool", size: 3 },
      { type: "dropout", rate: 0.5 },
      { type: "conv2d", filters: 3, kernel: 2, padding: "valid", activation },
      { type: "dense", units: 4, activation },
      { type: "dense", units: 2 },
    ],
  };
}

/** Numbers from -1 to 1, the same ones for the same seed. @param {number} count @param {number} seed */
export function numbers(count, seed) {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}
