/**
 * Code that comes when it is first needed, so that no board waits for more than it uses: packages compiled from Rust, and
 * what the worker has for a board.
 */

import { Signal } from "./tasks.js";

/** @import { EngineProgress } from "../protocol" */

/** How far the engine is, and whether some code is missed. @type {EngineProgress} */
export const progress = { state: "loading", receivedBytes: 0, detail: "", scripts: [] };

/** Fires whenever it is further. */
export const progressed = new Signal();

/** @param {Partial<EngineProgress>} news */
export function tell(news) {
  Object.assign(progress, news);
  progressed.fire();
}

/**
 * What is returned loads the code at its first call. It never rejects: whoever waits for code that does not come waits for
 * the worker that is started in the place of this one, since a browser may answer a second import as it did the first.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function whenNeeded(load) {
  /** @type {Promise<T> | null} */
  let here = null;
  return () =>
    (here ??= new Promise((resolve) => {
      load().then(resolve, (error) => tell({ state: "missing", detail: String(error), scripts: scriptsSoFar() }));
    }));
}

function scriptsSoFar() {
  return performance.getEntriesByType("resource").flatMap(({ name }) => (name.endsWith(".js") ? [name] : []));
}
