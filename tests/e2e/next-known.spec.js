/* Start from what is known: 5 to 9 after 0 to 4, in three ways. */
import { button, inWorker, number, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const ways = ["From scratch", "Transferred", "Fine-tuned"];

/** @param {Page} page @param {string} [query] */
async function open(page, query = "") {
  await page.goto(`./?lang=en#/next?tab=known&${query}`);
  await expect(button(page, "Learn 5 to 9")).toBeVisible();
}

/** @param {Page} page */
const state = (page) => page.getByRole("status", { name: "State" });

/** @param {Page} page */
const story = (page) => page.getByRole("group", { name: "Story" });

/** What all three read-outs show. @param {Page} page */
const accuracies = (page) => Promise.all(ways.map((way) => number(page, way)));

test("what was learnt on 0 to 4 helps with 5 to 9, and by how much was predicted before", async ({ page }) => {
  test.slow();
  await open(page, "knownSeeds=1");
  for (const way of ways) await expect(readout(page, way)).toHaveText("–");
  await story(page).getByRole("button", { name: "better by more than 10 points" }).click();
  await button(page, "Learn 5 to 9").click();
  await expect(state(page)).toHaveText(/^Pre-training on 0 to 4, step \d+ of 500/);
  await expect(state(page)).toHaveText(/^Done/, { timeout: 100_000 });
  const [scratch = 0, transferred = 0, tuned = 0] = await accuracies(page);
  expect(await number(page, "Pre-trained")).toBeGreaterThan(98);
  expect(scratch).toBeGreaterThan(70);
  expect(transferred, "beside from scratch").toBeGreaterThan(scratch + 1);
  expect(tuned, "beside from scratch").toBeGreaterThan(scratch);
  const told = /ahead of From scratch by ([\d.]+) points: better with 1 of 1 seeds/.exec((await page.locator(".known-verdict").textContent()) ?? "");
  expect(Math.abs(Number(told?.[1]) - (transferred - scratch))).toBeLessThan(0.11);
  await expect(story(page)).toContainText("better by 1 to 10 points");
  await expect(page.getByRole("img", { name: /^Test accuracy: With 10 examples of each digit: From scratch: .*%, Transferred: .*%, Fine-tuned: .*%$/ })).toBeVisible();

  await story(page).getByRole("button", { name: "Onward" }).click();
  await expect(page).toHaveURL(/knownExamples=all/);
  await expect(page.getByRole("radio", { name: "All three" })).toBeChecked();
});

test("frozen kernels stay what they were, fine-tuned ones do not, and from scratch they are others", async ({ page }) => {
  test.slow();
  await open(page);
  await button(page, "Step").click();
  await expect(state(page)).toHaveText("Paused.", { timeout: 60_000 });
  /** @param {string} name as it begins */
  const kernels = (name) => page.getByRole("img", { name: new RegExp(`^${name}, eight kernels`) }).evaluate((/** @type {HTMLCanvasElement} */ canvas) => canvas.toDataURL());
  const before = await kernels("Pre-trained");
  await expect.poll(() => kernels("Transferred")).toBe(before);
  expect(await kernels("Fine-tuned")).not.toBe(before);
  expect(await kernels("From scratch")).not.toBe(before);
  await expect(page.getByRole("img", { name: "Transferred, eight kernels: kernels frozen" })).toBeVisible();
});

test("Space runs and pauses, S goes to the next test, R forgets, and what was measured can be had back", async ({ page }) => {
  test.slow();
  await open(page);
  await page.keyboard.press("Space");
  await expect(state(page)).toHaveText(/^Pre-training/);
  await page.keyboard.press("Space");
  await expect(button(page, "Learn 5 to 9"), "it rests").toBeVisible();
  await page.keyboard.press("s");
  await expect.poll(() => readout(page, "Fine-tuned").textContent(), { timeout: 60_000 }).toContain("%");
  await expect(state(page)).toHaveText("Paused.");
  const before = await accuracies(page);
  await page.keyboard.press("r");
  await expect(readout(page, "Transferred")).toHaveText("–");
  await button(page, "Take it back").click();
  await expect.poll(() => accuracies(page)).toEqual(before);
  await page.keyboard.press("r");
  await expect(readout(page, "Transferred")).toHaveText("–");
  await page.keyboard.press("s");
  await expect.poll(() => readout(page, "Fine-tuned").textContent(), { timeout: 60_000 }).toContain("%");
  expect(await accuracies(page), "the same seed goes the same way").toEqual(before);
});

test.describe("when the worker dies", () => {
  test.use({ expectedErrors: [/RuntimeError/] });

  test("the next one pre-trains again, and comes to where it was", async ({ page }) => {
    test.slow();
    await open(page, "knownSeeds=1&knownExamples=5");
    await button(page, "Learn 5 to 9").click();
    await expect(state(page)).toHaveText(/^Learning from 5 of each/, { timeout: 60_000 });
    await inWorker(page, 'setTimeout(() => { throw new Error("RuntimeError: broken"); })');
    await expect(page.getByRole("alert")).toContainText(/restarted/i);
    await expect(state(page)).toHaveText(/^Done/, { timeout: 100_000 });
    expect(await number(page, "Transferred")).toBeGreaterThan(70);
  });
});
