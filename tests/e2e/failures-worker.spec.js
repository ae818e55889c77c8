/* A worker that dies: another one takes over, with the weights. */
import { beforeWorker, button, drawOne, expectAbove, inWorker, number, openDigits, readout, watchLowest } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

test.use({ expectedErrors: [/RuntimeError/] });

/**
 * Trains, rests, draws, trains on, kills the worker and expects all of it to be there again.
 * @param {Page} page
 * @param {() => Promise<void>} kill
 */
async function expectSurvival(page, kill) {
  await openDigits(page, "backend=cpu");
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 85);
  await button(page, "Pause").click();
  await drawOne(page);
  await expect(readout(page, "Prediction")).toContainText(/\d/);
  const step = await number(page, "Step");
  const accuracy = await number(page, "Test accuracy");
  await button(page, "Train").click();
  await expect(button(page, "Pause")).toBeVisible();
  const lowestStep = await watchLowest(page, "Step");
  const lowestAccuracy = await watchLowest(page, "Test accuracy");

  await kill();
  await expect(page.getByRole("alert")).toContainText(/restarted/i, { timeout: 20_000 });
  // Further than the last worker can have come before it was missed.
  const reached = await number(page, "Step");
  await expectAbove(page, "Step", reached + 500);
  expect(await lowestStep(), "the steps that were done still count").toBeGreaterThanOrEqual(step);
  expect(await lowestAccuracy(), "what was learnt is still known").toBeGreaterThan(accuracy - 3);
  await expect(readout(page, "Prediction")).toContainText(/\d/);
  await expect(button(page, "Pause"), "it still trains").toBeVisible();
}

test("a worker that is gone without a word", async ({ page }) => {
  await expectSurvival(page, () => inWorker(page, "self.close()"));
});

test("a trap in the engine", async ({ page }) => {
  // The engine's memory is overwritten, so that its next step runs into nonsense.
  await beforeWorker(page, `for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...options) => {
      const result = await original.apply(WebAssembly, options);
      self.engineMemory = (result.instance ?? result).exports.memory;
      return result;
    };
  }`);
  await expectSurvival(page, () => inWorker(page, "new Uint8Array(self.engineMemory.buffer).fill(0)"));
});

test("workers that die again and again are given up, in words", async ({ page }) => {
  await beforeWorker(page, 'throw new Error("RuntimeError: broken from the start")');
  await page.goto("./?lang=en#/digits");
  await expect(page.getByRole("alert")).toContainText(/reload/i);
});
