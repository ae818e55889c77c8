/* The graphics card: missing, refused, failing, hung, in software, lost. Training goes on without it. */
import { beforeWorker, button, drawOne, expectAbove, inWorker, number, openDigits, readout, watchLowest } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {RegExp} reason */
async function expectTrainingOnCpu(page, reason) {
  await expect(readout(page, "Device")).toContainText("CPU");
  await expect(readout(page, "Device")).toContainText(reason);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
}

test("a browser without WebGPU trains on the CPU and says so", async ({ page }) => {
  await beforeWorker(page, "delete WorkerNavigator.prototype.gpu");
  await openDigits(page);
  await expectTrainingOnCpu(page, /no WebGPU/i);
});

test("an adapter that is refused", async ({ page }) => {
  await beforeWorker(page, "GPU.prototype.requestAdapter = async () => null");
  await openDigits(page);
  await expectTrainingOnCpu(page, /no graphics card/i);
});

test("an adapter whose request throws", async ({ page }) => {
  await beforeWorker(page, "GPU.prototype.requestAdapter = async () => { throw new Error('broken driver'); }");
  await openDigits(page);
  await expectTrainingOnCpu(page, /failed/i);
});

test("an adapter that never answers", async ({ page }) => {
  await beforeWorker(page, "GPU.prototype.requestAdapter = () => new Promise(() => {})");
  await openDigits(page);
  await expectTrainingOnCpu(page, /did not answer/i);
});

test("an adapter that gives no device", async ({ page }) => {
  await beforeWorker(page, "GPUAdapter.prototype.requestDevice = async () => { throw new Error('broken driver'); }");
  await openDigits(page, "backend=webgpu");
  await expectTrainingOnCpu(page, /failed/i);
});

test("an adapter that is a program is passed over, unless it is asked for by hand", async ({ page }) => {
  await openDigits(page);
  await expectTrainingOnCpu(page, /software/i);
  await openDigits(page, "backend=webgpu");
  await expect(readout(page, "Device")).toContainText("WebGPU");
  await button(page, "Train").click();
  await expectAbove(page, "Step", 3);
});

/**
 * Loses the device in mid-training and expects the run to go on with what it has learnt.
 * @param {Page} page
 * @param {() => Promise<void>} lose
 */
async function expectSurvival(page, lose) {
  await openDigits(page, "backend=webgpu");
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 80, 90_000);
  await button(page, "Pause").click();
  await drawOne(page);
  await expect(readout(page, "Prediction")).toContainText(/\d/);
  const step = await number(page, "Step");
  const accuracy = await number(page, "Test accuracy");
  await button(page, "Train").click();
  await expectAbove(page, "Step", step);
  const lowestStep = await watchLowest(page, "Step");
  const lowestAccuracy = await watchLowest(page, "Test accuracy");

  await lose();
  await expect(readout(page, "Device")).toContainText("CPU");
  await expect(page.getByRole("alert")).toContainText(/graphics card was lost/i);
  await expectAbove(page, "Step", 2 * step);
  expect(await lowestStep(), "the steps that were done still count").toBeGreaterThanOrEqual(step);
  expect(await lowestAccuracy(), "what was learnt is still known").toBeGreaterThan(accuracy - 3);
  await expect(readout(page, "Prediction")).toContainText(/\d/);
  await expect(button(page, "Pause"), "it still trains").toBeVisible();
}

test("a device destroyed in mid-training", async ({ page }) => {
  test.slow();
  const destroy = `{
    const create = GPUDevice.prototype.createCommandEncoder;
    GPUDevice.prototype.createCommandEncoder = function (...options) {
      this.destroy();
      return create.apply(this, options);
    };
  }`;
  await expectSurvival(page, () => inWorker(page, destroy));
});

test("the browser's GPU process killed in mid-training", async ({ page, browser }) => {
  test.slow();
  await expectSurvival(page, async () => {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const gpu = processInfo.find(({ type }) => type === "GPU");
    if (!gpu) throw new Error("the browser has no GPU process");
    process.kill(gpu.id, "SIGKILL");
  });
});
