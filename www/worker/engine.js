/// <reference path="./assets.d.ts" />
/**
 * The wasm package, loaded once. No other file of the page imports it.
 */

import init from "../../pkg/chalknet.js";
import wasmUrl from "../../pkg/chalknet_bg.wasm?url";
import { download } from "./download.js";
import { retrying } from "./shards.js";
import { Signal, delay } from "./tasks.js";

export {
  Letters,
  RulesExamples,
  Trainer,
  divergences,
  factorize,
  integralNodes,
  lossSurface,
  parsePoints,
  perceptronAnswer,
  perceptronLearn,
  perceptronMap,
  perceptronStart,
  planar,
  qLearn,
  samplePlaces,
  sha256,
  sketch,
  targetKnots,
  targetValues,
} from "../../pkg/chalknet.js";

/** @import { Trainer, TrainerOptions } from "../../pkg/chalknet.js" */
/** @import { EngineProgress } from "../protocol" */
/** @typedef {Trainer} TrainerHandle */
/** @typedef {TrainerOptions} Options */

/** How far it is. @type {EngineProgress} */
export const progress = { state: "loading", receivedBytes: 0, detail: "" };

/** Fires whenever it is further. */
export const progressed = new Signal();

/**
 * Resolves when the exports can be used. It never rejects: whoever waits for an engine that does not come waits for the
 * worker that is started in the place of this one.
 * @type {Promise<void>}
 */
export const engineReady = new Promise((resolve) => {
  load().then(
    () => {
      tell({ state: "ready" });
      resolve();
    },
    (error) => tell({ state: "missing", detail: String(error) }),
  );
});

async function load() {
  const url = new URL(wasmUrl, self.location.href);
  const onBytes = (/** @type {number} */ receivedBytes) => tell({ receivedBytes });
  const bytes = await retrying((cache) => download((from, options) => fetch(from, options), url, cache, onBytes), delay);
  await init({ module_or_path: bytes });
}

/** @param {Partial<EngineProgress>} news */
function tell(news) {
  Object.assign(progress, news);
  progressed.fire();
}
