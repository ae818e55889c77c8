/**
 * The same images epoch after epoch, each time in another order and each a little otherwise: in pieces that are soon made.
 */

import { randomFrom } from "../../../../random.js";
import { CLASSES, PIXELS } from "../../../../worker/manifest.js";
import { vary } from "../../../../worker/varied.js";

/** @import { Block } from "../../../../worker/images.js" */
/** @import { Fed } from "../protocol" */

/** An image takes about a fiftieth of a millisecond, and messages are not to wait for long. */
const PIECE = 250;

export class Distorted {
  #epoch = 0;
  /** Rows of the epoch that are to come. @type {number[]} */
  #order = [];
  /** Where those that are shown are in the epoch's picture of them, by row. @type {Map<number, number>} */
  #shown;
  /** Of this epoch. */
  #distorted;

  /**
   * @param {Block[]} blocks
   * @param {{ seed: number, tell: (fed: Fed) => void }} options `tell`: what an epoch has made of some of them
   */
  constructor(blocks, { seed, tell }) {
    this.images = blocks.flatMap(({ images, labels }) => [...labels].map((label, row) => ({ label, pixels: images.subarray(row * PIXELS, (row + 1) * PIXELS) })));
    this.random = randomFrom(seed);
    this.tell = tell;
    const rows = Array.from({ length: CLASSES }, (_, digit) => this.images.findIndex(({ label }) => label === digit)).filter((row) => row >= 0);
    this.#shown = new Map(rows.map((row, place) => [row, place]));
    this.plain = joined(rows.map((row) => this.images[row]?.pixels ?? new Uint8Array(PIXELS)));
    this.#distorted = this.plain.slice();
  }

  /** The next piece of the epoch. @returns {{ pixels: Uint8Array, labels: Uint8Array }} [rows, 784], [rows] */
  next() {
    if (this.#order.length === 0) this.#begin();
    const rows = this.#order.splice(0, PIECE);
    const pixels = new Uint8Array(rows.length * PIXELS);
    const labels = new Uint8Array(rows.length);
    for (const [index, row] of rows.entries()) {
      const image = this.images[row];
      if (!image) continue;
      const varied = pixels.subarray(index * PIXELS, (index + 1) * PIXELS);
      vary(image.pixels, this.random, varied);
      labels[index] = image.label;
      const place = this.#shown.get(row);
      if (place !== undefined) this.#distorted.set(varied, place * PIXELS);
    }
    if (this.#order.length === 0) this.tell({ epoch: this.#epoch, plain: this.plain, distorted: this.#distorted });
    return { pixels, labels };
  }

  /** Another epoch, in another order (Fisher and Yates). */
  #begin() {
    this.#epoch += 1;
    this.#order = [...this.images.keys()];
    for (let last = this.#order.length - 1; last > 0; last -= 1) {
      const other = Math.floor(this.random() * (last + 1));
      [this.#order[last], this.#order[other]] = [this.#order[other] ?? 0, this.#order[last] ?? 0];
    }
  }
}

/** @param {Uint8Array[]} parts of the same length */
function joined(parts) {
  const all = new Uint8Array(parts.length * PIXELS);
  for (const [index, part] of parts.entries()) all.set(part, index * PIXELS);
  return all;
}
