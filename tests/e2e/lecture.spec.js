/* The lecture from the cover to the last board: by keyboard alone, projected, in Korean. */
import { boards } from "./support/boards.js";
import { expect, test } from "./support/test.js";
import { ko } from "./support/texts.js";

// Boards that need all images are among those that are walked through.
test.use({ data: "whole" });

/** @import { Page } from "@playwright/test" */

/** @param {string} key */
const t = (key) => ko[key] ?? "";

/** Nothing on the projector is smaller, in pixels at 1920 x 1080. */
const SMALLEST_TEXT = 22;

/** Texts that the back row cannot read. @param {number} smallest */
function smallTexts(smallest) {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    const box = element?.getBoundingClientRect();
    if (!element || !node.textContent?.trim() || element.closest(".unseen, option") || !element.checkVisibility() || !box || box.width < 2) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < smallest) found.push(`${size}: ${node.textContent}`);
  }
  return found;
}

/** What the board has to say and to show, to be compared. @param {Page} page */
const stateOf = (page) =>
  page.getByRole("main").evaluate((main) => main.innerHTML + [...main.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()).join());

/** The digits are learnt, and one that is drawn by keys is read. @param {Page} page */
async function learnAndRead(page) {
  const accuracy = page.getByRole("status", { name: t("readout.accuracy"), exact: true });
  await expect.poll(async () => Number.parseFloat((await accuracy.textContent()) ?? ""), { timeout: 60_000 }).toBeGreaterThan(80);
  await page.getByLabel(t("pad.canvas")).focus();
  await page.keyboard.press("Space");
  for (let move = 0; move < 8; move += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByRole("status", { name: t("readout.prediction"), exact: true })).toHaveText(/\d/);
  await page.keyboard.press("Escape");
}

test("from the cover to the last board by keyboard alone, projected, in Korean", { tag: "@every-engine" }, async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("./?lang=ko&backend=cpu#/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("cover.title"));
  await page.keyboard.press("p");
  await expect(page.locator("html")).toHaveAttribute("data-projector", "on");
  await expect(page.locator("body")).toHaveCSS("word-break", "keep-all");
  expect.soft(await page.evaluate(smallTexts, SMALLEST_TEXT), "the cover").toEqual([]);

  for (const [place, id] of boards.entries()) {
    // An arrow and a clicker's key in turn: a pad that was drawn on keeps the arrows.
    await page.keyboard.press(place % 2 === 0 ? "ArrowRight" : "PageDown");
    await expect(page).toHaveURL(new RegExp(`#/${id}`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(`${id}.question`));
    await expect(page).toHaveTitle(`${t(`${id}.title`)} · Chalknet`);
    await expect(page.getByRole("main").locator(".main:visible").first()).toBeEnabled();
    expect.soft(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), `${id} is in view`).toEqual([1920, 1080]);
    // The main action does something that one can see.
    const before = await stateOf(page);
    await page.keyboard.press("Space");
    await expect.poll(async () => (await stateOf(page)) !== before, { message: `Space on ${id}` }).toBe(true);
    expect.soft(await page.evaluate(smallTexts, SMALLEST_TEXT), id).toEqual([]);
    if (id === "digits") await learnAndRead(page);
  }

  // Nobody had to predict anything for it.
  await page.evaluate(() => void (location.hash = "#/look-back"));
  await expect(page.getByRole("main")).toContainText(t("look-back.nothing"));
});
