/* Start from what is known: 5 to 9 after 0 to 4, or what a visitor drew, in three ways. */
import { readFile } from "node:fs/promises";
import { button, inWorker, number, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";
import { taught } from "./taught.js";

// A network is trained on all images of five digits before.
test.use({ data: "whole" });

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

/** How many bands the picture has. @param {Page} page */
async function bandsOf(page) {
  await page.getByRole("img", { name: /^Test accuracy/ }).press("Enter");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save picture (SVG)").click()]);
  return (await readFile(await download.path(), "utf8")).split("<polygon").length - 1;
}

test("what was learnt on 0 to 4 helps with 5 to 9, and by how much was predicted before", async ({ page }) => {
  test.slow();
  await open(page, "knownSeeds=1");
  for (const way of ways) await expect(readout(page, way)).toHaveText("–");
  await story(page).getByRole("button", { name: "better by more than 10 points" }).click();
  await button(page, "Learn 5 to 9").click();
  await expect(state(page)).toHaveText(/^Pre-training on 0 to 4, step \d+ of 400, seed 1/);
  await expect(state(page)).toHaveText(/^Done/, { timeout: 100_000 });
  const [scratch = 0, transferred = 0, tuned = 0] = await accuracies(page);
  expect(await number(page, "Pre-trained")).toBeGreaterThan(98);
  expect(scratch).toBeGreaterThan(70);
  expect(transferred, "beside from scratch").toBeGreaterThan(scratch + 1);
  expect(tuned, "beside from scratch").toBeGreaterThan(scratch);
  const told = /^With one seed, .* ahead of From scratch by ([\d.]+) points\.$/.exec((await page.locator(".known-verdict").textContent()) ?? "");
  expect(await bandsOf(page), "a single seed has none").toBe(0);
  expect(Math.abs(Number(told?.[1]) - (transferred - scratch))).toBeLessThan(0.11);
  await expect(story(page)).toContainText("better by 1 to 10 points");
  await expect(page.getByRole("img", { name: /^Test accuracy: With 10 examples of each digit: From scratch: .*%, Transferred: .*%, Fine-tuned: .*%$/ })).toBeVisible();

  await story(page).getByRole("button", { name: "Onward" }).click();
  await expect(page).toHaveURL(/knownExamples=all/);
  await expect(page.getByRole("radio", { name: "All three" })).toBeChecked();
});

test("with another number of examples it is asked anew, and what was predicted for the first one stays with that", async ({ page }) => {
  await open(page);
  const story = page.getByRole("group", { name: "Story" });
  await story.getByRole("button", { name: "better by 1 to 10 points" }).click();
  await expect(story.locator("[aria-current]")).toHaveText("Run");
  await page.getByRole("radio", { name: "50", exact: true }).check();
  await expect(story.locator("[aria-current]")).toHaveText("Predict");
  await expect(story).toContainText("With 50 examples of each digit");
  await page.getByRole("radio", { name: "10", exact: true }).check();
  await expect(story.getByRole("status", { name: "Your prediction" })).toHaveText("better by 1 to 10 points");
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

test("each seed is pre-trained for once, whatever is learnt with it: the bands come from all of them", async ({ page }) => {
  test.slow();
  await open(page, "knownSeeds=2&knownExamples=5");
  await button(page, "Learn 5 to 9").click();
  await expect(state(page)).toHaveText(/^Pre-training on 0 to 4, .*, seed 1/);
  await expect(state(page)).toHaveText(/^Pre-training on 0 to 4, .*, seed 2/, { timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "With 5 of each, kernels of seed 1" })).toBeVisible();
  await expect(page.locator(".known-verdict"), "it is of both seeds").toBeEmpty();
  await expect(state(page)).toHaveText(/^Done/, { timeout: 100_000 });
  await expect(state(page), "the bands stand already").toHaveText("Done, with 2 seeds. Press again for one more.");
  await expect(page.locator(".known-verdict")).toContainText(/of 2 seeds/);
  expect(await bandsOf(page)).toBe(ways.length);
  await expect(page.getByRole("heading", { name: "With 5 of each, kernels of seed 2" })).toBeVisible();
  await expect(page.locator(".known-results li", { hasText: "Pre-trained" }), "from seed to seed").toContainText(/\d–\d/);
  await page.getByRole("radio", { name: "10", exact: true }).check();
  const told = page.evaluate(() => new Promise((resolve) => {
    const state = document.querySelector(".run-state");
    const texts = new Set();
    new MutationObserver(() => {
      texts.add(state?.textContent);
      if (state?.textContent?.startsWith("Done")) resolve([...texts]);
    }).observe(state ?? document, { childList: true, characterData: true, subtree: true });
  }));
  await button(page, "Learn 5 to 9").click();
  expect((await /** @type {Promise<string[]>} */ (told)).filter((text) => /Pre-training/.test(text))).toEqual([]);
});

test("what was learnt is there again at the next visit, with its kernels, and goes on from there", async ({ page }) => {
  test.slow();
  await open(page, "knownSeeds=2&knownExamples=5");
  await button(page, "Learn 5 to 9").click();
  await expect(state(page)).toHaveText(/^Done/, { timeout: 150_000 });
  const kernels = page.getByRole("heading", { name: "With 5 of each, kernels of seed 2" });
  await expect(kernels).toBeVisible();
  const [before, verdict] = [await accuracies(page), (await page.locator(".known-verdict").textContent()) ?? ""];
  await page.goto("about:blank");

  await page.goto("./?lang=en#/next?tab=known");
  await expect(page.getByText(/^What was learnt from a few until .+ is still here \(runs: 2\)\.$/)).toBeVisible();
  await expect(readout(page, "Transferred"), "what is predicted is not given away").toHaveText("–");
  await button(page, "Go on with it").click();
  await expect.poll(() => accuracies(page)).toEqual(before);
  await expect(page.locator(".known-verdict")).toHaveText(verdict);
  await expect(kernels).toBeVisible();
  await expect(page).toHaveURL(/knownExamples=5/);
  await expect(state(page)).toHaveText(/^Done/);
  await page.getByRole("radio", { name: "10", exact: true }).check();
  await button(page, "Step").click();
  await expect.poll(() => readout(page, "Fine-tuned").textContent(), { timeout: 60_000 }).toContain("%");
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await expect.poll(() => accuracies(page), { message: "beside what is learnt from now on" }).toEqual(before);
});

test("seeds that are over are there again after a reload in the middle of the next one", async ({ page }) => {
  test.slow();
  await open(page, "knownSeeds=3&knownExamples=5");
  await button(page, "Learn 5 to 9").click();
  await expect(state(page)).toHaveText(/seed 3 …$/, { timeout: 150_000 });
  await page.goto("about:blank");
  await page.goto("./?lang=en#/next?tab=known&knownSeeds=3&knownExamples=5");
  await expect(page.getByText(/still here \(runs: 2\)\.$/)).toBeVisible();
  await button(page, "Go on with it").click();
  await expect(readout(page, "Transferred")).toHaveText(/%/);
  await button(page, "Learn 5 to 9").click();
  await expect(state(page)).toHaveText(/seed 3 …$/);
});

test("what ten seeds came to is told when one's own have", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^The same for all three/ }).click();
  await expect(page.getByText("All learn on the CPU")).toBeVisible();
  await expect(page.getByText(/seeds 1 to 10/)).toHaveCount(1);
  await expect(page.getByText(/seeds 1 to 10/)).toBeHidden();
});

test("what was drawn on the board of teaching is learnt from a few, and tested on the rest", async ({ page }) => {
  test.slow();
  const drawn = "next?tab=known&knownSubject=drawn&knownSeeds=2";
  await open(page, "knownSeeds=2");
  await page.getByRole("radio", { name: "Your own kinds" }).check();
  await expect(page.getByText("Nothing has been taught yet. Draw two kinds on Teach, 5 of each or more, and come back.")).toBeVisible();
  await expect(button(page, "Learn your kinds"), "there is nothing to be learnt").toBeHidden();
  await page.keyboard.press("Space");
  await expect(state(page)).toBeHidden();
  await expect(story(page).locator("[aria-current]"), "nor to be predicted").toHaveText("Predict");
  await expect(story(page)).toContainText("First teach two kinds on Teach, 5 drawings of each or more.");
  await expect(story(page).getByRole("button")).toHaveCount(0);
  await story(page).getByRole("link", { name: "To Teach" }).click();
  await expect(page.locator("main")).toHaveAttribute("data-board", "teach");

  await taught(page, [4, 9], drawn);
  await expect(page.getByText("Your drawings: cat 4 · car 9. Learning from 1 takes 5 of each: the others are the test.")).toBeVisible();
  await taught(page, [8, 9], drawn);
  await expect(page.getByText("Your drawings: cat 8 · car 9")).toBeVisible();
  await expect(page.getByRole("link", { name: "To Teach" })).toBeHidden();
  await story(page).getByRole("button", { name: "less than 5 points apart" }).click();
  await button(page, "Learn your kinds").click();
  await expect(state(page)).toHaveText(/^Done/, { timeout: 100_000 });
  for (const accuracy of await accuracies(page)) expect(accuracy).toBeGreaterThan(60);
  await expect(story(page)).toContainText("17 drawings");
  await expect(page.getByRole("img", { name: /^Test accuracy: Learnt from 1 of each kind: From scratch: .*%, Transferred: .*%, Fine-tuned: .*%$/ })).toBeVisible();
  await expect(page.locator(".known-verdict")).toContainText(/of 2 seeds|over 2 seeds/);
  const hidden = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  for (const size of [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }]) {
    await page.setViewportSize(size);
    await expect.poll(hidden, { message: "all of it is in view" }).toBe(0);
    await page.keyboard.press("p");
    await expect.poll(hidden, { message: "and on the projector" }).toBe(0);
    await page.keyboard.press("p");
  }

  await page.getByRole("radio", { name: "5 to 9" }).check();
  await expect(readout(page, "Transferred"), "of digits nothing is known yet").toHaveText("–");
  await page.getByRole("radio", { name: "Your own kinds" }).check();
  await expect(readout(page, "Transferred")).toHaveText(/%/);
  await taught(page, [8, 8], drawn);
  await expect(page.getByText("Your drawings: cat 8 · car 8")).toBeVisible();
  await expect(readout(page, "Transferred"), "nor of other drawings").toHaveText("–");

  await page.reload();
  await expect(page.getByText("Your drawings: cat 8 · car 8"), "they are kept").toBeVisible();
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

test("where not all that is learnt from has room, it is said how much of it is shown", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "knownExamples=50&knownSeeds=1");
  await button(page, "Step").click();
  await expect(page.getByText("What is learnt from with seed 1: 10 of the 50 of each digit")).toBeVisible({ timeout: 40_000 });
  await page.getByRole("radio", { name: "10", exact: true }).check();
  await button(page, "Step").click();
  await expect(page.getByText("What is learnt from with seed 1", { exact: true })).toBeVisible({ timeout: 40_000 });
});
