/**
 * What is compiled from Rust: several packages, each loaded once, when it is first needed.
 */

import { tell, whenNeeded } from "./arrival.js";
import { download } from "./download.js";
import { Failure } from "./failure.js";
import { retrying } from "./shards.js";
import { delay } from "./tasks.js";

/**
 * What is returned loads the package at its first call, and resolves when the package's exports can be used.
 * @param {string} wasmUrl
 * @param {(source: { module_or_path: BufferSource }) => Promise<unknown>} init
 */
export function packageWhenNeeded(wasmUrl, init) {
  return whenNeeded(() => fetchPackage(wasmUrl, init));
}

/**
 * @param {string} wasmUrl
 * @param {(source: { module_or_path: BufferSource }) => Promise<unknown>} init
 */
export function fetchPackage(wasmUrl, init) {
  const url = new URL(wasmUrl, self.location.href);
  const onBytes = (/** @type {number} */ receivedBytes) => tell({ receivedBytes });
  return retrying(async (cache) => {
    const bytes = await download((from, options) => fetch(from, options), url, cache, onBytes);
    await init({ module_or_path: bytes }).catch((error) => {
      throw new Failure("data-damaged", `${url}: ${error}`);
    });
  }, delay);
}
