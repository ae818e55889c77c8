/* Few images: three ways to learn from them. */
import { button, expectAbove, number, readout } from "./breaking.js";
import { pictureOf } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const names = ["Without distortions", "With distortions", "With dropout"];

/** @param {Page} page @param {string} [query] */
async function open(page, query = "") {
  await page.goto(`./?lang=en&backend=cpu#/next?tab=few${query}`);
  await expect(button(page, "Train all three")).toBeEnabled();
}

/** @param {Page} page */
const state = (page) => page.getByRole("status", { name: "State" });

/** @param {Page} page */
const accuracies = (page) => Promise.all(names.map((name) => number(page, name)));

/** To the next test, of all. @param {Page} page */
async function step(page) {
  const before = await accuracies(page);
  await button(page, "Step").click();
  await expect.poll(() => accuracies(page), { timeout: 40_000 }).not.toEqual(before);
  await expect(state(page)).toHaveText("Paused.", { timeout: 40_000 });
}

test("with distortions fewer mistakes are left, and a smaller gap between train and test", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, "&fewImages=100");
  const story = page.getByRole("group", { name: "Story" });
  await story.getByRole("button", { name: "fewer mistakes" }).click();
  await button(page, "Train all three").click();
  await expect(state(page)).toHaveText(/^Done/, { timeout: 200_000 });
  const [without = 0, distorted = 0] = await accuracies(page);
  expect(without).toBeGreaterThan(55);
  expect(distorted).toBeGreaterThan(without + 5);
  const gaps = await page.getByText(/^Overfitting: /).allTextContents();
  const [first = 0, second = 0] = gaps.map((text) => Number(/[\d.]+/.exec(text)?.[0]));
  expect(gaps).toHaveLength(3);
  expect(first).toBeGreaterThan(second + 5);
  await expect(story, "what the parts are of is said").toContainText(/It came to fewer mistakes, as you predicted\. With distortions it has \d+% right, instead of \d+%/);
  await expect(page.getByRole("img", { name: /^Without distortions: train 100\.0% and test/ })).toBeVisible();
  await story.getByRole("button", { name: "Onward" }).click();
  await expect(page.getByRole("tab", { name: "Start from what is known" })).toHaveAttribute("aria-selected", "true");
});

test("nothing is called overfitting before anything has been learnt", async ({ page }) => {
  await open(page);
  await step(page);
  await expect(page.locator(".way-gap")).toHaveText(["", "", ""]);
  await step(page);
  await expect(page.locator(".way-gap").first()).toHaveText(/verfitting/);
});

test("the images that are fed are others in every epoch", async ({ page }) => {
  await open(page);
  for (let steps = 0; steps < 2; steps += 1) await step(page);
  const first = page.getByRole("img", { name: "The same in epoch 1" });
  await expect(first).toBeVisible();
  const picture = await pictureOf(first);
  await step(page);
  const second = page.getByRole("img", { name: "The same in epoch 2" });
  await expect(second).toBeVisible();
  expect(await pictureOf(second)).not.toBe(picture);
  await page.keyboard.press("r");
  await expect(second).toBeHidden();
  await expect(readout(page, "With distortions")).toHaveText("–");
});

test("while it learns, the images that are shown are of the epoch that the curve has come to", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page);
  await page.getByRole("img", { name: /^With distortions/ }).waitFor();
  // What is read in one look: the caption beside the newest step of the curve.
  const looks = page.evaluate(async () => {
    /** @type {Set<string>} */
    const seen = new Set();
    for (const end = performance.now() + 200_000; performance.now() < end; await new Promise(requestAnimationFrame)) {
      const epoch = /epoch (\d+)/.exec(document.querySelector(".fed figure:last-child figcaption")?.textContent ?? "")?.[1];
      const accuracy = document.querySelector(".way-distorted output")?.textContent;
      if (epoch && accuracy) seen.add(`${epoch} ${accuracy}`);
      if (/^Done/.test(document.querySelector(".run-state")?.textContent ?? "")) break;
    }
    return [...seen];
  });
  await button(page, "Train all three").click();
  const epochs = (await looks).map((look) => look.split(" ")[0]);
  // Tested after 20, 40, 80, 120, 160, 220, 300 and 400 steps of 50 of the thousand images.
  expect([...new Set(epochs)].every((epoch) => ["1", "2", "4", "6", "8", "11", "15", "20"].includes(epoch ?? "")), epochs.join()).toBe(true);
  expect(epochs.at(-1)).toBe("20");
});

test("a thousand and a hundred images are kept apart, and the other number pauses", async ({ page }) => {
  await open(page);
  await button(page, "Train all three").click();
  await expectAbove(page, "With dropout", 0);
  await page.getByRole("radio", { name: "100 images" }).check();
  await expect(page).toHaveURL(/fewImages=100/);
  await expect(readout(page, "With dropout")).toHaveText("–");
  await page.getByRole("radio", { name: "1,000 images" }).check();
  await expect(state(page)).toHaveText("Paused.");
  await expectAbove(page, "With dropout", 0);
});

test("the same seed goes the same way", async ({ page }) => {
  await open(page, "&fewImages=100&fewSeed=5");
  for (let steps = 0; steps < 3; steps += 1) await step(page);
  const first = await accuracies(page);
  await page.keyboard.press("r");
  for (let steps = 0; steps < 3; steps += 1) await step(page);
  expect(await accuracies(page)).toEqual(first);
});
