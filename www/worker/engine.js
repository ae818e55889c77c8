/**
 * The engine, and what most boards need beside it. What it exports can be used once `engineReady` has resolved.
 */

import * as alone from "./alone.js";
import { tell, whenNeeded } from "./arrival.js";
import { fetchPackage } from "./wasm.js";

/** @import { Trainer as CompiledTrainer, TrainerOptions } from "../../pkg/engine/chalknet.js" */
/** @import { Cores } from "./cores/cores.js" */
/** @typedef {CompiledTrainer} TrainerHandle */
/** @typedef {TrainerOptions} Options */

export let { Trainer, divergences, integralNodes, lossSurface, parsePoints, planar, samplePlaces, sha256, sketch, targetKnots, targetValues } = alone.engine;

/** Those that a step on the CPU is divided among, where several workers may share one memory. @type {Cores | null} */
export let cores = null;

/** Resolves when the exports can be used. */
export const engineReady = whenNeeded(async () => {
  // Browsers allow it only in a page that no other can look into; and one core alone has nothing of it.
  const shared = self.crossOriginIsolated && navigator.hardwareConcurrency > 1 ? await import("./cores/engine.js") : null;
  if (shared?.memory) {
    await fetchPackage(shared.wasmUrl, shared.init);
    ({ cores, Trainer, divergences, integralNodes, lossSurface, parsePoints, planar, samplePlaces, sha256, sketch, targetKnots, targetValues } = shared);
  } else await fetchPackage(alone.wasmUrl, alone.init);
  tell({ state: "ready" });
});
