/**
 * The images of two digits: those to learn from, the held-out ones, and these as new data. Each set is made once and kept
 * until another one is asked for.
 */

import { RulesExamples } from "../../../worker/lesson.js";
import { PIXELS } from "../../../worker/manifest.js";

/** @import { Split } from "../../../protocol" */
/** @import { DigitPair, NewData } from "../protocol" */
/** @import { Data } from "../../../worker/data.js" */

/** So many of each set: enough to tell a percent, few enough to follow a slider. */
const MOST = 1000;

/** What was made last, and what it was made of. @template T @typedef {{ key: string, value: T }} Kept */

export class Examples {
  /** @type {Partial<Record<Split, Kept<RulesExamples>>>} */
  #gathered = {};
  /** @type {Kept<RulesExamples> | null} */
  #distorted = null;

  /** @param {() => Data} data */
  constructor(data) {
    this.data = data;
  }

  /**
   * @param {DigitPair} pair
   * @param {NewData} newData
   * @returns {{ training: RulesExamples, original: RulesExamples, distorted: RulesExamples } | null} null while they are
   * on their way
   */
  of(pair, newData) {
    const training = this.#gather("train", pair);
    const original = this.#gather("test", pair);
    if (!training || !original) return null;
    const key = JSON.stringify([original.key, newData]);
    if (this.#distorted?.key !== key) {
      const value = original.value.distorted(newData.distortion, newData.seed);
      this.#distorted?.value.free();
      this.#distorted = { key, value };
    }
    return { training: training.value, original: original.value, distorted: this.#distorted.value };
  }

  /** @param {DigitPair} pair */
  training(pair) {
    return this.#gather("train", pair)?.value;
  }

  /**
   * @param {Split} split
   * @param {DigitPair} pair
   */
  #gather(split, pair) {
    const data = this.data();
    const kept = this.#gathered[split];
    const isWhole = kept?.value.count === MOST && kept.key.startsWith(`${pair}/`);
    const key = `${pair}/${data.rows(split)}`;
    if (kept && (isWhole || kept.key === key)) return kept;
    const rows = data.labels(split).flatMap((label, row) => (pair.includes(label) ? [row] : [])).slice(0, MOST);
    if (rows.length === 0 || (rows.length < MOST && data.isComing(split))) return null;
    const pixels = new Uint8Array(rows.length * PIXELS);
    const classes = new Uint8Array(rows.length);
    for (const [index, row] of rows.entries()) {
      const { image, label } = data.image(split, row);
      pixels.set(image, index * PIXELS);
      classes[index] = pair.indexOf(label);
    }
    kept?.value.free();
    return (this.#gathered[split] = { key, value: new RulesExamples(pixels, classes) });
  }
}

/**
 * @param {RulesExamples} examples
 * @param {number[]} indices
 */
export function shown(examples, indices) {
  const { classes } = examples;
  return {
    indices: Uint16Array.from(indices),
    pixels: examples.pixels(Uint32Array.from(indices)),
    classes: Uint8Array.from(indices, (index) => classes[index] ?? 0),
  };
}
