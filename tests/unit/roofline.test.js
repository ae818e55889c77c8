/* What is told of how near the CPU comes to its peak: products that are left out do not count. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SIZES } from "../bench/digits/task.js";
import { TILE_ROWS, flopOfImage, productsDone } from "../bench/roofline/products.js";
import { firstImages } from "./support/class.js";

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("a product counts where any of its tile's rows has ink, forward in images and for the gradient in pixels", () => {
  const pixels = 2 * TILE_ROWS;
  const rows = 2 * TILE_ROWS;
  const images = new Uint8Array(rows * pixels);
  assert.deepEqual(productsDone({ images, rows, batch: rows }), { forward: 0, gradient: 0 });
  images[1] = 255;
  assert.deepEqual(productsDone({ images, rows, batch: rows }), { forward: TILE_ROWS / (rows * pixels), gradient: TILE_ROWS / (rows * pixels) });
  images.fill(255);
  assert.deepEqual(productsDone({ images, rows, batch: rows }), { forward: 1, gradient: 1 });
});

test("the tiles are those of the engine", () => {
  assert.match(read("src/engine/cpu/tile.rs"), new RegExp(`const TILE_ROWS: usize = ${TILE_ROWS};`));
});

test("an image takes the sums forward, and the gradients that anything needs, and only what is done of the first layer's", () => {
  assert.equal(flopOfImage([3, 5, 2]), 2 * (2 * 15 + 3 * 10));
  assert.equal(flopOfImage([3, 5, 2], { forward: 0.4, gradient: 0.2 }), 2 * (0.6 * 15 + 3 * 10));
});

test("the shares that the documents tell are those of the images, and no speed is beyond the peak", () => {
  const { pixels, labels } = firstImages("train");
  const rows = labels.length;
  const percent = (/** @type {number} */ part) => `${Math.round(100 * part)} %`;
  const done = productsDone({ images: pixels, rows, batch: 128 });
  const speed = read("docs/speed.md");
  const ofAll = percent(flopOfImage(SIZES, done) / flopOfImage(SIZES));
  for (const told of [`(${ofAll})`, `${percent(done.forward)} of the first layer's products remain`, `where they are six pixels beside each other, ${percent(done.gradient)}`]) assert.ok(speed.includes(told), told);

  const table = [...speed.matchAll(/^\| (?:CPU|WebGPU).*\| ([\d.]+) \| ([\d.]+) \| (\d+ %) \|$/gm)];
  assert.equal(table.length, 2);
  for (const [, reached, peak, share] of table) {
    assert.equal(share, percent(Number(reached) / Number(peak)));
    assert.ok(Number(reached) <= Number(peak), "nothing is faster than the peak");
  }
  const cpu = /one thread, WebAssembly SIMD .* (\d+ %) \|$/m.exec(speed)?.[1];
  assert.ok(read("README.md").includes(`at ${cpu} of the measured peak`), `the README tells ${cpu}, too`);
});
