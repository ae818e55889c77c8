/// <reference path="./assets.d.ts" />
/**
 * The engine, and what most boards need beside it. No other file of the page imports this package.
 */

import init from "../../pkg/engine/chalknet.js";
import wasmUrl from "../../pkg/engine/chalknet_bg.wasm?url";
import { tell } from "./arrival.js";
import { packageWhenNeeded } from "./wasm.js";

export {
  Trainer,
  divergences,
  integralNodes,
  lossSurface,
  parsePoints,
  planar,
  samplePlaces,
  sha256,
  sketch,
  targetKnots,
  targetValues,
} from "../../pkg/engine/chalknet.js";

/** @import { Trainer, TrainerOptions } from "../../pkg/engine/chalknet.js" */
/** @typedef {Trainer} TrainerHandle */
/** @typedef {TrainerOptions} Options */

/** Resolves when the exports can be used. */
export const engineReady = packageWhenNeeded(wasmUrl, async (source) => {
  await init(source);
  tell({ state: "ready" });
});
