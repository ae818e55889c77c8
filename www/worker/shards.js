/**
 * One file of the data set: fetched, checked, retried, unpacked.
 */

import { download, readAll } from "./download.js";
import { Failure } from "./failure.js";

/**
 * @typedef {object} Shard
 * @property {string} file beside the manifest
 * @property {number} rows
 * @property {number} bytes the file's size
 * @property {string} sha256 of the file's bytes, lower-case hex
 */

/**
 * What loading needs from outside; tests give their own.
 * @typedef {object} Source
 * @property {(url: URL, options: RequestInit) => Promise<Response>} fetch
 * @property {(bytes: Uint8Array) => Promise<string>} sha256
 * @property {(milliseconds: number) => Promise<void>} delay
 */

/** Pauses before the second and the third try, in milliseconds. */
const PAUSES = [300, 1200];

/**
 * Calls `attempt` until it succeeds, three times at most.
 * @template T
 * @param {(cache: RequestCache) => Promise<T>} attempt
 * @param {Source["delay"]} delay
 * @returns {Promise<T>}
 */
export async function retrying(attempt, delay) {
  /** @type {RequestCache} */
  let cache = "default";
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(cache);
    } catch (error) {
      const pause = PAUSES[tries];
      const code = error instanceof Failure ? error.code : null;
      // Who has waited in vain is told before another wait begins.
      if (pause === undefined || code === "data-silent") throw error;
      // What arrived damaged may be so in the browser's cache.
      if (code === "data-damaged" || code === "data-page") cache = "reload";
      await delay(pause);
    }
  }
}

/**
 * The bytes of a shard, checked against its checksum.
 * @param {Source} source
 * @param {URL} url
 * @param {Shard} shard
 * @param {(received: number) => void} onBytes told how many bytes of this try have arrived
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function fetchShard(source, url, shard, onBytes) {
  return retrying(async (cache) => {
    onBytes(0);
    const bytes = await download(source.fetch, url, cache, onBytes);
    const found = await source.sha256(bytes);
    if (found !== shard.sha256) throw new Failure("data-damaged", `${url}: SHA-256 is ${found}, not ${shard.sha256}`);
    return bytes;
  }, source.delay);
}

/**
 * The images and labels of a shard.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} rows
 * @param {number} pixels of one image
 * @returns {Promise<{ images: Uint8Array, labels: Uint8Array }>} images: [rows, pixels], labels: [rows]
 */
export async function unpack(bytes, rows, pixels) {
  const unpacked = await decompress(bytes);
  if (unpacked.length !== rows * (pixels + 1)) {
    throw new Failure("data-damaged", `${unpacked.length} bytes are not ${rows} images of ${pixels} pixels with labels`);
  }
  return { images: unpacked.subarray(0, rows * pixels), labels: unpacked.subarray(rows * pixels) };
}

/** @param {Uint8Array<ArrayBuffer>} bytes gzip */
async function decompress(bytes) {
  // Not as a Blob: in a page that was opened from a file, WebKit's worker cannot read what is in one.
  /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */
  const stream = new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  try {
    return await readAll(stream.pipeThrough(new DecompressionStream("gzip")), () => {});
  } catch (error) {
    throw new Failure("data-damaged", `not a gzip file: ${error instanceof Error ? error.message : error}`);
  }
}
