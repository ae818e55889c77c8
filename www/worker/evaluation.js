/**
 * Trying the network on all the held-out images.
 */

import { awake } from "./clock.js";
import { CLASSES } from "./manifest.js";
import { Pace } from "./pace.js";
import { nextTask } from "./tasks.js";

/** @import { Images } from "./images.js" */
/** @import { TrainerHandle } from "./engine.js" */

/** What was answered for every test image, by row.
 *  @typedef {{ predicted: Uint8Array, confidence: Float32Array }} Answers */

/** @typedef {{ loss: number, accuracy: number, confusion: Uint32Array, images: number, answers: Answers }} Outcome */

/** A slice keeps messages waiting; about two frames are prompt enough. */
const SLICE_SECONDS = 0.03;
const FIRST_SLICE_ROWS = 200;

/** The slices' pace, to be kept from one evaluation to the next. */
export function slicePace() {
  return new Pace(SLICE_SECONDS, FIRST_SLICE_ROWS);
}

/**
 * Answers all the test images with the weights as they are; nothing may train meanwhile.
 * @param {TrainerHandle} trainer
 * @param {Images} data
 * @param {Pace} pace
 * @param {() => boolean} isUnwanted asked between slices
 * @returns {Promise<Outcome | null>} null when it became unwanted
 */
export async function evaluate(trainer, data, pace, isUnwanted) {
  const labels = data.labels("test");
  const images = labels.length;
  const answers = { predicted: new Uint8Array(images), confidence: new Float32Array(images) };
  let lossSum = 0;
  let hits = 0;
  for (let first = 0; first < images; ) {
    const rows = Math.min(pace.units, images - first);
    const started = awake();
    const slice = await trainer.evaluate(first, rows);
    pace.measured(rows, (awake() - started) / 1000);
    lossSum += slice.lossSum;
    hits += slice.hits;
    decide(slice.outputs, answers, first);
    first += rows;
    await nextTask();
    if (isUnwanted()) return null;
  }
  return { loss: lossSum / images, accuracy: hits / images, confusion: confusion(labels, answers.predicted), images, answers };
}

/**
 * The most likely digit of each row and how likely it is.
 * @param {Float32Array} outputs [rows, 10]
 * @param {Answers} answers
 * @param {number} first row in `answers`
 */
function decide(outputs, answers, first) {
  for (let row = 0; row * CLASSES < outputs.length; row += 1) {
    const values = outputs.subarray(row * CLASSES, (row + 1) * CLASSES);
    const confidence = Math.max(...values);
    answers.predicted[first + row] = Math.max(0, values.indexOf(confidence));
    answers.confidence[first + row] = confidence;
  }
}

/**
 * @param {number[]} actual
 * @param {Uint8Array} predicted
 * @returns {Uint32Array} [10 actual, 10 predicted] counts
 */
function confusion(actual, predicted) {
  const counts = new Uint32Array(CLASSES * CLASSES);
  for (const [row, digit] of actual.entries()) {
    const cell = digit * CLASSES + (predicted[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
