/* Will it run here? Asked on a machine without a graphics card. */
import { expectVerdict, finding, trained } from "./check.js";
import { button } from "./breaking.js";
import { expect, test } from "./support/test.js";

test("one click on the device read-out leads to the check, which trains on the CPU and says that this is enough", async ({ page, context }) => {
  await page.goto("./?lang=en#/perceptron");
  await page.getByRole("link", { name: "Device" }).click();
  await expect(page.getByRole("heading", { name: "Will it run here?" })).toBeVisible();
  await expectVerdict(page, /^Ready: everything works here, only slower\. .*CPU/);
  await expect(finding(page, "Secure page")).toContainText("Good");
  await expect(finding(page, "WebAssembly with SIMD")).toContainText("Good");
  await expect(finding(page, "Graphics card (WebGPU)")).toContainText("Optional");
  await expect(finding(page, "Data")).toContainText("All 70,000 images are here");
  await expect(finding(page, "Training on the CPU")).toContainText(trained);
  await expect(finding(page, "Training on the graphics card")).toContainText("Optional");

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "Copy the report").click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(trained);
  expect(report).toContain(await page.evaluate(() => navigator.userAgent));
  expect(report).toBe(await page.getByRole("textbox", { name: "Report" }).inputValue());
});

test("data that cannot be had make the verdict bad, and the check can be done again", async ({ page }) => {
  let isBroken = true;
  await page.route(/\.bin$/, (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto("./?lang=en&backend=cpu#/check");
  await expectVerdict(page, /^Not ready/);
  await expect(finding(page, "Data")).toContainText("Missing");
  isBroken = false;
  await button(page, "Try again").click();
  await expect(button(page, "Try again")).toBeHidden();
  await button(page, "Check again").click();
  await expectVerdict(page, /^Ready/);
});
