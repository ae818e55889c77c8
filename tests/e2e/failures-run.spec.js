/* What a visitor can do wrong: a learning rate that blows up, and a canvas with nothing on it. */
import { button, drawOne, expectAbove, number, openDigits, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

test("a loss that is no longer finite stops the run, and the last good weights still work", async ({ page }) => {
  await openDigits(page, "backend=cpu");
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 85);
  await button(page, "Pause").click();
  const accuracy = await number(page, "Test accuracy");
  await page.getByLabel("Learning rate").fill("1e30");
  await page.getByLabel("Learning rate").press("Enter");
  await button(page, "Train").click();

  await expect(page.getByRole("alert")).toContainText(/learning rate/i);
  await expect(button(page, "Train")).toBeVisible();
  await button(page, "Back to the last good weights").click();
  await expect.poll(() => number(page, "Test accuracy")).toBeGreaterThan(accuracy - 3);
  await page.getByLabel("Learning rate").fill("0.001");
  await page.getByLabel("Learning rate").press("Enter");
  const step = await number(page, "Step");
  await button(page, "Train").click();
  await expectAbove(page, "Step", step + 20);
  await expectAbove(page, "Test accuracy", accuracy - 3);
});

test("an empty canvas asks for a digit and answers nothing", async ({ page }) => {
  await openDigits(page, "backend=cpu");
  await expect(readout(page, "Prediction")).not.toContainText(/\d/);
  await drawOne(page);
  await expect(readout(page, "Prediction")).toContainText(/\d/);
  await button(page, "Clear").click();
  await expect(readout(page, "Prediction")).not.toContainText(/\d/);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 50);
  await expect(readout(page, "Prediction")).not.toContainText(/\d/);
});
