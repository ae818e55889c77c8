/* What all charts do alike. */
import { button, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

test("the values under the mouse are told, and nothing moves for them", async ({ page }) => {
  for (const { address, width, height } of [
    { address: "depth?tab=playground&hidden=3&speed=fastest", width: 1280, height: 720 },
    { address: "learning", width: 1280, height: 720 },
    { address: "digits?hidden=32&batchSize=32", width: 320, height: 640 },
  ]) {
    await page.setViewportSize({ width, height });
    await page.goto("about:blank");
    await page.goto(`./?lang=en&backend=cpu#/${address}`);
    await button(page, "Step").click();
    await expect(readout(page, "Step").or(readout(page, "Steps"))).toHaveText("1");
    const plot = page.locator(".chart:visible").first();
    await plot.scrollIntoViewIfNeeded();
    const places = () => page.locator("main").locator("canvas, svg, button, input, h1").evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const before = await places();
    const box = await plot.boundingBox();
    if (!box) throw new Error("there is no chart");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.locator(".crosshair:visible").first()).toHaveText(/\d/);
    expect(await places(), address).toEqual(before);
  }
});
