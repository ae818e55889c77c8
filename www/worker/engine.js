/// <reference path="./assets.d.ts" />
/**
 * The engine, and what most boards need beside it. What it exports is there once `engineReady` has resolved.
 */

import { tell, whenNeeded } from "./arrival.js";
import { fetchPackage } from "./wasm.js";

/** @import { Trainer as CompiledTrainer, TrainerOptions } from "../../pkg/engine/chalknet.js" */
/** @typedef {CompiledTrainer} TrainerHandle */
/** @typedef {TrainerOptions} Options */
/** @typedef {Omit<typeof import("../../pkg/engine/chalknet.js"), "default" | "initSync">} Package on one core or several */

export let /** @type {Package["Trainer"]} */ Trainer;
export let /** @type {Package["divergences"]} */ divergences;
export let /** @type {Package["integralNodes"]} */ integralNodes;
export let /** @type {Package["lossSurface"]} */ lossSurface;
export let /** @type {Package["parsePoints"]} */ parsePoints;
export let /** @type {Package["planar"]} */ planar;
export let /** @type {Package["samplePlaces"]} */ samplePlaces;
export let /** @type {Package["sha256"]} */ sha256;
export let /** @type {Package["sketch"]} */ sketch;
export let /** @type {Package["targetKnots"]} */ targetKnots;
export let /** @type {Package["targetValues"]} */ targetValues;

/** The cores that help where several may work on one memory; null elsewhere. @type {import("./cores/cores.js").Cores | null} */
export let cores = null;

/** Resolves when the exports can be used. */
export const engineReady = whenNeeded(async () => {
  // Browsers let workers share memory only in a page that no other can look into; and one core alone has nothing of it.
  const found = await (self.crossOriginIsolated && navigator.hardwareConcurrency > 1 ? import("./cores/engine.js") : import("./alone.js"));
  await fetchPackage(found.wasmUrl, found.init);
  use(found);
  if ("cores" in found) ({ cores } = found);
  tell({ state: "ready" });
});

/** Has the exports be those of a package that is loaded. @param {Package} engine */
export function use(engine) {
  ({ Trainer, divergences, integralNodes, lossSurface, parsePoints, planar, samplePlaces, sha256, sketch, targetKnots, targetValues } = engine);
}
