/**
 * How a graphics card is best used: the engine finds it by trying, and the browser remembers it.
 */

import { recall, remember } from "./remembered.js";

/** @import { DeviceInfo } from "../protocol" */
/** @import { Options } from "./engine.js" */
/** @typedef {NonNullable<Options["tuning"]>} Tuning */

/** What the engine may have found. @type {Tuning[]} */
const TUNINGS = ["8x8", "8x8-shared", "8x8-widely-shared", "4x4", "4x4-shared", "4x4-widely-shared"];

/** What this worker has learnt, by adapter: every new run asks. @type {Map<string, Tuning>} */
const learnt = new Map();

/**
 * @param {DeviceInfo} device
 * @returns {Promise<Tuning | undefined>} undefined for that of all adapters of this kind
 */
export async function tuningOf({ adapter, software }) {
  // A program has a few threads to keep busy, for which the plainest is made; it would take long to compile the others.
  if (software) return undefined;
  return learnt.get(adapter) ?? (await remembered(adapter)) ?? "auto";
}

/** @param {string} adapter @returns {Promise<Tuning | undefined>} */
async function remembered(adapter) {
  const name = await recall(adapter);
  return TUNINGS.find((tuning) => tuning === name);
}

/** @param {string} adapter @param {Tuning} tuning */
export async function rememberTuning(adapter, tuning) {
  if (learnt.get(adapter) === tuning) return;
  learnt.set(adapter, tuning);
  await remember(adapter, tuning);
}
