/* The graphics card, where the page is isolated and the engine's memory is a shared one. */
import { button, expectAbove } from "./breaking.js";
import { expect, test } from "./support/test.js";

test.use({ data: "isolated" });

test("the graphics card trains in an isolated page as well", async ({ page }) => {
  test.slow();
  await page.goto("./?lang=en&backend=webgpu#/digits?hidden=32&batchSize=32&trainingImages=2000");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
  await expect(page.getByText("WebGPU", { exact: false }).first()).toBeVisible();
  await expectAbove(page, "Test accuracy", 30);
});
