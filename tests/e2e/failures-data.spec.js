/* Data that are cut, changed or missing: refused, tried again, reported; training goes on with the rest. */
import { button, expectAbove, openDigits, tamper } from "./breaking.js";
import { expect, test } from "./support/test.js";

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

test("a file that is missing, and can be had when asked for again", async ({ page }) => {
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
