/**
 * A small network that learns from a few drawings. It begins anew with each teaching and sees every drawing many times,
 * each time a little otherwise, so that a few are enough.
 */

import { randomFrom } from "../../../random.js";
import { Trainer } from "../../../worker/engine.js";
import { PIXELS } from "../../../worker/manifest.js";
import { vary } from "../../../worker/varied.js";

/** @import { TrainerHandle } from "../../../worker/engine.js" */

const HIDDEN = 64;
const BATCH = 32;
/** With so few, two digits that differ plainly are told apart after ten examples of each (tests/unit/teach.test.js). */
const FEWEST_STEPS = 60;

/** A picture and its kind. @typedef {{ pixels: Uint8Array, kind: number }} Example */

/** Whether there is something to tell apart: examples of two kinds. @param {{ kind: number }[]} examples */
export function canLearn(examples) {
  return examples.some(({ kind }) => kind !== examples[0]?.kind);
}

/**
 * @param {Example[]} examples of two kinds at least
 * @param {number} kinds
 * @param {number} seed
 * @returns {Promise<TrainerHandle>} that has learnt them; its caller frees it
 */
export async function learn(examples, kinds, seed) {
  const trainer = await Trainer.create({
    layers: [PIXELS, HIDDEN, kinds],
    initializer: "he-uniform",
    learningRate: 0.003,
    batchSize: BATCH,
    seed,
    backend: "cpu",
  });
  const steps = Math.max(FEWEST_STEPS, examples.length);
  const { pixels, targets } = variations(examples, kinds, steps * BATCH, seed);
  trainer.addTrainingData(pixels, targets);
  await trainer.train(steps);
  return trainer;
}

/**
 * So many pictures, of all kinds equally many, of all drawings of a kind equally many.
 * @param {Example[]} examples
 * @param {number} kinds
 * @param {number} rows
 * @param {number} seed
 */
function variations(examples, kinds, rows, seed) {
  const random = randomFrom(seed);
  const byKind = Array.from({ length: kinds }, (_, kind) => examples.filter((example) => example.kind === kind)).filter((some) => some.length > 0);
  const pixels = new Uint8Array(rows * PIXELS);
  const targets = new Float32Array(rows * kinds);
  for (let row = 0; row < rows; row += 1) {
    const some = byKind[row % byKind.length] ?? [];
    const example = some[Math.floor(row / byKind.length) % some.length];
    if (!example) continue;
    vary(example.pixels, random, pixels.subarray(row * PIXELS, (row + 1) * PIXELS));
    targets.set(targetOf(example.kind, kinds, some.length), row * kinds);
  }
  return { pixels, targets };
}

/**
 * How sure the network is to become. After n examples of a kind, all of which were of that kind, the next one is with
 * probability (n + 1) / (n + 2): Laplace's rule of succession. A network that was taught to be certain of its few
 * examples would be certain of everything.
 * @param {number} kind
 * @param {number} kinds
 * @param {number} count of the kind's examples
 */
function targetOf(kind, kinds, count) {
  const doubt = 1 / (count + 2);
  return Float32Array.from({ length: kinds }, (_, other) => (other === kind ? 1 - doubt : doubt / (kinds - 1)));
}
