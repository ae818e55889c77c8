/// <reference path="./assets.d.ts" />
/** The engine on one core. */

export * from "../../pkg/engine/chalknet.js";
export { default as init } from "../../pkg/engine/chalknet.js";
export { default as wasmUrl } from "../../pkg/engine/chalknet_bg.wasm?url";
