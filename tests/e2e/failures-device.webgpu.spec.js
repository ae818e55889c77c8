/* The graphics card: missing, refused, failing, hung, in software, lost. Training goes on without it. */
import { beforeWorker, button, drawOne, expectAbove, inWorker, number, openDigits, readout, watchLowest } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

test.use({ expectedErrors: [/broken driver/] });

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

test("a browser whose WebGPU throws when it is looked at", async ({ page }) => {
  await beforeWorker(page, "Object.defineProperty(WorkerNavigator.prototype, 'gpu', { get() { throw new Error('broken driver'); } })");
  await openDigits(page);
  await expectTrainingOnCpu(page, /failed/i);
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

for (const call of ["GPUDevice.prototype.createBuffer", "GPUDevice.prototype.createComputePipeline", "GPUQueue.prototype.writeBuffer", "GPUAdapter.prototype.requestDevice"]) {
  test(`a card whose ${call} throws when a network is made`, async ({ page }) => {
    await beforeWorker(page, `${call} = () => { throw new TypeError("broken driver"); }`);
    await page.goto("./?lang=en&backend=webgpu#/digits?hidden=64&batchSize=32");
    await expectTrainingOnCpu(page, /failed/i);
    await expect(page.getByRole("alert")).toContainText(/graphics card failed.*CPU/i);
    await expect(page.getByRole("alert")).not.toContainText("again and again");
  });
}

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
 * @param {RegExp} reason that the page gives
 */
async function expectSurvival(page, lose, reason) {
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
  await expect(page.getByRole("alert")).toContainText(reason);
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
  await expectSurvival(page, () => inWorker(page, destroy), /graphics card (was lost|failed)/i);
});

test("the browser's GPU process killed in mid-training", async ({ page, browser }) => {
  test.slow();
  await expectSurvival(page, async () => {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const gpu = processInfo.find(({ type }) => type === "GPU");
    if (!gpu) throw new Error("the browser has no GPU process");
    process.kill(gpu.id, "SIGKILL");
  }, /graphics card (was lost|failed)/i);
});

test("a card whose calls throw in mid-training", async ({ page }) => {
  test.slow();
  await expectSurvival(page, () => inWorker(page, 'GPUQueue.prototype.submit = () => { throw new TypeError("broken driver"); }'), /graphics card failed/i);
});

test("a card that is lost as Safari tells it: calls throw, nothing is read back, and the loss itself is never told", async ({ page }) => {
  test.slow();
  await beforeWorker(page, 'Object.defineProperty(GPUDevice.prototype, "lost", { get: () => new Promise(() => {}) })');
  const lose = `{
    const refuse = () => { throw new DOMException("The object is in an invalid state.", "InvalidStateError"); };
    for (const [type, ...calls] of [[GPUDevice, "createBuffer", "createCommandEncoder", "createBindGroup"], [GPUQueue, "submit", "writeBuffer"]]) {
      for (const call of calls) type.prototype[call] = refuse;
    }
    GPUBuffer.prototype.mapAsync = async () => { throw new DOMException("", "OperationError"); };
  }`;
  await expectSurvival(page, () => inWorker(page, lose), /graphics card (was lost|failed)/i);
});

test("a card of which the browser tells nothing trains, and is said to have no name", async ({ page }) => {
  await beforeWorker(page, "delete GPUAdapter.prototype.info");
  await page.goto("./?lang=en&backend=webgpu#/digits?hidden=64&batchSize=32");
  await expect(readout(page, "Device")).toContainText("WebGPU · Trains on the graphics card through WebGPU: a graphics card that does not tell its name.");
  await button(page, "Train").click();
  await expectAbove(page, "Step", 3);
  await expect(readout(page, "Device")).toContainText("WebGPU");
});

/** From when `self.hangs` is set, no answer of the graphics card comes any more, and no error either. */
const canHang = `{
  const never = new Promise(() => {});
  for (const [prototype, name] of [[GPUBuffer.prototype, "mapAsync"], [GPUQueue.prototype, "onSubmittedWorkDone"]]) {
    const original = prototype[name];
    prototype[name] = function (...options) {
      return self.hangs ? never : original.apply(this, options);
    };
  }
}`;

test("a card that stops answering in mid-training is noticed, and the CPU goes on", async ({ page }) => {
  test.slow();
  await beforeWorker(page, canHang);
  await expectSurvival(page, () => inWorker(page, "self.hangs = true"), /no longer answers/i);
});

test("Pause, Reset and Train are heeded while the card does not answer", async ({ page }) => {
  test.slow();
  await beforeWorker(page, canHang);
  await openDigits(page, "backend=webgpu");
  await button(page, "Train").click();
  await expectAbove(page, "Step", 10);
  await inWorker(page, "self.hangs = true");
  await button(page, "Pause").click();
  await expect(readout(page, "State")).toContainText("Stopping");
  const step = await number(page, "Step");
  await button(page, "Reset").click();
  await button(page, "Train").click();
  await expect(button(page, "Pause")).toBeVisible();
  await expect(readout(page, "Device")).toContainText(/CPU.*stopped answering/);
  await expect.poll(() => number(page, "Step"), "another run has begun").toBeGreaterThan(step);
  await expect(button(page, "Pause"), "and trains").toBeVisible();
});
