/**
 * What is learnt from: the images of some digits, and some of each kind.
 */

import { randomFrom } from "../../../../random.js";
import { PIXELS } from "../../../../worker/manifest.js";

/** @import { Block } from "../../../../worker/images.js" */

/**
 * The images of some digits; each is labelled by its digit's place among them.
 * @param {Block[]} blocks
 * @param {number[]} digits
 * @returns {Block}
 */
export function onlyOf(blocks, digits) {
  return blockOf(blocks.flatMap(({ images, labels }) => [...labels].flatMap((label, row) => (digits.includes(label) ? [{ images, row, label: digits.indexOf(label) }] : []))));
}

/**
 * So many images of each label, chosen by the seed, kind by kind. Those of a smaller number are among those of a larger one.
 * @param {Block} block
 * @param {number} count
 * @param {number} seed
 */
export function someOf(block, count, seed) {
  return rowsOf(block, shuffledKinds(block, randomFrom(seed)).flatMap((rows) => rows.slice(0, count)));
}

/**
 * In each round so many images of each label, and all that are left. As long as there are enough, no image is chosen again.
 * @param {Block} block
 * @param {number} count
 * @param {number} rounds
 * @param {number} seed
 * @returns {{ chosen: Block, others: Block }[]} [rounds]
 */
export function roundsOf(block, count, rounds, seed) {
  const kinds = shuffledKinds(block, randomFrom(seed));
  return Array.from({ length: rounds }, (_, round) => {
    const split = kinds.map((rows) => {
      const from = (round * count) % rows.length;
      const chosen = new Set([...rows, ...rows].slice(from, from + count));
      return { chosen: [...chosen], others: rows.filter((row) => !chosen.has(row)) };
    });
    return { chosen: rowsOf(block, split.flatMap(({ chosen }) => chosen)), others: rowsOf(block, split.flatMap(({ others }) => others)) };
  });
}

/** The rows of each label, in an order that is random. @param {Block} block @param {() => number} random @returns {number[][]} */
function shuffledKinds({ labels }, random) {
  const kinds = 1 + labels.reduce((most, label) => Math.max(most, label), 0);
  return Array.from({ length: kinds }, (_, kind) => {
    const rows = [...labels.keys()].filter((row) => labels[row] === kind);
    return rows.map((row) => ({ row, rank: random() })).sort((a, b) => a.rank - b.rank).map(({ row }) => row);
  });
}

/** @param {Block} block @param {number[]} rows */
function rowsOf({ images, labels }, rows) {
  return blockOf(rows.map((row) => ({ images, row, label: labels[row] ?? 0 })));
}

/** @param {{ images: Uint8Array, row: number, label: number }[]} rows of `images`, [rows, 784] @returns {Block} */
function blockOf(rows) {
  const block = { images: new Uint8Array(rows.length * PIXELS), labels: Uint8Array.from(rows, ({ label }) => label) };
  for (const [index, { images, row }] of rows.entries()) block.images.set(images.subarray(row * PIXELS, (row + 1) * PIXELS), index * PIXELS);
  return block;
}
