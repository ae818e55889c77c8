/*
 * `cargo xtask bench`: measures the project against its peers, all in one headless Chromium.
 *
 * A benchmark is a module beside this file that exports `contenders`: what to measure, the first one being the peer that
 * the others' ratios are to. Rounds go over all contenders in turn, each round beginning with another one, so that a
 * machine that slows down slows all of them.
 *
 *   node tests/bench/run.js [--only NAME] [--rounds N] [--json FILE]
 */
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

/** @typedef {{ name: string, unit: string, values: number[] }} Result */

const BENCHMARKS = ["playground"];
const ROOT = join(import.meta.dirname, "../..");
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

const { values: options } = parseArgs({
  options: { only: { type: "string" }, rounds: { type: "string", default: "5" }, json: { type: "string" } },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a whole number from 1 on, not ${options.rounds}`);
const chosen = BENCHMARKS.filter((name) => options.only === undefined || name === options.only);
if (chosen.length === 0) throw new Error(`--only takes one of: ${BENCHMARKS.join(", ")}`);

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
  const body = path === "/" ? "<!doctype html><title>bench</title>" : await readFile(join(ROOT, path)).catch(() => null);
  response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(path) || ".html"] ?? "text/plain" });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "localhost", () => resolve(null)));
const address = server.address();
const port = address && typeof address === "object" ? address.port : 0;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // Chromium refuses to start as root, as it often is in a container, unless its sandbox is off.
  args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores; Chromium ${browser.version()}; ${rounds} rounds`);
  /** @type {Record<string, Result[]>} */
  const results = {};
  for (const name of chosen) {
    results[name] = await page.evaluate(measure, { path: `/tests/bench/${name}.js`, rounds });
    print(name, results[name]);
  }
  if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}

/**
 * Runs in the page.
 * @param {{ path: string, rounds: number }} what
 * @returns {Promise<Result[]>}
 */
async function measure({ path, rounds }) {
  /** @type {{ contenders: () => Promise<{ name: string, unit: string, measure: () => Promise<number> }[]> }} */
  const benchmark = await import(path);
  const contenders = await benchmark.contenders();
  const results = contenders.map(({ name, unit }) => ({ name, unit, values: /** @type {number[]} */ ([]) }));
  // The first time is the warm-up, and does not count.
  for (const contender of contenders) await contender.measure();
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const place = (round + turn) % contenders.length;
      results[place]?.values.push((await contenders[place]?.measure()) ?? NaN);
    }
  }
  return results;
}

/**
 * @param {string} name
 * @param {Result[]} results
 */
function print(name, results) {
  const peer = median(results[0]?.values ?? []);
  console.log(`\n${name}`);
  console.log(`${"".padEnd(56)}${["median", "min", "max", "ratio"].map((head) => head.padStart(10)).join("")}`);
  for (const { name, unit, values } of results) {
    const numbers = [median(values), Math.min(...values), Math.max(...values)].map((value) => Math.round(value).toLocaleString("en"));
    const cells = [...numbers, (median(values) / peer).toFixed(2)].map((cell) => cell.padStart(10));
    console.log(`${`${name}, ${unit}`.padEnd(56)}${cells.join("")}`);
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
