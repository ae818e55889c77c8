/* What a visitor can do wrong: a learning rate that blows up, and a canvas with nothing on it. */
import { beforeWorker, button, drawOne, expectAbove, number, openDigits, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {string} rate */
async function setLearningRate(page, rate) {
  await page.getByLabel("Learning rate").fill(rate);
  await page.getByLabel("Learning rate").press("Enter");
}

test("weights that a learning rate has ruined can be taken back, whether the loss is still a number or not", async ({ page }) => {
  const back = button(page, "Back to the last good weights");
  await openDigits(page, "backend=cpu");
  await setLearningRate(page, "0.05");
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 88);

  // In mid-run; the loss grows beyond all measure or the units die, and it may never be NaN.
  await setLearningRate(page, "100");
  await expect(page.getByRole("alert")).toContainText(/learning rate/i);
  await expect.poll(() => number(page, "Test accuracy")).toBeLessThan(30);
  await back.click();
  await expect.poll(() => number(page, "Test accuracy"), "the last good weights are good").toBeGreaterThan(86);
  await expect(page.getByLabel("Learning rate"), "the rate that led there is back").toHaveValue("0.05");
  await expect(page).toHaveURL(/learningRate=0\.05/);
  await expect(page.getByRole("alert")).toHaveText("");
  await expect(button(page, "Train")).toBeVisible();

  const step = await number(page, "Step");
  const accuracy = await number(page, "Test accuracy");
  await setLearningRate(page, "1e30");
  await button(page, "Train").click();
  await expect(readout(page, "State")).toContainText(/no longer a number/);
  await back.click();
  await expect.poll(() => number(page, "Test accuracy")).toBeGreaterThan(accuracy - 3);
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

test("the first layer is asked for only while it is looked at", async ({ page }) => {
  await beforeWorker(page, 'self.asked = 0; addEventListener("message", ({ data }) => { self.asked += Number(data.message.type === "firstLayer"); })');
  const asked = () => page.workers()[0]?.evaluate("self.asked");
  await openDigits(page, "backend=cpu");
  await button(page, "Train").click();
  await page.getByRole("tab", { name: "First layer" }).click();
  await expect.poll(asked).toBeGreaterThan(1);
  await page.getByRole("tab", { name: "Curves" }).click();
  const before = await asked();
  // It was asked once a second.
  await page.waitForTimeout(2500);
  expect(await asked()).toBe(before);
});
