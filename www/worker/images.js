/** Images to learn from and to test on, as far as they are here. */

import { PIXELS } from "./manifest.js";

/** @import { Pictures, Split } from "../protocol" */

/** Images that arrived together; images: [rows, 784], labels: [rows].
 *  @typedef {{ images: Uint8Array, labels: Uint8Array }} Block */

export class Images {
  /** In the order in which they arrived; a row's number counts through them. @type {Record<Split, Block[]>} */
  blocks = { train: [], test: [] };

  /**
   * Images that are here.
   * @param {Split} split
   */
  rows(split) {
    return this.blocks[split].reduce((sum, block) => sum + block.labels.length, 0);
  }

  /**
   * @param {Split} split
   * @param {number} row of an image that is here
   */
  image(split, row) {
    let index = row;
    for (const { images, labels } of this.blocks[split]) {
      if (index < labels.length) {
        return { image: images.subarray(index * PIXELS, (index + 1) * PIXELS), label: labels[index] ?? 0 };
      }
      index -= labels.length;
    }
    throw new RangeError(`there is no ${split} image ${row}`);
  }

  /** All labels that are here, by row. @param {Split} split */
  labels(split) {
    return this.blocks[split].flatMap((block) => [...block.labels]);
  }

  /** Training images that are here or still to be expected; infinite before that is known. */
  get expectedTrainingRows() {
    return this.rows("train");
  }

  /** No more images are to come, unless those that failed are tried again. */
  get isComplete() {
    return true;
  }

  /** All the test images that can be had are here, and there are some. */
  get testIsWhole() {
    return this.blocks.test.length > 0;
  }
}

/** The visitor's own, which are here as a whole. @param {Pictures} pictures @returns {Images} */
export function ownImages({ training, test }) {
  const own = new Images();
  own.blocks = { train: [blockOf(training)], test: [blockOf(test)] };
  return own;
}

/** @param {Pictures["test"]} set @returns {Block} */
function blockOf({ pixels, labels }) {
  return { images: pixels, labels };
}
