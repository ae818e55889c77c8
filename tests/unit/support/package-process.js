/* The package in a process of its own, for what is loaded once and can be lost. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const at = (/** @type {string} */ file) => JSON.stringify(new URL(`../../../pkg/chalknet/${file}`, import.meta.url).href);

/** What a program prints, as JSON; it has printed nothing else, and ended well. @param {string} program */
export async function run(program) {
  const script = `
    import { readFile } from "node:fs/promises";
    const { default: init, Trainer, describeCheckpoint } = await import(${at("node.js")});
    const file = new URL(${at("core_bg.wasm")});
    const codeOf = (call) => Promise.resolve().then(call).then(() => "none", ({ code, message }) => code ?? message);
    const options = { layers: [2, 2], seed: 1 };
    ${program}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { timeout: 30_000 });
  return JSON.parse(stdout);
}
