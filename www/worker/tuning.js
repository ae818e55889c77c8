/**
 * How a graphics card is best used: found by trying, once, and remembered by the browser.
 */

import { within } from "../ticks.js";

/** @import { DeviceInfo } from "../protocol" */
/** @import { Options } from "./engine.js" */
/** @typedef {NonNullable<Options["tuning"]>} Tuning */
/** @typedef {{ train: (steps: number) => Promise<unknown>, free: () => void }} Trial a network to try one with */

/** @type {Tuning[]} */
export const TUNINGS = ["8x8", "8x8-shared", "8x8-widely-shared", "4x4", "4x4-shared", "4x4-widely-shared"];

/** Beside this, the way to the graphics card and back is short. */
const MEASURED_MS = 20;
const MOST_STEPS = 256;
/** The fastest counts, since all that disturbs only slows down. */
const ROUNDS = 3;
/** By how much one must be faster to be preferred to an earlier one. */
const WORTH_IT = 1.05;
/** No further one is tried after so long: somebody is waiting. */
const BUDGET_MS = 3000;

const CACHE = "chalknet tuning";
/** In ticks: a memory that gives no answer has not kept anything. */
const CACHE_PATIENCE = 2;
/** What this worker has learnt, by adapter: every new run asks. @type {Map<string, Tuning>} */
const learnt = new Map();

/**
 * @param {DeviceInfo} device
 * @param {(tuning: Tuning) => Promise<Trial>} open
 * @returns {Promise<Tuning | undefined>} undefined for that of all adapters of this kind
 */
export async function tuningOf({ adapter, software }, open) {
  // A program has a few threads to keep busy, for which the plainest is made; it would take long to compile the others.
  if (software) return undefined;
  let tuning = learnt.get(adapter) ?? (await remembered(adapter));
  if (!tuning) {
    tuning = await fastest(open, () => performance.now());
    await remember(adapter, tuning);
  }
  learnt.set(adapter, tuning);
  return tuning;
}

/**
 * @param {(tuning: Tuning) => Promise<Trial>} open
 * @param {() => number} now a clock, in milliseconds
 * @returns {Promise<Tuning>}
 */
export async function fastest(open, now) {
  const deadline = now() + BUDGET_MS;
  /** @type {{ tuning: Tuning, rate: number }} */
  let best = { tuning: "8x8", rate: 0 };
  for (const tuning of TUNINGS) {
    if (now() > deadline) break;
    const trial = await open(tuning);
    try {
      const rate = await stepsPerMillisecond(trial, now);
      if (rate > WORTH_IT * best.rate) best = { tuning, rate };
    } finally {
      trial.free();
    }
  }
  return best.tuning;
}

/** @param {Trial} trial @param {() => number} now */
async function stepsPerMillisecond(trial, now) {
  // The shaders are compiled for the first step.
  await trial.train(1);
  let best = 0;
  let steps = 1;
  for (let round = 0; round < ROUNDS; ) {
    const start = now();
    await trial.train(steps);
    const milliseconds = now() - start;
    if (milliseconds < MEASURED_MS && steps < MOST_STEPS) {
      steps *= 2;
    } else {
      best = Math.max(best, steps / milliseconds);
      round += 1;
    }
  }
  return best;
}

/** @param {string} adapter */
async function remembered(adapter) {
  try {
    const kept = await within(caches.open(CACHE).then((cache) => cache.match(keyOf(adapter))), CACHE_PATIENCE, "the cache");
    const name = await kept?.text();
    return TUNINGS.find((tuning) => tuning === name);
  } catch {
    // A page that was opened from a file may keep nothing, and some browsers give no answer; then each opening of it finds it anew.
    return undefined;
  }
}

/** @param {string} adapter @param {Tuning} tuning */
async function remember(adapter, tuning) {
  try {
    await within(caches.open(CACHE).then((cache) => cache.put(keyOf(adapter), new Response(tuning))), CACHE_PATIENCE, "the cache");
  } catch {
    // As above.
  }
}

/** A cache knows addresses only. @param {string} adapter */
function keyOf(adapter) {
  return `/chalknet-tuning?${encodeURIComponent(adapter)}`;
}
