/* A page that came over plain HTTP from another machine: browsers hide WebGPU from it. */
import { button, expectAbove, openDigits, readout } from "./breaking.js";
import { expectVerdict, finding } from "./check.js";
import { expect, test } from "./support/test.js";

/** An address for documentation, which this browser takes to this machine; unlike localhost, it is not trusted. */
const elsewhere = "192.0.2.1";

test.use({
  baseURL: async ({ baseURL }, use) => use(baseURL?.replace("localhost", elsewhere)),
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []).filter((argument) => !argument.startsWith("--host-resolver-rules")),
        "--enable-unsafe-webgpu",
        `--host-resolver-rules=MAP ${elsewhere} localhost, MAP * ~NOTFOUND, EXCLUDE localhost`,
      ],
    }),
});

test("an insecure page is told apart from a bad graphics card", async ({ page }) => {
  await openDigits(page);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(readout(page, "Device")).toContainText("CPU");
  await expect(readout(page, "Device")).toContainText(/https/i);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
});

test("the check of the machine names the insecure page as the reason", async ({ page }) => {
  await page.goto("./?lang=en#/check");
  await expectVerdict(page, /^Ready: .* https /);
  await expect(finding(page, "Secure page")).toContainText("Serve it through https");
  await expect(finding(page, "Graphics card (WebGPU)")).toContainText("plain http");
  await expect(finding(page, "Use without a network")).toContainText("cannot be kept");
});
