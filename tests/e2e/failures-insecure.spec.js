/* A page that came over plain HTTP from another machine: browsers hide WebGPU from it. */
import { button, expectAbove, openDigits, readout } from "./breaking.js";
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
