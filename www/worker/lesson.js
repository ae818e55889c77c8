/// <reference path="./assets.d.ts" />
/**
 * What a board here and there shows beside networks. No other file of the page imports this package.
 */

import init from "../../pkg/lesson/chalknet.js";
import wasmUrl from "../../pkg/lesson/chalknet_bg.wasm?url";
import { packageWhenNeeded } from "./wasm.js";

export {
  Letters,
  RulesExamples,
  factorize,
  qLearn,
} from "../../pkg/lesson/chalknet.js";

/** Resolves when the exports can be used. */
export const lessonReady = packageWhenNeeded(wasmUrl, init);
