/* The package in Node, which fetches no files: the core is read from the disk. */
import { readFile } from "node:fs/promises";
import { loadFrom } from "./load.js";

loadFrom(() => readFile(new URL("./core_bg.wasm", import.meta.url)));

export * from "./index.js";
export { default } from "./index.js";
