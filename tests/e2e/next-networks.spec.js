/* Two networks with about as many parameters, on digits as they are and moved. */
import { button, expectAbove, inWorker, number, readout } from "./breaking.js";
import { drawOn, pictureOf } from "./playing.js";
import { expect, test } from "./support/test.js";

// They learn from more images than two shards have.
test.use({ data: "whole" });

/** @import { Page } from "@playwright/test" */

const names = ["Convolutional", "Dense", "Convolutional, shifted", "Dense, shifted"];

/** @param {Page} page @param {string} [query] */
async function open(page, query = "") {
  await page.goto(`./?lang=en&backend=cpu#/next?look=networks${query}`);
  await expect(button(page, "Train both")).toBeEnabled();
}

/** @param {Page} page */
const state = (page) => page.getByRole("status", { name: "State" });

/** @param {Page} page */
const accuracies = (page) => Promise.all(names.map((name) => number(page, name)));

/** To the next test, of both. @param {Page} page */
async function step(page) {
  const before = await accuracies(page);
  await button(page, "Step").click();
  await expect.poll(() => accuracies(page), { timeout: 40_000 }).not.toEqual(before);
  await expect(state(page)).toHaveText("Paused.", { timeout: 40_000 });
}

/** @param {Page} page @param {number} filter */
const map = (page, filter) => page.getByRole("img", { name: new RegExp(`^Kernel ${filter},`) }).locator("canvas").nth(1);

test("on moved digits the dense network falls further, and what was predicted stands beside what came", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page);
  for (const name of names) await expect(readout(page, name)).toHaveText("–");
  const story = page.getByRole("group", { name: "Story" });
  await story.getByRole("button", { name: "hardly anything" }).click();
  await button(page, "Train both").click();
  await expect(state(page)).toHaveText(/^Done/, { timeout: 200_000 });
  const [convolutional = 0, dense = 0, convolutionalShifted = 0, denseShifted = 0] = await accuracies(page);
  expect(convolutional).toBeGreaterThan(94);
  expect(dense).toBeGreaterThan(83);
  expect(convolutionalShifted).toBeGreaterThan(denseShifted + 10);
  expect(dense - denseShifted, "the dense one falls further").toBeGreaterThan(convolutional - convolutionalShifted + 10);
  await expect(story).toContainText("It came to a deeper fall of the dense one: a surprise");
  await expect(page.getByRole("img", { name: /^Test accuracy: Convolutional .*%, Dense .*%/ })).toBeVisible();
  await story.getByRole("button", { name: "Onward" }).click();
  await expect(page.getByRole("tab", { name: "More from few" })).toHaveAttribute("aria-selected", "true");
});

test("the same seed goes the same way, step by step; Reset forgets it, and it can be had back", async ({ page }) => {
  await open(page, "&networksSeed=4");
  for (let steps = 0; steps < 2; steps += 1) await step(page);
  const first = await accuracies(page);
  expect(first.every((accuracy) => accuracy > 5), `${first}`).toBe(true);
  await page.keyboard.press("r");
  await expect(readout(page, "Dense")).toHaveText("–");
  await button(page, "Take it back").click();
  await expect.poll(() => accuracies(page)).toEqual(first);
  await button(page, "Reset").click();
  for (let steps = 0; steps < 2; steps += 1) await step(page);
  expect(await accuracies(page)).toEqual(first);
});

test("the maps follow the pen, and the kernels the training", async ({ page }) => {
  await open(page);
  await expect(page.getByText("not learnt yet")).toBeVisible();
  await expect.poll(() => pictureOf(map(page, 6))).not.toBe("");
  const ofImage = await pictureOf(map(page, 6));
  await drawOn(page.getByLabel("Drawing to look at"), [[[0.2, 0.5], [0.8, 0.5]]]);
  await expect.poll(() => pictureOf(map(page, 6))).not.toBe(ofImage);
  const weights = await page.getByRole("img", { name: /^Kernel 1,/ }).getAttribute("aria-label");
  for (let steps = 0; steps < 2; steps += 1) await step(page);
  await expect(page.getByText("after 25 steps")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Kernel 1,/ })).not.toHaveAttribute("aria-label", `${weights}`);
});

test("after Reset the maps are those of the first weights again, and what is taken back has its own", async ({ page }) => {
  await open(page);
  const kernel = page.getByRole("img", { name: /^Kernel 1,/ });
  const weights = () => kernel.getAttribute("aria-label");
  await expect(page.getByText("seed 1, not learnt yet")).toBeVisible();
  const fresh = await weights();
  for (let steps = 0; steps < 2; steps += 1) await step(page);
  await expect(page.getByText("seed 1, after 25 steps")).toBeVisible();
  const learnt = await weights();
  expect(learnt).not.toBe(fresh);
  await button(page, "Reset").click();
  await expect(page.getByText("seed 1, not learnt yet")).toBeVisible();
  expect(await weights()).toBe(fresh);
  await button(page, "Take it back").click();
  await expect(page.getByText("seed 1, after 25 steps")).toBeVisible();
  expect(await weights()).toBe(learnt);
});

test("what one looks at is in the address, and nothing learns unseen", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/next");
  await page.getByRole("radio", { name: "Networks" }).check();
  await expect(page).toHaveURL(/look=networks/);
  await page.keyboard.press("Space");
  await expectAbove(page, "Convolutional", 0);
  await page.getByRole("radio", { name: "Kernel" }).check();
  await expect(page.getByRole("grid", { name: "Kernel" })).toBeVisible();
  await page.getByRole("radio", { name: "Networks" }).check();
  await expect(state(page)).toHaveText("Paused.");
});

test.describe("when the worker dies", () => {
  test.use({ expectedErrors: [/RuntimeError/] });

  test("the course begins again in the next one", async ({ page }) => {
    await open(page);
    await button(page, "Train both").click();
    await expectAbove(page, "Dense", 0);
    await inWorker(page, 'setTimeout(() => { throw new Error("RuntimeError: broken"); })');
    await expect(page.getByRole("alert")).toContainText(/restarted/i);
    await expectAbove(page, "Convolutional", 50, 60_000);
    await expect(button(page, "Pause"), "it still learns").toBeVisible();
  });
});

test("another seed that is asked for in mid-run is the one that learns from then on", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  await button(page, "Train both").click();
  await expect(readout(page, "Dense")).toHaveText(/%/, { timeout: 60_000 });
  await page.getByRole("button", { name: /^The same for both/ }).click();
  const seed = page.getByRole("spinbutton", { name: "Seed", exact: true });
  await seed.fill("7");
  await seed.press("Enter");
  await expect(state(page)).toHaveText(/seed 7/);
  await expect(readout(page, "Dense"), "and not the seed before").toHaveText(/%/, { timeout: 60_000 });
  await expect(page.getByText(/^seed 7, after \d+ steps$/), "the kernels are of that one").toBeVisible();
  await page.keyboard.press("Escape");
  await button(page, "Pause").click();
});

test("on the smallest phone the curves have more room than their names", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await step(page);
  const chart = page.getByRole("img", { name: /^Test accuracy/ });
  const [whole, curves] = await Promise.all([chart, chart.locator(".u-over")].map(async (of) => (await of.boundingBox())?.width ?? NaN));
  expect(Number(curves) / Number(whole)).toBeGreaterThan(0.45);
});
