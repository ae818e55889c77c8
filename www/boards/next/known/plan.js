/**
 * What is known before, what is to be learnt, and in which three ways. All else is the same in the three.
 */

/** @import { DrawnKinds, KnownPlan } from "./protocol" */
/** @import { Layer, NetworkConfig } from "../../../protocol" */

/** What is to be learnt: digits that nobody showed it before, or what a visitor drew. */
export const subjects = /** @type {const} */ (["digits", "drawn"]);
/** Examples of each kind, by what is to be learnt; from so few on, and up to so many, it is learnt from. */
export const EXAMPLES = { digits: [5, 10, 50], drawn: [1, 3, 5] };
/** Drawings are so few that in each run others are learnt from so many times. */
export const ROUNDS = 5;
/** In the order of their numbers in the worker. */
export const ways = /** @type {const} */ (["scratch", "transferred", "tuned"]);
/** The kernels of the first convolution, which are shown. */
export const FILTERS = 8;
export const KERNEL = 5;
export const STEPS = 120;
/** After so many steps the pre-training is over. */
export const PRETRAINING_STEPS = 400;
/** Where the picture begins. Of digits only the first steps lie below; of drawings whatever does is shown as well. */
export const LOWEST = { digits: 0.6, drawn: 0.5 };

const known = [0, 1, 2, 3, 4];
const unknown = [5, 6, 7, 8, 9];
/** Examples are chosen from the first images, so that nobody waits for the last. */
const AMONG = 20_000;
const BATCH = 50;

/** @param {number} kinds @returns {Layer[]} */
const layersFor = (kinds) => [
  { type: "conv2d", filters: FILTERS, kernel: KERNEL, activation: "relu" },
  { type: "max-pool", size: 2 },
  { type: "conv2d", filters: 24, kernel: KERNEL, activation: "relu" },
  { type: "max-pool", size: 2 },
  { type: "dropout", rate: 0.25 },
  { type: "dense", units: 32, activation: "relu" },
  { type: "dense", units: kinds },
];

/** @type {Omit<NetworkConfig, "layers">} */
const common = { input: [28, 28, 1], initializer: "he-uniform", optimizer: "adam", learningRate: 0.002 };

/** Under which the worker tells how the pre-training with a seed goes: what else it is asked for is numbered from one on. @param {number} seed */
export function pretrainingOf(seed) {
  return -1 - seed;
}

/**
 * @param {number} examples of each kind
 * @param {number} seed which examples, which first weights, and which network is taken over: no number hangs on one that was
 * chosen
 * @param {DrawnKinds | null} [drawn] where it is not the other digits that are learnt
 * @returns {KnownPlan}
 */
export function planOf(examples, seed, drawn = null) {
  const kinds = drawn ? new Set(drawn.drawings.map(({ kind }) => kind)).size : unknown.length;
  const layers = layersFor(kinds);
  const frozen = layers.map((layer) => (layer.type === "conv2d" ? { ...layer, trainable: false } : layer));
  const config = { ...common, batchSize: Math.min(BATCH, examples * kinds), seed };
  return {
    among: AMONG,
    pretraining: {
      number: pretrainingOf(seed),
      // Every seed has one of its own, so that it is to take little time: many small steps, and larger ones, come as far.
      config: { ...common, layers: layersFor(known.length), batchSize: 32, learningRate: 0.003, seed },
      digits: known,
      testSteps: [PRETRAINING_STEPS / 2, PRETRAINING_STEPS],
    },
    digits: drawn ? null : unknown,
    drawn,
    examples,
    seed,
    networks: [
      { config: { ...config, layers }, takesOver: false },
      { config: { ...config, layers: frozen }, takesOver: true },
      { config: { ...config, layers }, takesOver: true },
    ],
    // Of drawings the rounds are what is told.
    testSteps: drawn ? [STEPS] : [40, STEPS],
  };
}
