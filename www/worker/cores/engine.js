/// <reference path="../assets.d.ts" />
/** The engine on several cores. */

import compiled, { Trainer, setThreads } from "../../../pkg/threads/chalknet.js";
import { Cores } from "./cores.js";
import { offerSleep } from "./sleep.js";

export * from "../../../pkg/threads/chalknet.js";
export { default as wasmUrl } from "../../../pkg/threads/chalknet_bg.wasm?url";

/** In pages of 64 KiB: it begins with more than the module asks for, and may grow to what the linker was told. */
const PAGES = { initial: 64, maximum: 16_384 };

/** Null where the browser has no place for one so large, as on some phones. */
export const memory = newMemory();

/** @type {Cores | null} */
export let cores = null;

/** @param {{ module_or_path: BufferSource }} source */
export async function init({ module_or_path }) {
  if (!memory) return;
  const module = await WebAssembly.compile(module_or_path);
  await compiled({ module_or_path: module, memory });
  offerSleep(memory);
  cores = new Cores({ Trainer, setThreads }, { module, memory });
}

function newMemory() {
  try {
    return new WebAssembly.Memory({ ...PAGES, shared: true });
  } catch {
    return null;
  }
}
