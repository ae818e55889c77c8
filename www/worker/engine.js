/// <reference path="./assets.d.ts" />
/**
 * The wasm package, loaded once. No other file of the page imports it.
 */

import init from "../../pkg/chalknet.js";
import wasmUrl from "../../pkg/chalknet_bg.wasm?url";

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
/** @typedef {Trainer} TrainerHandle */
/** @typedef {TrainerOptions} Options */

/** Resolves when the exports can be used. */
export const engineReady = init({ module_or_path: new URL(wasmUrl, self.location.href) });
