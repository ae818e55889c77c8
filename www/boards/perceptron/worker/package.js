/// <reference path="../../../worker/assets.d.ts" />
/**
 * The board's own package, a small one: neither the board nor its picture on the cover needs more. No other file of the page
 * imports it.
 */

import init from "../../../../pkg/perceptron/chalknet.js";
import wasmUrl from "../../../../pkg/perceptron/chalknet_bg.wasm?url";
import { packageWhenNeeded } from "../../../worker/wasm.js";

export {
  perceptronAnswer,
  perceptronLearn,
  perceptronMap,
  perceptronStart,
} from "../../../../pkg/perceptron/chalknet.js";

/** Resolves when the exports can be used. */
export const packageReady = packageWhenNeeded(wasmUrl, init);
