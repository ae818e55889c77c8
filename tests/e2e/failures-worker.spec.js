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

test("a worker that dies while other settings are taken on leaves them to the next one", async ({ page }) => {
  await openDigits(page, "backend=cpu");
  await drawOne(page);
  await expect(readout(page, "Prediction")).toContainText(/\d/);
  await page.getByRole("tab", { name: "Inside" }).click();
  await expect(page.getByText(/of 64 units/)).toBeVisible();
  // It dies of the next thing that it is told.
  await inWorker(page, 'self.onmessage = () => { throw new Error("RuntimeError: died of it"); }');
  await page.getByRole("button", { name: "Model" }).click();
  await page.getByLabel("Hidden layer 1: units").fill("77");
  await page.getByLabel("Hidden layer 1: units").press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert")).toContainText(/restarted/i);
  await expect(page).toHaveURL(/hidden=77/);
  await expect(page.getByText(/of 77 units/), "the network is what the page says").toBeVisible();
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
});

test("workers that die again and again are given up, in words", async ({ page }) => {
  await beforeWorker(page, 'throw new Error("RuntimeError: broken from the start")');
  await page.goto("./?lang=en#/digits");
  await expect(page.getByRole("alert")).toContainText(/stops again and again.*reload/i);
  await expect(page.getByRole("alert"), "nothing is said to have gone well").not.toContainText("restarted");
});

for (const [what, file] of /** @type {const} */ ([["the worker's script", /\/main-[\w-]+\.js$/], ["the engine", /\.wasm$/]])) {
  test(`${what} that never comes is missed within 15 seconds, and can be asked for again`, async ({ page }) => {
    await page.route(file, () => {}, { times: 1 });
    await page.goto("./?lang=en&backend=cpu#/digits?hidden=64&batchSize=32");
    await expect(readout(page, "State")).toContainText("Waiting for the training engine");
    // Asked for at once, it begins when it can.
    if (what === "the engine") await button(page, "Train").click();
    await expect(page.getByRole("alert")).toContainText(/training engine.*does not come/, { timeout: 16_000 });
    if (what !== "the engine") await expect(button(page, "Train"), "nothing would come of it").toBeDisabled();
    await button(page, "Try again").click();
    await expect(page.getByRole("alert")).toHaveText("");
    if (what !== "the engine") await button(page, "Train").click();
    await expectAbove(page, "Step", 20);
  });
}

test("what has gone wrong before the page had its words is said when it has them", async ({ page }) => {
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Log in</title>" }));
  await page.route(/\/shell\.en-[\w-]+\.js$/, async (route) => {
    await page.waitForTimeout(4000);
    await route.continue();
  });
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=64&batchSize=32");
  await expect(page.getByRole("alert")).toContainText(/training engine.*does not come/);
});

test("a script or an engine that is not to be had is said, and can be asked for again", async ({ page }) => {
  for (const file of [/\/main-[\w-]+\.js$/, /\/common\.worker-[\w-]+\.js$/, /\.wasm$/]) {
    await page.route(file, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Log in</title>" }));
    await page.goto("about:blank");
    await page.goto("./?lang=en&backend=cpu#/digits?hidden=64&batchSize=32");
    await expect(page.getByRole("alert")).toContainText(/training engine.*does not come.*login/);
    await expect(page.getByRole("alert")).not.toContainText(/again and again|restarted/);
    await page.unroute(file);
    await button(page, "Try again").click();
    await button(page, "Train").click();
    await expectAbove(page, "Step", 20);
  }
});
