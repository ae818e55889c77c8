/* What a board had come to at the last visit is kept, and offered. */
import { button, expectAbove, number, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

const board = "#/digits?hidden=16&batchSize=32&trainingImages=5000&untilEpoch=1";

test("a trained network is there again at the next visit: one press, and its run goes on with its curve", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu${board}`);
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 1.")).toBeVisible();
  await expect(readout(page, "Test accuracy")).toHaveText(/\d%$/);
  const accuracy = await number(page, "Test accuracy");
  await expect.poll(() => page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("chalknet");
    opening.onsuccess = () => {
      const all = opening.result.transaction("last-visit").objectStore("last-visit").get("digits");
      all.onsuccess = () => resolve(all.result?.value.evaluation?.step);
    };
  })), "as soon as it rests, with what these weights came to").toBe(157);

  await page.goto("about:blank");
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=8");
  await expect(page.getByText(`at epoch 1 it had ${accuracy.toFixed(1)}% of the test images right`)).toBeVisible();
  await button(page, "Go on with it").click();
  await expect(readout(page, "Step")).toHaveText("157");
  await expect(readout(page, "Epoch")).toHaveText("1.00");
  await expect(readout(page, "Test accuracy")).toHaveText(`${accuracy.toFixed(1)}%`);
  await expect(readout(page, "Loss"), "the curve is there, too").toHaveText(/\d/);
  expect(page.url()).toContain("hidden=16");
  await button(page, "Step").click();
  await expectAbove(page, "Step", 157);
});

test.describe("where the browser keeps nothing", () => {
  test("closing the page asks first, and training is not disturbed", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("refused", "SecurityError"); } }));
    await page.goto(`./?lang=en&backend=cpu${board}`);
    await button(page, "Train").click();
    await expect(page.getByText("Stopped after epoch 1.")).toBeVisible();
    const [dialog] = await Promise.all([page.waitForEvent("dialog"), page.close({ runBeforeUnload: true })]);
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
  });
});
