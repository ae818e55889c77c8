/* The digits board on WebGPU. */
import { button, expectAbove, openDigits, readout } from "./breaking.js";
import { digits, draw } from "./playing.js";
import { expect, test } from "./support/test.js";

test("on WebGPU it learns to read what is drawn while it trains", { tag: "@every-engine" }, async ({ page }) => {
  test.slow();
  await openDigits(page, "backend=webgpu");
  await expect(readout(page, "Device")).toContainText("WebGPU");
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 90, 120_000);
  await draw(page, digits[7] ?? []);
  await expect(readout(page, "Prediction")).toHaveText("7");
  await page.getByRole("tab", { name: "Inside" }).click();
  await expect(page.getByText(/Hidden layer 1: \d+ of 64 units/)).toBeVisible();
  await page.getByRole("tab", { name: "First layer" }).click();
  await expect(page.getByText("What 64 of the 64 units")).toBeVisible();
  await button(page, "Reset").click();
  await expect(readout(page, "Step")).toHaveText("0");
});
