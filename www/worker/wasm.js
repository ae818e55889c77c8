/**
 * What is compiled from Rust: several packages, each loaded once, when it is first needed, so that no board waits for more
 * than it uses.
 */

import { download } from "./download.js";
import { Failure } from "./failure.js";
import { retrying } from "./shards.js";
import { Signal, delay } from "./tasks.js";

/** @import { EngineProgress } from "../protocol" */

/** How far the engine is, and whether a package is missed. @type {EngineProgress} */
export const progress = { state: "loading", receivedBytes: 0, detail: "" };

/** Fires whenever it is further. */
export const progressed = new Signal();

/**
 * What is returned loads the package at its first call, and resolves when the package's exports can be used. It never
 * rejects: whoever waits for a package that does not come waits for the worker that is started in the place of this one.
 * @param {string} wasmUrl
 * @param {(source: { module_or_path: BufferSource }) => Promise<unknown>} init
 * @returns {() => Promise<void>}
 */
export function whenNeeded(wasmUrl, init) {
  /** @type {Promise<void> | null} */
  let ready = null;
  const load = async () => {
    const url = new URL(wasmUrl, self.location.href);
    const onBytes = (/** @type {number} */ receivedBytes) => tell({ receivedBytes });
    await retrying(async (cache) => {
      const bytes = await download((from, options) => fetch(from, options), url, cache, onBytes);
      await init({ module_or_path: bytes }).catch((error) => {
        throw new Failure("data-damaged", `${url}: ${error}`);
      });
    }, delay);
  };
  return () =>
    (ready ??= new Promise((resolve) => {
      load().then(resolve, (error) => tell({ state: "missing", detail: String(error) }));
    }));
}

/** @param {Partial<EngineProgress>} news */
export function tell(news) {
  Object.assign(progress, news);
  progressed.fire();
}
