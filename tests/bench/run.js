/*
 * `cargo xtask bench`: measures the project against its peers, all in one headless Chromium.
 *
 * A benchmark is a module beside this file that exports `contenders`: what to measure, in groups, each beginning with
 * what the others of the group are compared with. Rounds go over all contenders in turn, each round beginning with
 * another one, so that a machine that slows down slows all of them.
 *
 *   node tests/bench/run.js [--only NAME] [--rounds N] [--seed N] [--json FILE] [--picture FILE]
 *
 * The seed is that of the first run, where each has one of its own. The picture is that of the sweep.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { extname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { measurePage } from "./page.js";
import { sweepPicture } from "./sweep-picture.js";
import { printTable } from "./table.js";

/** @import { Result } from "./table.js" */

/** Those that run within a page of their own; "page" watches the site itself. */
const MODULES = ["digits", "convolutions", "reading", "playground", "roofline", "sweep", "next-networks", "next-few"];
const BENCHMARKS = [...MODULES, "page"];
const ROOT = join(import.meta.dirname, "../..");
const BUNDLES = join(ROOT, "test-results/bench");
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

const { values: options } = parseArgs({
  options: { only: { type: "string" }, rounds: { type: "string", default: "5" }, seed: { type: "string", default: "1" }, json: { type: "string" }, picture: { type: "string" } },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a whole number from 1 on, not ${options.rounds}`);
const seed = Number(options.seed);
if (!Number.isInteger(seed) || seed < 0) throw new Error(`--seed takes a whole number from 0 on, not ${options.seed}`);
const chosen = BENCHMARKS.filter((name) => options.only === undefined || name === options.only);
if (chosen.length === 0) throw new Error(`--only takes one of: ${BENCHMARKS.join(", ")}`);

await build({
  configFile: false,
  root: ROOT,
  publicDir: false,
  logLevel: "error",
  build: {
    outDir: BUNDLES,
    emptyOutDir: true,
    target: "es2023",
    rollupOptions: {
      input: MODULES.map((name) => join(import.meta.dirname, `${name}.js`)),
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js" },
    },
  },
});

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
  const body = path === "/" ? "<!doctype html><link rel=icon href=data:><title>bench</title>" : await fileAt(path);
  response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(path) || ".html"] ?? "text/plain" });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "localhost", () => resolve(null)));
const address = server.address();
const origin = `http://localhost:${address && typeof address === "object" ? address.port : 0}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // Chromium refuses to start as root, as it often is in a container, unless its sandbox is off. A software adapter
  // is offered only where WebGPU is allowed to be unsafe.
  args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--enable-unsafe-webgpu"],
});
try {
  const processes = await browser.newBrowserCDPSession();
  const page = await browser.newPage();
  await page.exposeFunction("processorSeconds", async () => {
    const { processInfo } = await processes.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  });
  await page.goto(origin);
  const adapter = await page.evaluate(adapterName);
  console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores; ${adapter}; Chromium ${browser.version()}; ${rounds} rounds`);
  /** @type {Record<string, Result[]>} */
  const results = {};
  for (const name of chosen) {
    const path = `/test-results/bench/${name}.js`;
    const found = name === "page" ? await measurePage(browser, `${origin}/dist/index.html`, rounds) : await page.evaluate(measure, { path, rounds, seed });
    results[name] = found;
    printTable(name, found);
    if (name === "sweep" && options.picture) await writeFile(options.picture, sweepPicture(found, adapter));
    // What one benchmark has loaded must not weigh on the next.
    await page.reload();
  }
  if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}

/** The bundles name their own files from the root. @param {string} path */
async function fileAt(path) {
  const place = path.startsWith("/assets/") ? join(BUNDLES, path) : join(ROOT, path);
  return readFile(place).catch(() => null);
}

/** Runs in the page. */
async function adapterName() {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) return "no WebGPU adapter";
  const { vendor, architecture, description } = adapter.info;
  return `WebGPU on ${[vendor, architecture, description].filter(Boolean).join(" ")}`;
}

/**
 * Runs in the page.
 * @param {{ path: string, rounds: number, seed: number }} what
 * @returns {Promise<Result[]>}
 */
async function measure({ path, rounds, seed }) {
  /** What is not timed is the same on any machine. @typedef {Omit<Result, "values"> & { isTimed?: boolean, measure: () => number | Promise<number> }} Contender */
  /** @type {{ contenders: (seed: number) => Promise<Contender[]> }} */
  const benchmark = await import(path);
  const contenders = await benchmark.contenders(seed);
  const { processorSeconds } = /** @type {typeof globalThis & { processorSeconds: () => Promise<number> }} */ (globalThis);
  const results = contenders.map(({ group, name, unit, loss, setting, isTimed = true }) => {
    const cores = isTimed ? { cores: /** @type {number[]} */ ([]) } : {};
    return { group, name, unit, loss, setting, values: /** @type {number[]} */ ([]), ...cores };
  });
  // The first time is the warm-up, and does not count.
  for (const { isTimed = true, measure } of contenders) if (isTimed) await measure();
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const place = (round + turn) % contenders.length;
      const [start, before] = [performance.now(), await processorSeconds()];
      results[place]?.values.push((await contenders[place]?.measure()) ?? NaN);
      results[place]?.cores?.push((1000 * ((await processorSeconds()) - before)) / (performance.now() - start));
    }
  }
  return results;
}
