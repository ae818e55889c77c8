/* The package in Node, which fetches no files: they are read from the disk. */
import { readFile } from "node:fs/promises";
import { fetchWith } from "./load.js";

fetchWith((address) => (String(address).startsWith("file:") ? readFile(new URL(address)) : fetch(address)));

export * from "./index.js";
export { default } from "./load.js";
