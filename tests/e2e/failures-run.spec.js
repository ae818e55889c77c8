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
  // It is said where the run is to be seen, and only there.
  await page.getByRole("link", { name: "Why now" }).click();
  await expect(page).toHaveURL(/revolution/);
  await expect(page.getByRole("alert")).toHaveText("");
  await page.waitForTimeout(300);
  await expect(page.getByRole("alert")).toHaveText("");
  await page.goBack();
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
  const word = page.getByText(/^Back at step/);
  await expect(word).toBeVisible();
  await button(page, "Train").click();
  await expectAbove(page, "Step", step + 20);
  await expectAbove(page, "Test accuracy", accuracy - 3);
  await setLearningRate(page, "1e30");
  await back.click();
  await expect(word).toBeVisible();
  await button(page, "Reset").click();
  await expect(word, "what was said of a run goes with it").toBeHidden({ timeout: 2000 });
});

test("where the learning rate was too large from the start, going back says that it has to be lowered", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32&trainingImages=3200&learningRate=1000");
  await button(page, "Train").click();
  await button(page, "Back to the last good weights").click();
  await expect(readout(page, "Step")).toHaveText("0");
  const word = page.getByText("Choose a smaller learning rate before you train on.");
  await expect(word).toBeVisible();
  await expect(page.getByRole("alert")).toHaveText("");
  await page.getByRole("link", { name: "Why now" }).click();
  await expect(page).toHaveURL(/revolution/);
  await expect(word, "what was said of a board goes with it").toBeHidden({ timeout: 2000 });
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

test("a trained run that was reset, or replaced by other settings, can be had back until the next one has got somewhere", async ({ page }) => {
  const back = button(page, "Take it back");
  const shown = async () => {
    const names = ["Step", "Epoch", "Time", "Loss", "Test accuracy"];
    return Promise.all(names.map((name) => readout(page, name).textContent()));
  };
  const curve = () => page.getByRole("img", { name: "Curve of the loss" }).screenshot();
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32&trainingImages=3200");
  await setLearningRate(page, "0.03");
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 80);
  await button(page, "Pause").click();
  await expect(readout(page, "State")).toContainText("Paused");
  // Until it has been tried where it stands.
  await expect.poll(async () => JSON.stringify(await shown()) === (await page.waitForTimeout(500), JSON.stringify(await shown()))).toBe(true);
  const before = await shown();
  const url = page.url();
  const picture = await curve();

  await page.keyboard.press("r");
  await expect(readout(page, "Step")).toHaveText("0");
  // One that was dropped before it began does not count.
  await button(page, "Reset").click();
  await back.click();
  await expect.poll(shown).toEqual(before);
  await expect(back).toBeHidden();

  await page.getByRole("button", { name: "Model" }).click();
  await page.getByLabel("Hidden layer 1: units").fill("48");
  await page.getByLabel("Hidden layer 1: units").press("Enter");
  await page.keyboard.press("Escape");
  await expect(readout(page, "Step")).toHaveText("0");
  await back.click();
  await expect.poll(shown).toEqual(before);
  expect(page.url()).toBe(url);
  expect((await curve()).equals(picture), "the curve is as it was").toBe(true);

  // What it had learnt is there, and goes on; also out of the middle of training, at the newest step.
  await button(page, "Train").click();
  await expectAbove(page, "Step", Number.parseInt((before[0] ?? "").replace(/\D/g, "")) + 100);
  const step = await number(page, "Step");
  await button(page, "Reset").click();
  await back.click();
  await expect.poll(() => number(page, "Step")).toBeGreaterThanOrEqual(step);
  await expectAbove(page, "Test accuracy", 80);
  await button(page, "Reset").click();
  await expect(back).toBeVisible();
  await button(page, "Train").click();
  // It has got somewhere long before anybody has read the offer, which stays for ten seconds.
  await expectAbove(page, "Step", 100);
  // And no longer, though nothing goes on then.
  await button(page, "Pause").click();
  await expect(back).toBeHidden({ timeout: 15_000 });
});

test("a run that was reset by accident can be had back after a look at another board, too", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32&trainingImages=3200&untilEpoch=2");
  await button(page, "Train").click();
  await expect(readout(page, "Step")).toHaveText("200");
  await expectAbove(page, "Test accuracy", 10);
  const shown = () => Promise.all(["Step", "Epoch", "Loss", "Test accuracy"].map((name) => readout(page, name).textContent()));
  const before = await shown();
  const back = button(page, "Take it back");
  await page.keyboard.press("r");
  await expect(back).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(page.getByRole("heading", { level: 1, name: "Why now?" })).toBeVisible();
  await expect(back, "another board has nothing to do with it").toBeHidden();
  await page.keyboard.press("PageDown");
  await expect(readout(page, "Step")).toHaveText("0");
  await back.click();
  await expect.poll(shown).toEqual(before);
});
