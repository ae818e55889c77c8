/* Data that are cut, changed or missing: refused, tried again, reported; training goes on with the rest. */
import { button, expectAbove, openDigits, readout, tamper } from "./breaking.js";
import { expect, test } from "./support/test.js";

// Files that are missing, among files that come.
test.use({ data: "whole" });

/** @import { Page } from "@playwright/test" */

const shard = /\/train-02\.\w+\.bin$/;
const shardName = /train-02/;

/** @param {Page} page */
async function expectTrainingOnTheRest(page) {
  await expect(page.getByRole("alert")).toContainText(shardName);
  await button(page, "Train").click();
  // Past the place of the file that is missing.
  await expectAbove(page, "Step", 600);
  await expectAbove(page, "Test accuracy", 80);
}

test("a file with one byte changed", async ({ page }) => {
  const seen = await tamper(page, shard, (route, body) => {
    body[1000] = (body[1000] ?? 0) ^ 1;
    return route.fulfill({ body });
  });
  await openDigits(page, "backend=cpu");
  await expectTrainingOnTheRest(page);
  expect(seen.requests).toBe(3);
});

test("a file that is cut short", async ({ page }) => {
  const seen = await tamper(page, shard, (route, body) => route.fulfill({ body: body.subarray(0, -100) }));
  await openDigits(page, "backend=cpu");
  await expectTrainingOnTheRest(page);
  expect(seen.requests).toBe(3);
});

test("a file that is missing, and can be had when asked for again", { tag: "@every-engine" }, async ({ page }) => {
  const seen = await tamper(page, shard, (route) => route.fulfill({ status: 404 }));
  await openDigits(page, "backend=cpu");
  await expectTrainingOnTheRest(page);
  expect(seen.requests).toBe(3);
  await page.unroute(shard);
  await button(page, "Try again").click();
  await expect(page.getByRole("alert")).toHaveText("");
});

test("a file that arrives damaged once is fetched again, and nobody is troubled", async ({ page }) => {
  let damaged = 0;
  const seen = await tamper(page, shard, (route, body) => {
    if (damaged++ === 0) body[1000] = (body[1000] ?? 0) ^ 1;
    return route.fulfill({ body });
  });
  await openDigits(page, "backend=cpu");
  await expect.poll(() => seen.requests).toBe(2);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 600);
  await expect(page.getByRole("alert")).toHaveText("");
});

test("without the list of files nothing can be learnt; it is said, and can be tried again", async ({ page }) => {
  const list = /\/manifest\.json$/;
  const seen = await tamper(page, list, (route) => route.fulfill({ status: 404 }));
  await openDigits(page, "backend=cpu");
  await expect(page.getByRole("alert")).toContainText(/data/i);
  expect(seen.requests).toBe(3);
  await page.unroute(list);
  await button(page, "Try again").click();
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
});

test("data that never come are missed within 15 seconds, and a network that has learnt nothing is not said to have lost it", async ({ page }) => {
  await page.route(/\/train-\d+\.\w+\.bin$/, () => {});
  await openDigits(page, "backend=cpu");
  // By then its fresh weights would have been kept for the second time.
  await page.waitForTimeout(2500);
  await button(page, "Train").click();
  await expect(readout(page, "State")).toContainText(/Waiting for data: \d+/);
  const ruin = button(page, "Back to the last good weights").waitFor({ timeout: 4000 }).then(() => true, () => false);
  await expect(page.getByRole("alert")).toContainText(/train-00.*could not be loaded|could not be loaded.*train-00/, { timeout: 16_000 });
  expect(await ruin).toBe(false);
  await page.unroute(/\/train-\d+\.\w+\.bin$/);
});

test("a login page in the place of the data is called one, and nothing can be trained into the void", async ({ page }) => {
  await page.route(/\/manifest\.json$/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Log in</title>" }));
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=64&batchSize=32");
  await expect(page.getByRole("alert")).toContainText(/web page came.*login/);
  await expect(button(page, "Train")).toBeDisabled();
  await expect(readout(page, "State")).toContainText("no data");
  await page.unroute(/\/manifest\.json$/);
  await button(page, "Try again").click();
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
});

test("one missing file makes one notice, and it is left alone while the other files come", async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) if (node instanceof Element && node.matches(".problem")) document.documentElement.dataset.problems += "+";
        }
      }).observe(document, { childList: true, subtree: true });
    });
  });
  await page.route(/\/train-00\.\w+\.bin$/, (route) => route.fulfill({ status: 404 }));
  await openDigits(page, "backend=cpu");
  await button(page, "Try again").focus();
  await button(page, "Train").dispatchEvent("click");
  await expectAbove(page, "Test accuracy", 80);
  await expect(button(page, "Try again")).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.dataset.problems?.match(/\+/g)?.length)).toBe(1);
});
