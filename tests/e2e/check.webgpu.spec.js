/* Will it run here? Asked on a machine whose graphics card is a program. */
import { beforeWorker } from "./breaking.js";
import { expectVerdict, finding, trained } from "./check.js";
import { expect, test } from "./support/test.js";

test("with WebGPU the check names the adapter and its limits, and trains on both engines", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto("./?lang=en&backend=webgpu#/check");
  await expectVerdict(page, /^Ready: everything works here, and the graphics card trains\./);
  await expect(finding(page, "Graphics card (WebGPU)")).toContainText(/Buffers up to [\d,]+ MB, [\d,]+ MB bound at once, [\d,]+ threads in a group/);
  await expect(finding(page, "Training on the CPU")).toContainText(trained);
  await expect(finding(page, "Training on the graphics card")).toContainText(trained);
});

test("a graphics card that fails when it is tried is not said to train", async ({ page }) => {
  await beforeWorker(page, "GPUAdapter.prototype.requestDevice = async () => { throw new Error('broken driver'); }");
  await page.goto("./?lang=en&backend=webgpu#/check");
  await expectVerdict(page, /^Ready: everything works here, only slower\. The graphics card failed/);
  await expect(finding(page, "Training on the graphics card")).toContainText("It did not train");
});
