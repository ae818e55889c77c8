/* Every page on a phone and on a tablet, with each of its tabs, in both languages. */
import { boards } from "./support/boards.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const sizes = /** @type {const} */ ([[390, 844], [820, 1180]]);
/** What a finger finds. */
const TARGET = 44;

test.use({ hasTouch: true });

/** @param {Page} page @param {string} where */
async function expectRoom(page, where) {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    // What is drawn follows the window a moment later.
    await expect.soft.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${where} at ${width} x ${height}` }).toBe(width);
    expect.soft(await page.evaluate(smallTargets, TARGET), `${where} at ${width} x ${height}`).toEqual([]);
  }
}

/**
 * The controls that are smaller than a finger. A cell of a table is as large as the table allows, a word in a sentence as
 * its line, and what belongs to a label can be pressed there.
 * @param {number} target
 */
function smallTargets(target) {
  const controls = document.querySelectorAll("button, a[href], summary, select, input:not([type=radio], [type=checkbox]), label:has(> input)");
  return [...controls].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const isUnseen = !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || box.width === 0 || box.left >= innerWidth || element.closest(".unseen") !== null;
    const isCell = element.closest("[role=gridcell], .matrix, .world, td") !== null;
    const isWord = element.tagName === "A" && element.closest("p") !== null;
    if (isUnseen || isCell || isWord || (box.height > target - 0.5 && box.width > target - 0.5)) return [];
    const name = element.getAttribute("aria-label") ?? (element.textContent?.trim() || element.className);
    return [`${element.tagName} ${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`];
  });
}

for (const id of ["", "check", ...boards]) {
  test(`${id || "the cover"} fits a phone and a tablet, and fingers find what they press`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const lang of ["ko", "en"]) {
      await page.goto(`./?lang=${lang}&backend=cpu#/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectRoom(page, lang);
      for (const tab of await page.getByRole("main").getByRole("tab").all()) {
        await tab.click();
        await expectRoom(page, `${lang}, ${await tab.textContent()}`);
      }
    }
  });
}
