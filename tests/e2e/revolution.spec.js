/* The revolution board on a machine without WebGPU. */
import { button, inWorker, number, readout } from "./breaking.js";
import { pictureOf } from "./playing.js";
import { tooSmall } from "./support/fingers.js";
import { expect, test } from "./support/test.js";

// What is compared is 100 images and 60,000.
test.use({ data: "whole" });

/** @import { Page } from "@playwright/test" */

const sizes = ["100", "1,000", "10,000", "60,000"];

/** @param {string} size */
const accuracyOf = (size) => `Test accuracy with ${size} images`;

/** @param {Page} page @param {string} [query] */
async function open(page, query = "") {
  await page.goto(`./?lang=en#/revolution?${query}`);
  await expect(page.getByRole("heading", { level: 1, name: "Why now?" })).toBeVisible();
}

/** @param {Page} page */
const state = (page) => page.getByRole("status", { name: "State" });

/** What all four read-outs show. @param {Page} page */
const accuracies = (page) => Promise.all(sizes.map((size) => number(page, accuracyOf(size))));

test("the same network, the same steps: the more images, the higher the curve", async ({ page }) => {
  test.slow();
  await open(page);
  for (const size of sizes) await expect(readout(page, accuracyOf(size))).toHaveText("–");
  await button(page, "Run more data").click();
  await expect(state(page)).toHaveText(/^Done/, { timeout: 100_000 });
  const [a = 0, b = 0, c = 0, d = 0] = await accuracies(page);
  expect(a).toBeGreaterThan(55);
  expect(b, "with 1,000").toBeGreaterThan(a + 10);
  expect(c, "with 10,000").toBeGreaterThan(b + 3);
  expect(d, "with 60,000").toBeGreaterThan(c + 0.5);
  // The mistakes that are told are those of the accuracies that are told.
  const [, after = "", before = ""] = /: ([\d,]+) mistakes instead of ([\d,]+), on the same 10,000/.exec((await page.locator(".size-verdict").textContent()) ?? "") ?? [];
  expect(Math.abs(100 - Number(after.replace(",", "")) / 100 - d)).toBeLessThan(0.051);
  expect(Math.abs(100 - Number(before.replace(",", "")) / 100 - a)).toBeLessThan(0.051);
  await expect(page.getByRole("img", { name: /^Test accuracy: .*% with 100 images.*% with 60,000 images$/ })).toBeVisible();

  await button(page, "Run more data").click();
  await expect(state(page), "another seed").toHaveText("Learning, seed 2 …");
  expect(page.url()).toContain("seeds=2");
  expect(await accuracies(page), "what is known stays in view").toEqual([a, b, c, d]);
});

test("the same seed goes the same way, step by step, and another one another", async ({ page }) => {
  await open(page);
  /** @param {number} tests */
  const stepTo = async (tests) => {
    for (let done = 1; done <= tests; done += 1) {
      const before = await accuracies(page);
      await button(page, "Step").click();
      await expect.poll(() => accuracies(page)).not.toEqual(before);
      await expect(state(page)).toHaveText("Paused.");
    }
    return accuracies(page);
  };
  const first = await stepTo(4);
  expect(first.every((accuracy) => accuracy > 30), `${first}`).toBe(true);
  await button(page, "Reset").click();
  await expect(readout(page, accuracyOf("100"))).toHaveText("–");
  expect(await stepTo(2)).not.toEqual(first);
  expect(await stepTo(2)).toEqual(first);
  await page.getByRole("button", { name: /^The same for all four/ }).click();
  await page.getByLabel("Seed", { exact: true }).fill("9");
  await page.getByLabel("Seed", { exact: true }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(readout(page, accuracyOf("100"))).toHaveText("–");
  expect(await stepTo(4)).not.toEqual(first);
});

test("what needs all the images says so in the reader's language, can have them asked for again, and is silent when they are here", async ({ page }) => {
  const shard = /\/train-03\.\w+\.bin$/;
  await page.route(shard, (route) => route.fulfill({ status: 404 }));
  await page.goto("./?lang=ko&backend=cpu#/revolution");
  await expect(page.getByRole("alert")).toContainText("train-03");
  await button(page, "데이터 늘려 보기").click();
  await expect(page.getByRole("alert")).toHaveText(/^여기에는 이미지가 모두 필요한데 일부를 불러오지 못했어요\. 네트워크 연결을 확인하세요\.다시 시도$/);
  await page.unroute(shard);
  await button(page, "다시 시도").click();
  await expect(page.getByRole("alert")).toHaveText("");
});

test.describe("when the worker dies", () => {
  test.use({ expectedErrors: [/RuntimeError/] });

  test("the course begins again in the next one, and comes to where it was", async ({ page }) => {
    await open(page);
    await button(page, "Run more data").click();
    await expect(readout(page, accuracyOf("60,000"))).toHaveText(/\d/);
    await inWorker(page, 'setTimeout(() => { throw new Error("RuntimeError: broken"); })');
    await expect(page.getByRole("alert")).toContainText(/restarted/i);
    await expect.poll(() => number(page, accuracyOf("60,000")), { timeout: 40_000 }).toBeGreaterThan(80);
    await expect(button(page, "Pause"), "it still learns").toBeVisible();
  });
});

test("Space runs and pauses, S goes to the next test, R forgets; another tab pauses, and nothing is lost", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Space");
  await expect(readout(page, accuracyOf("60,000"))).toHaveText(/\d/);
  await page.keyboard.press("Space");
  await expect(state(page)).toHaveText("Paused.");
  const paused = await accuracies(page);
  await page.keyboard.press("s");
  await expect.poll(() => accuracies(page)).not.toEqual(paused);
  await expect(state(page)).toHaveText("Paused.");
  await page.keyboard.press("Space");
  await page.getByRole("tab", { name: "Hardware race" }).click();
  await expect(button(page, "Start race")).toBeVisible();
  await page.getByRole("tab", { name: "More data" }).click();
  await expect(state(page)).toHaveText("Paused.");
  expect((await accuracies(page)).every((accuracy) => accuracy > 0)).toBe(true);
  await page.keyboard.press("r");
  await expect(readout(page, accuracyOf("60,000"))).toHaveText("–");
});

test("what was measured with more data can be had back after Reset, with its seeds, also after a look at another tab", async ({ page }) => {
  await open(page, "seed=4&seeds=3");
  await button(page, "Step").click();
  await expect.poll(async () => (await accuracies(page)).every((accuracy) => accuracy > 0)).toBe(true);
  await expect(state(page)).toHaveText("Paused.");
  const before = await accuracies(page);
  const back = button(page, "Take it back");
  await button(page, "Reset").click();
  await expect(readout(page, accuracyOf("100"))).toHaveText("–");
  await expect(page).not.toHaveURL(/seeds=/);
  await page.getByRole("tab", { name: "Hardware race" }).click();
  await expect(button(page, "Start race")).toBeVisible();
  await expect(back).toBeHidden();
  await page.getByRole("tab", { name: "More data" }).click();
  await back.click();
  await expect.poll(() => accuracies(page)).toEqual(before);
  await expect(page).toHaveURL(/seed=4&seeds=3/);
  await expect(back).toBeHidden();
  // It goes on from there.
  await button(page, "Step").click();
  await expect.poll(() => accuracies(page)).not.toEqual(before);
});

test("without a graphics card the CPU runs alone, and the page says why", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "tab=race&network=128&distance=100");
  await expect(page.getByText(/204,544 an image/), "counted for the network that will run").toBeVisible();
  await button(page, "Start race").click();
  await expect(state(page)).toHaveText("Finished.", { timeout: 40_000 });
  expect(await number(page, "CPU images per second")).toBeGreaterThan(500);
  await expect(readout(page, "GPU images per second")).toHaveText("–");
  await expect(page.getByRole("tabpanel").getByText(/no graphics card that the browser lets WebGPU use|no WebGPU/)).toBeVisible();
  await expect(page.getByText(/^Only the CPU ran/)).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "CPU" })).toHaveAttribute("aria-valuetext", "100 of 100 batches");
  await expect(page.getByRole("progressbar", { name: "GPU" })).toHaveAttribute("aria-valuetext", "0 of 100 batches");
  await expect.poll(() => page.workers().length, { message: "both lanes' workers are gone" }).toBe(1);
  const chart = page.getByRole("img", { name: /^Curve of the loss/ }).locator("canvas");
  const bySteps = await pictureOf(chart);
  await page.getByRole("radio", { name: "Seconds" }).check();
  await expect.poll(() => pictureOf(chart)).not.toBe(bySteps);
  expect(page.url()).toContain("axis=seconds");
  // A race that is over can be had back.
  const speed = await readout(page, "CPU images per second").textContent();
  await page.keyboard.press("r");
  await expect(readout(page, "CPU images per second")).toHaveText("–");
  await button(page, "Take it back").click();
  await expect(state(page)).toHaveText("Finished.");
  await expect(readout(page, "CPU images per second")).toHaveText(`${speed}`);
  await expect(page.getByRole("progressbar", { name: "CPU" })).toHaveAttribute("aria-valuetext", "100 of 100 batches");
  // So it can where another one has begun, until that one is over.
  await page.keyboard.press("Space");
  await expect(state(page)).not.toHaveText("Finished.");
  await button(page, "Take it back").click();
  await expect(state(page)).toHaveText("Finished.");
  await expect(readout(page, "CPU images per second")).toHaveText(`${speed}`);
  await expect.poll(() => page.workers().length, { message: "the other one is given up" }).toBe(1);
});

test("a race that is stopped, or left, ends its workers", async ({ page }) => {
  await open(page, "tab=race&distance=2000");
  await button(page, "Start race").click();
  await expect.poll(() => number(page, "CPU images per second")).toBeGreaterThan(0);
  await button(page, "Stop").click();
  await expect(readout(page, "CPU images per second")).toHaveText("–");
  await expect.poll(() => page.workers().length).toBe(1);
  await page.keyboard.press("Space");
  await expect.poll(() => number(page, "CPU images per second")).toBeGreaterThan(0);
  await page.getByRole("tab", { name: "More data" }).click();
  await expect.poll(() => page.workers().length).toBe(1);
});

test("nothing scrolls on a lecture's screen, nothing sideways on a phone, and the projector's text is large", async ({ page }) => {
  const scrolled = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  for (const lang of ["ko", "en"]) {
    for (const tab of ["more-data", "race"]) {
      for (const [width = 0, height = 0, projector = ""] of [[1920, 1080, "on"], [1280, 720, "on"], [1280, 720, "off"], [390, 844, "off"]]) {
        const where = `${tab} ${lang} ${width}`;
        await page.setViewportSize({ width: Number(width), height: Number(height) });
        // A window that is made narrower shows the same page, and so does a phone that is turned.
        await page.goto(`./?lang=${lang}&projector=${projector}#/revolution?tab=${tab}`);
        await expect(page.locator(".main")).toBeVisible();
        await expect.poll(async () => (await scrolled())[0], where).toBe(width);
        const [, down = 0] = await scrolled();
        if (width === 390) {
          expect(await tooSmall(page, "height"), where).toEqual([]);
        } else expect(down, where).toBe(height);
        if (width === 1920) {
          const small = await page.evaluate(() => {
            const texts = [...document.querySelectorAll("main *")].filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()));
            return texts.filter((element) => element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 22).map((element) => element.textContent);
          });
          expect(small, where).toEqual([]);
        }
      }
    }
  }
});

test("games and networks do the same sums: a corner that is turned and a layer that looks, with their numbers", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/revolution?tab=race");
  await page.getByRole("main").getByRole("button", { name: /^The same for both/ }).click();
  await page.getByRole("button", { name: "Games and networks: the same sums …" }).click();
  const dialog = page.getByRole("dialog", { name: "The same sums" });
  const sums = (/** @type {string} */ name) => dialog.getByRole("list", { name }).getByRole("listitem");
  await expect(sums("The layer's sums").first()).toHaveText(/^h₁\s=\s1\.00 · 1\.00 \+ \(−1\.00\) · 0\.00 \+ 0\.00 · 0\.50\s=\s1\.00$/);
  const explanation = dialog.getByText("Products, added up");
  await expect(explanation, "nothing is given away").toBeHidden();
  await dialog.getByRole("slider", { name: "Pixel 2" }).fill("1");
  await expect(sums("The layer's sums").first()).toHaveText(/\s=\s0\.00$/);
  await expect(explanation, "as long as one side has not been tried").toBeHidden();
  await dialog.getByRole("slider", { name: "Turn the cube" }).fill("90");
  await expect(explanation).toBeVisible();
  await expect(sums("The corner's sums").first()).toHaveText(/^x\s=\s0\.00 · 1\.00 \+ 0\.00 · 1\.00 \+ 1\.00 · 1\.00\s=\s1\.00$/);
  await expect(dialog).toContainText("668,672 multiplications");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
