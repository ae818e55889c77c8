/* The page with the network unplugged, and when it is back. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeServiceWorker } from "../../vite/service-worker.js";
import { button, expectAbove, number } from "./breaking.js";
import { serveCopy } from "./support/server.js";
import { expect, test as base } from "./support/test.js";

/** @import { Fixtures, Page, PlaywrightTestArgs, PlaywrightTestOptions } from "@playwright/test" */

/** @typedef {Awaited<ReturnType<typeof serveCopy>>} Served */

const test = base.extend(
  /** @type {Fixtures<{ served: Served }, {}, PlaywrightTestArgs & PlaywrightTestOptions>} */ ({
    served: async ({}, use) => {
      const served = await serveCopy();
      await use(served);
      served.close();
    },
    baseURL: ({ served }, use) => use(served.url),
  }),
);

test.use({ serviceWorkers: "allow" });

/** Opens a board and waits until the whole site has been kept. @param {Page} page @param {string} address */
async function visit(page, address) {
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** Names of what is kept at this address, but for what was found out about the machine. @param {Page} page */
async function kept(page) {
  const names = await page.evaluate(() => caches.keys());
  return names.filter((name) => name !== "chalknet tuning");
}

/**
 * Trains on to beyond `step`, and pauses: on a small machine a busy worker holds up what the browser does beside it.
 * @param {Page} page
 * @param {number} step
 */
async function trainAbove(page, step) {
  await button(page, "Train").click();
  await expectAbove(page, "Step", step);
  await button(page, "Pause").click();
}

const digits = "./?lang=en&backend=cpu#/digits?hidden=32";
const edition = (/** @type {Page} */ page) => page.locator("meta[name=description]");

/** Puts another version on the server. @param {string} folder */
function publish(folder) {
  const index = join(folder, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace(/name="description" content="/, "$&Second edition. "));
  writeServiceWorker(folder);
}

test("after one visit the page works with the network unplugged, data included", { tag: "@every-engine" }, async ({ page, context, served }) => {
  await visit(page, digits);
  served.unplug();
  await context.setOffline(true);
  // What this page has not asked for yet is there, too.
  await page.getByRole("link", { name: "Perceptron" }).click();
  await expect(page.getByRole("heading", { name: "What can one line decide?" })).toBeVisible();
  await page.close();

  const later = await context.newPage();
  await later.goto(digits);
  await expect(later.getByText("MNIST, 60,000 images")).toBeVisible();
  await button(later, "Train").click();
  await expectAbove(later, "Test accuracy", 50);
});

/** The part of the browser's memory that the site keeps its files in. */
const CACHE = "chalknet";

/** How many files are kept. @param {Page} page */
const countKept = (page) =>
  page.evaluate(async (prefix) => {
    const name = (await caches.keys()).find((key) => key.startsWith(prefix));
    return name ? (await (await caches.open(name)).keys()).length : 0;
  }, CACHE);

test("a kept file that is damaged is replaced before it is taken, and one that cannot be replaced stays", async ({ page, served }) => {
  await visit(page, "./?lang=en&backend=cpu#/check");
  const damage = () =>
    page.evaluate(async (prefix) => {
      const name = (await caches.keys()).find((key) => key.startsWith(prefix)) ?? "";
      const cache = await caches.open(name);
      const scripts = (await cache.keys()).filter(({ url }) => /\/rules[.\w-]*\.(js|css)\?/.test(url));
      for (const script of scripts) await cache.put(script, new Response("} damaged {", { headers: { "content-type": "text/javascript" } }));
      return scripts.length;
    }, CACHE);
  expect(await damage()).toBeGreaterThan(2);
  await page.getByRole("link", { name: "Rules" }).click();
  await expect(page.getByRole("heading", { name: "When are rules enough, and when do they break?" })).toBeVisible();
  const script = await page.evaluate(() => performance.getEntriesByType("resource").find(({ name }) => /\/rules-[\w-]+\.js$/.test(name))?.name ?? "");
  served.unplug();
  const again = (/** @type {RequestCache} */ cache) => page.evaluate(async ([url = "", cache]) => (await (await fetch(url, { cache: /** @type {RequestCache} */ (cache) })).text()).length, [script, cache]);
  expect(await again("default"), "what was put right is kept").toBeGreaterThan(1000);
  expect(await again("reload"), "there is nothing to replace it with").toBeGreaterThan(1000);
  expect(await again("default")).toBeGreaterThan(1000);
});

test("what was kept and has been cleared away is kept again", async ({ page, context, served }) => {
  await visit(page, digits);
  const all = await countKept(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await expect(button(page, "Train")).toBeVisible();
  await expect.poll(() => countKept(page)).toBe(all);
  served.unplug();
  await context.setOffline(true);
  await page.reload();
  await expect(button(page, "Train")).toBeVisible();
});

test("a page that was kept in part, since the browser stopped in the middle of it, is kept whole at the next visit", async ({ page }) => {
  await visit(page, digits);
  const all = await countKept(page);
  // What this board does not ask for.
  const lost = await page.evaluate(async (prefix) => {
    const cache = await caches.open((await caches.keys()).find((key) => key.startsWith(prefix)) ?? "");
    const others = (await cache.keys()).filter(({ url }) => /\/(perceptron|rules)[-.]/.test(url));
    return (await Promise.all(others.map((request) => cache.delete(request)))).length;
  }, CACHE);
  expect(lost).toBeGreaterThan(3);
  await page.reload();
  await expect.poll(() => countKept(page)).toBe(all);
});

test("a browser that does not let what is kept be read shows the page from the server", async ({ page, served }) => {
  const script = join(served.folder, "service-worker.js");
  const breakable = `let isBroken = false;
    const open = caches.open.bind(caches);
    caches.open = (name) => (isBroken ? Promise.reject(new DOMException("An attempt was made to break through the security policy.", "SecurityError")) : open(name));
    addEventListener("message", ({ data }) => { if (data === "break") isBroken = true; });
  `;
  writeFileSync(script, breakable + readFileSync(script, "utf8"));
  await visit(page, digits);
  await page.evaluate(() => navigator.serviceWorker.controller?.postMessage("break"));
  await page.reload();
  await expect(button(page, "Train")).toBeVisible();
  await expect(page.getByText("MNIST, 60,000 images")).toBeVisible();
});

test("a browser that gives no answer when it is asked for what is kept shows the page from the server", async ({ page, served }) => {
  const script = join(served.folder, "service-worker.js");
  const mutable = `let isMute = false;
    const open = caches.open.bind(caches);
    caches.open = (name) => (isMute ? new Promise(() => {}) : open(name));
    addEventListener("message", ({ data }) => { if (data === "mute") isMute = true; });
  `;
  writeFileSync(script, mutable + readFileSync(script, "utf8"));
  await visit(page, digits);
  await page.evaluate(() => navigator.serviceWorker.controller?.postMessage("mute"));
  await page.reload({ timeout: 12_000 });
  await expect(button(page, "Train")).toBeVisible();
});

test("where a network gives its sign-in page for everything, what is kept stays, and is shown", async ({ page, served }) => {
  await visit(page, digits);
  for (const name of ["index.html", "service-worker.js"]) writeFileSync(join(served.folder, name), "<!doctype html><title>Sign in</title><h1>Sign in</h1>");
  await page.reload();
  await expect(button(page, "Train")).toBeVisible();
  // The server is asked what it gives now once the page has had the time to fetch what it needs.
  await page.waitForTimeout(2500);
  await expect(button(page, "Train")).toBeVisible();
  expect(await kept(page)).toHaveLength(1);
  await page.reload();
  await expect(button(page, "Train")).toBeVisible();
});

test("where another page has taken the address it is shown, and nobody else's memory is touched", async ({ page, served }) => {
  await visit(page, digits);
  await page.evaluate(() => caches.open("somebody else's"));
  writeFileSync(join(served.folder, "index.html"), "<!doctype html><title>Another</title><h1>Another page</h1>");
  rmSync(join(served.folder, "service-worker.js"));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Another page" })).toBeVisible();
  expect(await kept(page)).toEqual(["somebody else's"]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("a new version leaves the run alone, and is taken when the reader says so", async ({ page, context, served }) => {
  await visit(page, digits);
  await trainAbove(page, 5);
  await context.setOffline(true);
  publish(served.folder);
  await context.setOffline(false);
  await expect(page.getByText("A new version of this page is here.")).toBeVisible();
  await trainAbove(page, await number(page, "Step"));
  await expect(edition(page), "nothing has been taken yet").not.toHaveAttribute("content", /Second edition/);
  await button(page, "Take it now").click();
  await expect(edition(page)).toHaveAttribute("content", /Second edition/);
});

test("without being asked for, the new version is there at the next visit", async ({ page, context, served }) => {
  await visit(page, digits);
  publish(served.folder);
  await page.reload();
  await expect(edition(page), "the version that was kept").not.toHaveAttribute("content", /Second edition/);
  await expect(page.getByText("A new version of this page is here.")).toBeVisible();
  await page.close();

  // The browser takes it once the version before has done what it does after its last page came: that takes some seconds, in
  // which a visit comes too early, and is one of that version.
  await expect(async () => {
    const next = await context.newPage();
    await next.goto(digits);
    const content = await edition(next).getAttribute("content");
    await next.close();
    expect(content).toMatch(/Second edition/);
  }).toPass({ intervals: [4000], timeout: 40_000 });
});
