/* Training on several cores, where the page is isolated and its workers share one memory. */
import { readFile } from "node:fs/promises";
import { beforeWorker, button, expectAbove, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { BrowserContext, Page } from "@playwright/test" */

test.use({ data: "isolated" });

/** With layers large enough for their work to be divided. */
const board = "#/digits?hidden=200&batchSize=100&optimizer=adam&view=code";

/**
 * A page on a machine that has one core more than `threads`, and has found out that all of these pay.
 * @param {BrowserContext} context
 * @param {number} threads
 * @param {string} [otherwise] what else is different in its worker
 */
async function pageWith(context, threads, otherwise = "") {
  const page = await context.newPage();
  await beforeWorker(page, `Object.defineProperty(navigator, "hardwareConcurrency", { get: () => ${Math.max(threads, 2) + 1} }); ${otherwise}`);
  await page.goto(`./?lang=en&backend=cpu${board}`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.evaluate(
    async ([key, value]) => {
      const cache = await caches.open("chalknet tuning");
      await cache.put(`/chalknet-tuning?${encodeURIComponent(key)}`, new Response(value));
    },
    /** @type {const} */ ([`threads of ${Math.max(threads, 2)}`, String(threads)]),
  );
  return page;
}

/** Helpers of the page's worker. @param {Page} page */
const helpersOf = (page) => page.workers().filter((worker) => worker.url().includes("helper")).length;

/** The network after some steps. @param {Page} page */
async function learnt(page) {
  for (let step = 1; step <= 5; step += 1) {
    await button(page, "Step").click();
    await expect(readout(page, "Step")).toHaveText(String(step));
  }
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save network").click()]);
  return readFile(await download.path());
}

test("one, two and four cores learn the same, bit for bit", async ({ context }) => {
  test.slow();
  /** @type {Buffer[]} */
  const networks = [];
  for (const threads of [1, 2, 4]) {
    const page = await pageWith(context, threads);
    networks.push(await learnt(page));
    expect(helpersOf(page), `${threads} threads`).toBe(threads - 1);
    await page.close();
  }
  const [one, ...others] = networks;
  for (const other of others) expect(other.equals(one ?? Buffer.of())).toBe(true);
});

test("how many cores pay is found by trying, before the first step, and remembered", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu${board}`);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 3);
  const remembered = await page.evaluate(async () => {
    const cache = await caches.open("chalknet tuning");
    const [key] = await cache.keys();
    return key && (await (await cache.match(key))?.text());
  });
  expect(remembered).toMatch(/^[1-9]$/);
  await expect.poll(() => helpersOf(page), { message: "whoever does not pay has gone" }).toBe(Number(remembered) - 1);
});

test("a helper that does not come is done without", async ({ context }) => {
  const page = await pageWith(context, 2, 'Worker = class extends Worker { constructor(url, options) { super(`${url}`.replace("helper", "gone"), options); } }');
  await button(page, "Train").click();
  await expectAbove(page, "Step", 3);
  expect(helpersOf(page)).toBe(0);
});

test("where there is no room for a memory that workers share, as on some phones, one core learns", async ({ context }) => {
  const page = await pageWith(context, 2, 'WebAssembly.Memory = class { constructor() { throw new RangeError("could not allocate memory"); } }');
  await button(page, "Train").click();
  await expectAbove(page, "Step", 3);
  expect(helpersOf(page)).toBe(0);
});

test("the race's CPU is one core, as it says, however many there are", async ({ context }) => {
  const page = await pageWith(context, 2);
  // With workers of its own.
  await page.goto("about:blank");
  await page.goto("./?lang=en&backend=cpu#/revolution?tab=race&network=128&distance=100");
  await button(page, "Start race").click();
  await expect(page.getByRole("progressbar", { name: "CPU" })).toHaveAttribute("aria-valuetext", "100 of 100 batches", { timeout: 30_000 });
  expect(helpersOf(page)).toBe(0);
});

test.describe("where the server isolates nothing", () => {
  test.use({ data: "two shards" });

  test("one core learns, and nothing is asked for that only several would use", async ({ page, requests }) => {
    await page.goto(`./?lang=en&backend=cpu${board}`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await button(page, "Train").click();
    await expectAbove(page, "Step", 3);
    expect(requests.filter((url) => /\.wasm$/.test(url))).toHaveLength(1);
    expect(requests.filter((url) => /helper|engine\.worker/.test(url))).toEqual([]);
  });
});

test.describe("with its service worker", () => {
  test.use({ data: "whole", serviceWorkers: "allow" });

  test("the page is isolated from its next opening on, without its server, and in no way before", async ({ page }) => {
    await page.goto(`./?lang=en&backend=cpu${board}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await button(page, "Train").click();
    await expectAbove(page, "Step", 3);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await button(page, "Pause").click();
    await page.goto("about:blank");
    await page.goto(`./?lang=en&backend=cpu${board}`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await button(page, "Train").click();
    await expectAbove(page, "Step", 3);
  });
});

test("the presenter's window and an isolated page keep together", async ({ page }) => {
  await page.goto("./?lang=en#/teach");
  const [notes] = await Promise.all([page.waitForEvent("popup"), button(page, "Presenter window").click()]);
  await button(notes, "Next act").click();
  await expect(page).toHaveURL(/#\/perceptron/);
  await page.locator("body").press("ArrowRight");
  await expect(notes.getByRole("heading", { name: "What does a second layer buy?" })).toBeVisible();
});
