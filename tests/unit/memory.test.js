/* What the data set takes of a small machine's memory: its bytes, and no more whatever is set anew. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { startEngine } from "./support/engine.js";

/** @import { RunConfig } from "../../www/protocol" */

/** @type {RunConfig} */
const config = { hidden: [512], activation: "relu", loss: "cross-entropy", optimizer: "momentum", learningRate: 0.07, initializer: "he-uniform", batchSize: 128, trainingImages: 60_000, shuffle: true, seed: 1 };
const folder = join(import.meta.dirname, "../../www/public/data");
const MEGABYTE = 2 ** 20;
const ROWS = 70_000;
const IMAGES = (ROWS * 28 * 28) / MEGABYTE;

/** @type {WebAssembly.Memory} */
let memory;
before(async () => {
  ({ memory } = await startEngine());
});

test("the engine keeps the images as bytes, once, and other settings take no more room", async () => {
  const { Data } = await import("../../www/worker/data.js");
  const { Run } = await import("../../www/worker/run.js");
  const { createTrainer } = await import("../../www/worker/trainers.js");
  const source = {
    fetch: async (/** @type {URL} */ url) => new Response(await readFile(join(folder, url.pathname.slice("/data/".length)))),
    sha256: async (/** @type {Uint8Array} */ bytes) => createHash("sha256").update(bytes).digest("hex"),
    delay: async () => {},
  };
  const data = new Data(new URL("http://localhost/data/manifest.json"), source, { onProgress() {}, onBlocks() {}, onError: (error) => assert.fail(String(error)) });
  await data.load();
  assert.equal(data.rows("train") + data.rows("test"), ROWS);
  const held = new Set(Object.values(data.blocks).flat().flatMap(({ images, labels }) => [images.buffer, labels.buffer]));
  const kept = [...held].reduce((sum, buffer) => sum + buffer.byteLength, 0) / MEGABYTE;
  assert.ok(kept < IMAGES + 1, `the worker keeps ${kept} MiB for ${IMAGES} MiB of pixels`);

  const sizes = [];
  for (const batchSize of [128, 32, 512, 128, 32]) {
    const run = new Run(1, { ...config, batchSize }, await createTrainer({ ...config, batchSize }, "cpu"), data);
    await run.feed();
    await run.use((trainer) => trainer.train(3));
    sizes.push(memory.buffer.byteLength / MEGABYTE);
    await run.close();
  }
  const [first = NaN] = sizes;
  assert.ok(first < 1.5 * IMAGES, `the engine keeps ${first} MiB for ${IMAGES} MiB of pixels`);
  assert.deepEqual(sizes, Array(sizes.length).fill(first), "every run has the room of the one before it");
});
