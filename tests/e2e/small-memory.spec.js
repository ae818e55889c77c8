/* A device with little memory: as many images as it has room for are learnt from, and that is said. */
import { button, expectAbove, openDigits } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** In WebAssembly's pages of 64 KiB: 56 MiB, where all images with a small network take 60. */
const PAGES = 900;

test.use({
  data: "whole",
  launchOptions: async ({ launchOptions }, use) => use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--js-flags=--wasm-max-mem-pages=${PAGES}`] }),
});

test("where not all images have room, the network learns from those that do, for epoch after epoch, and the page says so", async ({ page }) => {
  await openDigits(page, "backend=cpu");
  await button(page, "Train").click();
  await expect(page.getByRole("alert")).toContainText("too little memory for all the images");
  await expectAbove(page, "Test accuracy", 94, 60_000);
  await expectAbove(page, "Epoch", 2, 60_000);
  await expect(button(page, "Pause"), "it still trains").toBeVisible();
  // What comes after it has the same room.
  await button(page, "Pause").click();
  await button(page, "Reset").click();
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 90, 60_000);
});
