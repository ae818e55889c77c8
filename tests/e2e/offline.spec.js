/* The page with the network unplugged, and when it is back. */
import { readFileSync, writeFileSync } from "node:fs";
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

test("after one visit the page works with the network unplugged, data included", async ({ page, context, served }) => {
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

  const next = await context.newPage();
  await next.goto(digits);
  await expect(edition(next)).toHaveAttribute("content", /Second edition/);
});
