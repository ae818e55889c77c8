/**
 * What is known before, what is to be learnt, and in which three ways. All else is the same in the three.
 */

/** @import { KnownPlan } from "./protocol" */
/** @import { NetworkConfig } from "../../../protocol" */

/** Examples of each kind; from so few on, and up to so many, it is learnt from. */
export const EXAMPLES = [5, 10, 50];
/** In the order of their numbers in the worker. */
export const ways = /** @type {const} */ (["scratch", "transferred", "tuned"]);
/** The kernels of the first convolution, which are shown. */
export const FILTERS = 8;
export const KERNEL = 5;
export const STEPS = 120;
/** Under which the worker tells how the pre-training goes: what else it is asked for is numbered from one on. */
export const PRETRAINING = 0;
/** After so many steps it is over. */
export const PRETRAINING_STEPS = 500;
/** Of the seeds 1 to 5 the one with the middle lead: with ten examples of each it was 0.9 to 4.2 points with these. */
const PRETRAINING_SEED = 3;
/** Below it there is nothing but the first steps, and nothing is drawn. */
export const LOWEST = 0.6;

const known = [0, 1, 2, 3, 4];
const unknown = [5, 6, 7, 8, 9];
/** Examples are chosen from the first images, so that nobody waits for the last. */
const AMONG = 20_000;
const BATCH = 50;

/** @param {number} kinds @returns {Exclude<NetworkConfig["layers"], number[]>} */
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

/**
 * @param {number} examples of each kind
 * @param {number} seed which examples, and which first weights; the network that is taken over is the same for all seeds
 * @returns {KnownPlan}
 */
export function planOf(examples, seed) {
  const layers = layersFor(unknown.length);
  const frozen = layers.map((layer) => (layer.type === "conv2d" ? { ...layer, trainable: false } : layer));
  const config = { ...common, batchSize: Math.min(BATCH, examples * unknown.length), seed };
  return {
    among: AMONG,
    pretraining: {
      number: PRETRAINING,
      config: { ...common, layers: layersFor(known.length), batchSize: BATCH, seed: PRETRAINING_SEED },
      digits: known,
      testSteps: [100, 250, PRETRAINING_STEPS],
    },
    digits: unknown,
    examples,
    seed,
    networks: [
      { config: { ...config, layers }, takesOver: false },
      { config: { ...config, layers: frozen }, takesOver: true },
      { config: { ...config, layers }, takesOver: true },
    ],
    testSteps: [40, STEPS],
  };
}
