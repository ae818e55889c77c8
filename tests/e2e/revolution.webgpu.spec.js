/* The hardware race on WebGPU, here a program on the CPU. */
import { beforeWorker, button, number, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
async function race(page) {
  await page.goto("./?lang=en#/revolution?tab=race&network=128&distance=100");
  await button(page, "Start race").click();
  await expect(page.getByRole("status", { name: "State" })).toHaveText("Finished.", { timeout: 90_000 });
}

/** Both reached the line, and learnt the same. @param {Page} page */
async function expectSameLearning(page) {
  expect(await number(page, "CPU images per second")).toBeGreaterThan(100);
  expect(await number(page, "GPU images per second")).toBeGreaterThan(10);
  for (const name of ["CPU", "GPU"]) {
    await expect(page.getByRole("progressbar", { name })).toHaveAttribute("aria-valuetext", "100 of 100 batches");
  }
  const chart = page.getByRole("img", { name: /^Curve of the loss/ });
  const [, difference = "NaN"] = /over 100 batches the losses differ by at most ([\d.]+)$/.exec((await chart.getAttribute("aria-label")) ?? "") ?? [];
  expect(Number(difference)).toBeLessThanOrEqual(0.01);
}

test("a graphics card that is a program races in its turn, and is called what it is", async ({ page }) => {
  test.slow();
  await race(page);
  await expectSameLearning(page);
  await expect(page.getByText(/swiftshader|llvmpipe/i)).toBeVisible();
  await expect(page.getByText(/^One after the other: here the “GPU” is a program/)).toBeVisible();
  await expect(page.getByText(/a real graphics card would do otherwise/i)).toBeVisible();
  await expect.poll(() => page.workers().length, { message: "both lanes' workers are gone" }).toBe(1);
});

test("a graphics card races beside the CPU, and is named", async ({ page }) => {
  test.slow();
  // The program, under the name of a card.
  await beforeWorker(page, `{
    const names = { vendor: "acme", architecture: "parallel", device: "", description: "Acme 9000", isFallbackAdapter: false };
    Object.defineProperty(GPUAdapter.prototype, "info", { get: () => names });
  }`);
  await race(page);
  await expectSameLearning(page);
  await expect(page.getByText("Acme 9000", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Both at once/)).toBeVisible();
  await expect(page.getByText(/times as fast as/)).toBeVisible();
});

test("a card that is lost in the race has no result, and the CPU still reaches the line", async ({ page }) => {
  test.slow();
  await beforeWorker(page, `{
    const create = GPUDevice.prototype.createCommandEncoder;
    let encoders = 0;
    GPUDevice.prototype.createCommandEncoder = function (...options) {
      encoders += 1;
      if (encoders > 30) this.destroy();
      return create.apply(this, options);
    };
  }`);
  await race(page);
  await expect(page.getByText(/^It stopped, and has no result/)).toBeVisible();
  await expect(page.getByText(/^They did not both reach the finish line/)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "CPU" })).toHaveAttribute("aria-valuetext", "100 of 100 batches");
  await expect(readout(page, "Device"), "the page's own device is another one").toContainText("CPU");
});
