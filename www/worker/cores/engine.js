/// <reference path="../assets.d.ts" />
/** The engine on several cores. */

import compiled, { Trainer, setThreads } from "../../../pkg/threads/chalknet.js";
import { Cores } from "./cores.js";
import { offerSleep } from "./sleep.js";

export * from "../../../pkg/threads/chalknet.js";
export { default as wasmUrl } from "../../../pkg/threads/chalknet_bg.wasm?url";

/** @type {Cores | null} */
export let cores = null;

/** @param {{ module_or_path: BufferSource }} source */
export async function init({ module_or_path }) {
  const module = await WebAssembly.compile(module_or_path);
  const { memory } = await compiled({ module_or_path: module });
  offerSleep(memory);
  cores = new Cores({ Trainer, setThreads }, { module, memory });
}
