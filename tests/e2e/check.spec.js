/* Will it run here? Asked on a machine without a graphics card. */
import { expectVerdict, finding, trained } from "./check.js";
import { button } from "./breaking.js";
import { expect, test } from "./support/test.js";

// It looks at all of them.
test.use({ data: "whole" });

test("one click on the device read-out leads to the check, which trains on the CPU and says that this is enough", async ({ page, context }) => {
  await page.goto("./?lang=en#/perceptron");
  await page.getByRole("link", { name: "Device" }).click();
  await expect(page.getByRole("heading", { name: "Will it run here?" })).toBeVisible();
  await expectVerdict(page, /^Ready: everything works here, only slower\. .*CPU/);
  await expect(finding(page, "Secure page")).toContainText("Good");
  await expect(finding(page, "Browser")).toContainText("Good");
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

test("data that cannot be had make the verdict bad, and the check can be done again", { tag: "@every-engine" }, async ({ page }) => {
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

test("a browser that keeps nothing for the page is said to, and the check comes to an end", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("site data are blocked", "SecurityError");
    };
    for (const name of ["caches", "indexedDB", "localStorage"]) Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: refuse });
    StorageManager.prototype.estimate = async () => refuse();
  });
  await page.goto("./?lang=en&backend=cpu#/check");
  await expectVerdict(page, /^Ready: everything works here, only slower/);
  await expect(finding(page, "Use without a network")).toContainText("site data are blocked: it opens with a network only");
  const report = page.getByRole("textbox", { name: "Report" });
  await expect(report, "the machine's own words are for the report").toHaveValue(/\[site data are blocked\]/);
  await expect(report).toHaveValue(/\[.*adapter.*\]/i);
  await expect(page.getByRole("list", { name: "What was looked at" })).not.toContainText(/noop|No suitable/);
  await expect(finding(page, "Training on the graphics card")).toContainText("The browser offers no graphics card to pages, so the CPU trains.");
});

test("a browser that never answers is said not to, and the check comes to an end", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = () => new Promise(() => {});
    const features = new Set(["subgroups"]);
    const limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27, maxComputeInvocationsPerWorkgroup: 256 };
    let asked = 0;
    // One that tells nothing of itself, and is gone when it is asked for again.
    const requestAdapter = async () => ((asked += 1) === 1 ? { limits, features } : null);
    Object.defineProperty(Navigator.prototype, "gpu", { get: () => ({ requestAdapter }) });
  });
  await page.goto("./?lang=en&backend=cpu#/check");
  await expectVerdict(page, /^Ready: everything works here, only slower/);
  await expect(finding(page, "Use without a network")).toContainText("No answer came within 5 seconds");
  await expect(finding(page, "Graphics card (WebGPU)")).toContainText("which does not tell its name. Buffers up to 256 MB");
});

test("a browser that tells of no room is not said to offer none", async ({ page }) => {
  await page.addInitScript(() => (StorageManager.prototype.estimate = async () => ({ quota: 0, usage: 0 })));
  await page.goto("./?lang=en&backend=cpu#/check");
  await expect(finding(page, "Use without a network")).toContainText("The page is not kept yet");
  await expect(finding(page, "Use without a network")).not.toContainText("MB");
});
