/**
 * Looking at images, at what was answered for them, and at the first layer: reads, changes nothing.
 */

import { PIXELS } from "./manifest.js";

/** @import { FirstLayer, ImageBatch, MessageOf, Split, UnitWeights } from "../protocol" */
/** @import { Images } from "./images.js" */
/** @import { Answers } from "./evaluation.js" */
/** @import { Run } from "./run.js" */

/**
 * The images of these rows, as far as they are here.
 * @param {Images} data
 * @param {Split} split
 * @param {number[]} rows
 * @param {Answers | null} answers of the newest evaluation
 * @returns {ImageBatch}
 */
export function images(data, split, rows, answers) {
  const present = data.rows(split);
  return batch(data, split, rows.filter((row) => Number.isInteger(row) && row >= 0 && row < present), present, answers);
}

/**
 * Test images by what was answered for them, the surest answers first.
 * @param {Images} data
 * @param {MessageOf<"examples">} filter
 * @param {Answers | null} answers
 * @returns {ImageBatch}
 */
export function examples(data, { actual, predicted, wrong, limit }, answers) {
  if (!answers) return batch(data, "test", [], 0, null);
  const labels = data.labels("test");
  const matching = [...answers.predicted.keys()].filter((row) => {
    const answer = answers.predicted[row];
    const isWrong = answer !== labels[row];
    return (actual ?? labels[row]) === labels[row] && (predicted ?? answer) === answer && (wrong ?? isWrong) === isWrong;
  });
  matching.sort((a, b) => (answers.confidence[b] ?? 0) - (answers.confidence[a] ?? 0));
  return batch(data, "test", matching.slice(0, limit), matching.length, answers);
}

/**
 * The weights from every pixel into each of the first units.
 * @param {Run} run
 * @param {number} units
 * @returns {Promise<FirstLayer>}
 */
export function firstLayer(run, units) {
  return run.use(async (trainer) => {
    const { step } = trainer;
    const all = await trainer.weights(0); // [inputs, outputs]
    const outputs = all.length / PIXELS;
    const shown = Math.min(units, outputs);
    const weights = Float32Array.from({ length: shown * PIXELS }, (_, index) => {
      const unit = Math.floor(index / PIXELS);
      return all[(index % PIXELS) * outputs + unit] ?? 0;
    });
    return { weights, units: shown, step };
  });
}

/**
 * What goes into one unit of the first layer, and from it into the next.
 * @param {Run} run
 * @param {number} index of the unit; the last one where it is beyond
 * @returns {Promise<UnitWeights>}
 */
export function unit(run, index) {
  return run.use(async (trainer) => {
    const { step } = trainer;
    const [weights, biases] = [await trainer.weights(0), await trainer.biases(0)]; // [inputs, units], [units]
    const next = run.config.hidden.length > 0 ? await trainer.weights(1) : new Float32Array(); // [units, next units]
    const units = biases.length;
    const own = Math.min(index, units - 1);
    const width = next.length / units;
    return {
      incoming: Float32Array.from({ length: PIXELS }, (_, input) => weights[input * units + own] ?? 0),
      bias: biases[own] ?? 0,
      onward: next.slice(own * width, (own + 1) * width),
      units,
      step,
    };
  });
}

/**
 * @param {Images} data
 * @param {Split} split
 * @param {number[]} rows that are here
 * @param {number} total
 * @param {Answers | null} answers
 * @returns {ImageBatch}
 */
function batch(data, split, rows, total, answers) {
  const pixels = new Uint8Array(rows.length * PIXELS);
  const labels = new Uint8Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const { image, label } = data.image(split, row);
    pixels.set(image, index * PIXELS);
    labels[index] = label;
  }
  const answered = split === "test" && answers?.predicted.length === data.rows("test") ? answers : null;
  return {
    rows: Uint32Array.from(rows),
    pixels,
    labels,
    predicted: answered ? Uint8Array.from(rows, (row) => answered.predicted[row] ?? 0) : new Uint8Array(),
    confidence: answered ? Float32Array.from(rows, (row) => answered.confidence[row] ?? 0) : new Float32Array(),
    total,
  };
}
