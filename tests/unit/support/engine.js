/* The engine, for what uses it in a worker: a bundler knows where its WebAssembly and its worker are, Node has to be told. */
import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { after } from "node:test";
import init from "../../../pkg/engine/chalknet.js";

// What waits for messages in a worker would wait here, too, and the tests would never end.
after(() => setImmediate(() => process.exit()));

const hook = `export const resolve = (specifier, context, next) =>
  /[.]wasm[?]url$|[?]worker$/.test(specifier) ? { url: "data:text/javascript,export default ''", shortCircuit: true } : next(specifier, context);`;

/** Lets modules that need the engine be imported, and resolves when it can be used, to what it exports. */
export async function startEngine() {
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
  return init({ module_or_path: await readFile(new URL("../../../pkg/engine/chalknet_bg.wasm", import.meta.url)) });
}
