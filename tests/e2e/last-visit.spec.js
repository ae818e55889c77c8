/* What a board had come to at the last visit is kept, and offered. */
import { readFile } from "node:fs/promises";
import { button, expectAbove, number, readout } from "./breaking.js";
import { digits, drawOn } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const board = "#/digits?hidden=16&batchSize=32&trainingImages=5000&untilEpoch=1";

/** What the browser keeps of a board, null as long as there is nothing. @param {Page} page @param {string} board */
const kept = (page, board) => page.evaluate((board) => new Promise((resolve) => {
  const opening = indexedDB.open("chalknet");
  opening.onupgradeneeded = () => opening.transaction?.abort();
  opening.onerror = () => resolve(null);
  opening.onsuccess = () => {
    const reading = opening.result.transaction("last-visit").objectStore("last-visit").get(board);
    reading.onsuccess = () => resolve(reading.result?.value ?? null);
  };
}), board);

/** Closes the page once the browser keeps what is on it. @param {Page} page @param {string} board */
async function leaveWith(page, board) {
  await expect.poll(() => kept(page, board)).not.toBeNull();
  await page.goto("about:blank");
}

test("a trained network is there again at the next visit: one press, and its run goes on with its curve", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu${board}`);
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 1.")).toBeVisible();
  await expect(readout(page, "Test accuracy")).toHaveText(/\d%$/);
  await expect.poll(async () => (await kept(page, "digits"))?.evaluation?.step, "as soon as it rests, with what these weights came to").toBe(157);
  const accuracy = await number(page, "Test accuracy");
  await page.goto("about:blank");
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=8");
  await expect(page.getByText(`at epoch 1 it had ${accuracy.toFixed(1)}% of the test images right`)).toBeVisible();
  await button(page, "Go on with it").click();
  await expect(readout(page, "Step")).toHaveText("157");
  await expect(readout(page, "Epoch")).toHaveText("1.00");
  await expect(readout(page, "Test accuracy")).toHaveText(`${accuracy.toFixed(1)}%`);
  await expect(readout(page, "Loss"), "the curve is there, too").toHaveText(/\d/);
  expect(page.url()).toContain("hidden=16");
  await button(page, "Step").click();
  await expectAbove(page, "Step", 157);
});

test("so is the playground's network, with its settings and its curve", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground&hidden=3&untilEpoch=20&speed=fastest");
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 20.")).toBeVisible();
  const loss = await readout(page, "Train loss").textContent();
  const step = await readout(page, "Step").textContent();
  await leaveWith(page, "playground");

  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground&hidden=2");
  await expect(page.getByText(/^Your network of .+ is still here: \d+% right after 20 epochs\.$/)).toBeVisible();
  await button(page, "Go on with it").click();
  await expect(readout(page, "Step")).toHaveText(step ?? "");
  await expect(readout(page, "Train loss")).toHaveText(loss ?? "");
  expect(page.url()).toContain("hidden=3");
  await page.getByRole("img", { name: "Curve of the loss" }).press("Enter");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download CSV").click()]);
  expect((await readFile(await download.path(), "utf8")).trimEnd().split("\r\n").length, "the curve from its beginning").toBeGreaterThan(20);
});

test("so are the drawings that were taught", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/teach");
  for (const digit of /** @type {const} */ ([4, 7])) {
    await drawOn(page.getByLabel("Draw one"), digits[digit] ?? []);
    await button(page, "Teach").click();
  }
  await expect(button(page, "Right")).toBeVisible();
  await leaveWith(page, "drawings");

  await page.goto("./?lang=en&backend=cpu#/teach");
  await expect(page.getByText(/^What was taught until .+ is still here \(2 drawings\)\.$/)).toBeVisible();
  await button(page, "Go on with it").click();
  await expect(page.getByRole("button", { name: /given as an example/ })).toHaveCount(2);
});

test.describe("where the browser keeps nothing", () => {
  test("closing the page asks first, and training is not disturbed", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("refused", "SecurityError"); } }));
    await page.goto(`./?lang=en&backend=cpu${board}`);
    await button(page, "Train").click();
    await expect(page.getByText("Stopped after epoch 1.")).toBeVisible();
    const [dialog] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
  });
});
