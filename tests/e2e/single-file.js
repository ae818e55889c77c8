/* The page as one file, opened from the disk with no network. */
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { button, expectAbove } from "./breaking.js";
import { singleFile } from "./support/files.js";

/**
 * Opens the file, lets it learn to read, and looks at every board.
 * @param {"cpu" | "webgpu"} backend
 * @param {RegExp} device what the page says of the device
 */
export function testSingleFile(backend, device) {
  test(`the page as one file learns to read, from the disk and with no network, by ${backend}`, { tag: "@every-engine" }, async ({ page, context }) => {
    /** @type {string[]} */
    const requests = [];
    /** @type {string[]} */
    const complaints = [];
    context.on("request", (request) => requests.push(request.url().replace(/[?#].*/, "").slice(0, 200)));
    context.on("weberror", (error) => complaints.push(`${error.error().stack}`));
    context.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    await context.setOffline(true);
    const address = pathToFileURL(singleFile).href;
    await page.goto(`${address}?lang=en&backend=${backend}#/digits?hidden=32`);
    await expect(page.getByText("MNIST, 60,000 images")).toBeVisible();
    await expect(page.getByRole("status", { name: "Device" })).toHaveText(device);
    await button(page, "Train").click();
    await expectAbove(page, "Test accuracy", 50);

    const boards = page.getByRole("navigation", { name: "Boards" }).getByRole("link");
    for (const board of await boards.all()) {
      await board.click();
      await expect(board).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => url !== address && !/^(blob|data):/.test(url))).toEqual([]);
  });
}
