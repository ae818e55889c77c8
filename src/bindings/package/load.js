import start from "./core.js";
import { coded } from "./errors.js";
import { checkOptions } from "./options.js";

/** How what is at an address is had. */
let fetchFrom = (address) => fetch(address);
/** What lies beside the script, once it has been asked for. */
let own;
/** Whether the core has come. */
let isLoaded = false;
/** The last that began to make it ready. */
let turn = Promise.resolve();

/** Another way, for a place where not everything can be fetched. */
export function fetchWith(way) {
  fetchFrom = way;
}

/** Loads the core, once, however often it is called; what did not come is asked for again at the next call. */
export default async function init(options = {}) {
  checkOptions(options, ["module_or_path"]);
  const { module_or_path: source } = options;
  try {
    const given = await source;
    if (isLoaded) return;
    const module = await (source === undefined ? ownModule() : moduleOf(given));
    await (turn = turn.catch(() => {}).then(() => begin(module)));
  } catch (cause) {
    throw coded("not-loaded", `the core could not be loaded: ${cause?.message ?? cause}`, cause);
  }
}

/** Throws `not-loaded` where the core has not come. */
export function checkLoaded() {
  if (!isLoaded) throw coded("not-loaded", "the core has not been loaded; wait for init() first");
}

function ownModule() {
  own ??= moduleOf(new URL("./core_bg.wasm", import.meta.url)).catch((error) => {
    own = undefined;
    throw error;
  });
  return own;
}

/** What is at an address, or what was had from there, compiled. */
async function moduleOf(source) {
  if (source instanceof WebAssembly.Module) return source;
  const isAddress = typeof source === "string" || source instanceof URL || source instanceof Request;
  const from = isAddress ? await fetchFrom(source) : source;
  if (!(from instanceof Response)) return WebAssembly.compile(from);
  if (!from.ok) throw new Error(`${from.url} answers ${from.status}`);
  // While it comes only where the server says what it is.
  const canStream = from.headers.get("Content-Type") === "application/wasm";
  return canStream ? WebAssembly.compileStreaming(from) : WebAssembly.compile(await from.arrayBuffer());
}

/** Makes it ready, one after the other: of two that came at once, each would have a part of the trainers. */
async function begin(module) {
  if (isLoaded) return;
  // The script keeps whatever has been started, also where that was another program and failed.
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (!names.includes("trainer_create") || !names.includes("__wbindgen_start")) throw new Error("it is another program");
  await start({ module_or_path: module });
  isLoaded = true;
}
