/* What all charts do alike. */
import { button, number, readout } from "./breaking.js";
import { noteDrawnTexts } from "./layout/drawn-texts.js";
import { expect, test } from "./support/test.js";

test("the values under the mouse are told, and nothing moves for them", async ({ page }) => {
  for (const { address, width, height } of [
    { address: "depth?tab=playground&hidden=3&speed=fastest", width: 1280, height: 720 },
    { address: "learning?model=network", width: 1280, height: 720 },
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

test("on the smallest phone the axis below a chart has two numbers at least", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.addInitScript(noteDrawnTexts);
  const addresses = ["next?look=networks", "next?tab=few", "next?tab=known", "rules?section=learn", "revolution", "revolution?tab=race", "learning?model=network", "depth?tab=playground", "digits", "teach"];
  for (const address of addresses) {
    for (const lang of ["en", "ko"]) {
      await page.goto("about:blank");
      await page.goto(`./?lang=${lang}&backend=cpu#/${address}`);
      // Of charts above each other the last one has the numbers of all.
      const chart = page.locator(".chart:visible canvas").last();
      const numbers = () => chart.evaluate((canvas) => {
        const { drawnTexts } = /** @type {{ drawnTexts(canvas: Element): { text: string, box: { top: number, bottom: number } }[] }} */ (/** @type {unknown} */ (window));
        const texts = drawnTexts(canvas);
        const lowest = Math.max(...texts.map(({ box }) => box.top));
        return texts.filter(({ box }) => box.bottom > lowest).length;
      });
      await expect.poll(numbers, `${lang} ${address}`).toBeGreaterThan(1);
    }
  }
});

test("a loss that leaves the picture at the top is told there", async ({ page }) => {
  await page.addInitScript(noteDrawnTexts);
  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground&hidden=3&activation=relu&scale=linear");
  const step = async (/** @type {number} */ count) => {
    await button(page, "Step").click();
    await expect(readout(page, "Step")).toHaveText(String(count));
  };
  const drawn = () => page.locator(".chart:visible canvas").evaluate((canvas) => {
    const { drawnTexts } = /** @type {{ drawnTexts(canvas: Element): { text: string }[] }} */ (/** @type {unknown} */ (window));
    return drawnTexts(canvas).map(({ text }) => text).filter((text) => text.startsWith("↑"));
  });
  for (const count of [1, 2, 3]) await step(count);
  expect(await drawn()).toEqual([]);
  await page.getByLabel("Learning rate").fill("1000");
  await page.getByLabel("Learning rate").press("Enter");
  await step(4);
  expect(await number(page, "Train loss")).toBeGreaterThan(5);
  await expect.poll(drawn).toEqual([expect.stringMatching(/^↑ [\d.,]+/)]);
});

test("a step that is asked for before the first weights are here is done when they are", async ({ page }) => {
  // The worker's code comes late, as on a slow line.
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  for (const { address, step, count } of [
    { address: "learning", step: "Step", count: "Steps" },
    { address: "perceptron", step: "One update", count: "Samples" },
    { address: "depth?tab=playground&hidden=3", step: "Step", count: "Step" },
  ]) {
    await page.goto("about:blank");
    await page.goto(`./?lang=en&backend=cpu#/${address}`);
    await button(page, step).click();
    await expect(readout(page, count), address).toHaveText("1");
  }
});
