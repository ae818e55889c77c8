/**
 * Two networks that take the same batches, and are tried on test images as they are and on the same ones moved.
 */

import { randomFrom } from "../../../../random.js";
import { feedFirst, firstRows } from "../../../../worker/abreast.js";
import { PIXELS } from "../../../../worker/manifest.js";

/** @import { MessageOf } from "../../../../protocol" */
/** @import { Course } from "../../../../worker/abreast.js" */
/** @import { Block } from "../../../../worker/images.js" */

const SIDE = Math.sqrt(PIXELS);

/**
 * @param {MessageOf<"networksTrain">} message
 * @returns {Course}
 */
export function courseOf({ number, plan, tests }) {
  const { networks, trainingImages, testSteps, testImages, shift, seed } = plan;
  return {
    number,
    tests,
    testSteps,
    trainingImages,
    // Their kernels are looked at when they have learnt.
    stays: true,
    begin: (data) => {
      const test = firstRows(data.blocks.test, testImages);
      return {
        entrants: networks.map((config) => ({ config, feed: (trainer) => feedFirst(trainer, data, trainingImages) })),
        sets: { test, shifted: shifted(test, shift, seed) },
      };
    },
  };
}

/**
 * The same images, each moved by so many whole pixels at most, either way.
 * @param {Block[]} blocks
 * @param {number} most
 * @param {number} seed
 * @returns {Block[]}
 */
export function shifted(blocks, most, seed) {
  const random = randomFrom(seed);
  const within = () => Math.floor(random() * (2 * most + 1)) - most;
  return blocks.map(({ images, labels }) => {
    const moved = new Uint8Array(images.length);
    for (let first = 0; first < images.length; first += PIXELS) {
      move(images.subarray(first, first + PIXELS), within(), within(), moved.subarray(first, first + PIXELS));
    }
    return { images: moved, labels };
  });
}

/**
 * @param {Uint8Array} image [28 * 28]
 * @param {number} right
 * @param {number} down
 * @param {Uint8Array} result [28 * 28], of paper, filled where the image comes to lie
 */
function move(image, right, down, result) {
  const width = SIDE - Math.abs(right);
  for (let row = Math.max(0, -down); row < SIDE - Math.max(0, down); row += 1) {
    const from = row * SIDE + Math.max(0, -right);
    result.set(image.subarray(from, from + width), (row + down) * SIDE + Math.max(0, right));
  }
}
