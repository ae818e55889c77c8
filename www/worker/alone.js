/// <reference path="./assets.d.ts" />
/** The engine on one core. */

import init, {
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
import wasmUrl from "../../pkg/engine/chalknet_bg.wasm?url";

export const engine = { Trainer, divergences, integralNodes, lossSurface, parsePoints, planar, samplePlaces, sha256, sketch, targetKnots, targetValues };

export { init, wasmUrl };
