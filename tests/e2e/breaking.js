/* Ways of breaking the real thing, and of reading what the page makes of it. */
import { expect } from "./support/test.js";

/** @import { Page, Route } from "@playwright/test" */

/** A network small enough for software and for the patience of tests. */
const small = "hidden=64&batchSize=32";

/**
 * The digits board in English with a small network, ready to train.
 * @param {Page} page
 * @param {string} [query] more of the page's part of the address: "backend=cpu"
 */
export async function openDigits(page, query = "") {
  await page.goto(`./?lang=en&${query}#/digits?${small}`);
  await expect(button(page, "Train")).toBeEnabled();
  await expect(readout(page, "Device")).toContainText(/CPU|WebGPU/);
}

/** @param {Page} page @param {string} name */
export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** @param {Page} page @param {string} name */
export const readout = (page, name) => page.getByRole("status", { name, exact: true });

/**
 * The number that a read-out shows; NaN where it shows none. A percentage is its number: 97.5.
 * @param {Page} page
 * @param {string} name
 */
export async function number(page, name) {
  const text = (await readout(page, name).textContent()) ?? "";
  return Number.parseFloat(text.replace(/[^\d.]/g, ""));
}

/**
 * Waits until a read-out shows more than `bound`.
 * @param {Page} page
 * @param {string} name
 * @param {number} bound
 * @param {number} [timeout] in milliseconds
 */
export async function expectAbove(page, name, bound, timeout = 30_000) {
  await expect.poll(() => number(page, name), { message: `${name} above ${bound}`, timeout }).toBeGreaterThan(bound);
}

/**
 * Watches a read-out from now on.
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<() => Promise<number>>} tells the lowest number that it has shown since
 */
export async function watchLowest(page, name) {
  await readout(page, name).evaluate((element) => {
    const watch = () => {
      const value = Number.parseFloat((element.textContent ?? "").replace(/[^\d.]/g, ""));
      if (!(value >= Number(element.dataset.lowest ?? Infinity)) && !Number.isNaN(value)) element.dataset.lowest = String(value);
    };
    watch();
    new MutationObserver(watch).observe(element, { childList: true, characterData: true, subtree: true });
  });
  return async () => Number(await readout(page, name).getAttribute("data-lowest"));
}

/** What the worker's script begins with as the bundler names it (vite/early-worker.js). */
const workerScript = /\/common\.worker-[\w-]+\.js$/;

/**
 * Runs `code` in every worker before its own script.
 * @param {Page} page
 * @param {string} code
 */
export async function beforeWorker(page, code) {
  await page.route(workerScript, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};\n${await response.text()}` });
  });
}

/**
 * Runs `code` in the worker that is at work.
 * @param {Page} page
 * @param {string} code
 */
export async function inWorker(page, code) {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error("the page has no worker");
  await worker.evaluate(code);
}

/**
 * Changes the files of that name on their way to the page, and counts the requests for them.
 * @param {Page} page
 * @param {RegExp} name
 * @param {(route: Route, body: Buffer) => Promise<void>} change
 */
export async function tamper(page, name, change) {
  const seen = { requests: 0 };
  await page.route(name, async (route) => {
    seen.requests += 1;
    const response = await route.fetch();
    await change(route, await response.body());
  });
  return seen;
}

/**
 * Draws a one: a press of the pen down the middle of the canvas.
 * @param {Page} page
 */
export async function drawOne(page) {
  const box = await page.getByLabel("Draw a digit").boundingBox();
  if (!box) throw new Error("there is no canvas to draw on");
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x, box.y + box.height * 0.8, { steps: 12 });
  await page.mouse.up();
}
