/* The package in Node, which fetches no files: the core is read from the disk. */
import { readFile } from "node:fs/promises";
import load, { loadFrom } from "./load.js";

loadFrom(() => readFile(new URL("./core_bg.wasm", import.meta.url)));

export * from "./index.js";

/** As everywhere, and from a file that a `file:` address names. */
export default async function init(options = {}) {
  const source = options?.module_or_path;
  const isFile = (source instanceof URL || typeof source === "string") && String(source).startsWith("file:");
  await load(isFile ? { module_or_path: readFile(new URL(source)) } : options);
}
