/* What axe can find of barriers: nothing, on any board, with any of its tabs, in either language and palette. */
import { AxeBuilder } from "@axe-core/playwright";
import { boards } from "./support/boards.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** A formula whose symbols are buttons: HTML allows `math` no role, and without one its parts count as parts of a picture
 *  that cannot be pressed. A group is what lets a screen reader reach them. */
const allowed = /^aria-allowed-role: math\b/;

/**
 * @param {Page} page
 * @param {string} where
 * @param {string} [part] of the page; all of it when left out
 */
async function expectNoBarrier(page, where, part = "html") {
  // No frame is asked, so that no second page has to be opened for the answers to be put together; and what is right is not told.
  const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode().options({ resultTypes: ["violations"] }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`)).filter((barrier) => !allowed.test(barrier));
  expect.soft(found, where).toEqual([]);
}

for (const id of ["", "check", ...boards]) {
  test(`axe finds nothing on ${id || "the cover"}`, async ({ page }) => {
    test.setTimeout(120_000);
    // What fades or moves has no contrast of its own.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`./?lang=en&palette=paper&backend=cpu#/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status", { name: "Device" })).toContainText("CPU");
    const tabs = page.getByRole("main").getByRole("tab");
    // Either language is looked at, and either palette: names depend on the one, contrast on the other.
    for (const look of ["en, paper", "ko, board"]) {
      await expectNoBarrier(page, look);
      // A tab may have tabs of its own.
      /** @type {Set<string>} */
      const seen = new Set();
      const unseen = async () => (await tabs.allTextContents()).find((name) => !seen.has(name));
      for (let name = await unseen(); name; name = await unseen()) {
        seen.add(name);
        const tab = page.getByRole("tab", { name, exact: true });
        if ((await tab.getAttribute("aria-selected")) === "true") continue;
        await tab.click();
        await expect(tab).toHaveAttribute("aria-selected", "true");
        await expectNoBarrier(page, `${look}, ${name}`, "main");
      }
      await page.locator(".tool-palette").click();
      await page.locator(".language").click();
    }
  });
}

test("axe finds nothing in what unfolds", async ({ page }) => {
  await page.goto("./?lang=en&palette=board&backend=cpu#/digits");
  await expect(page.getByRole("button", { name: "Train" })).toBeEnabled();
  for (const card of await page.locator(".card-head").all()) {
    await card.click();
    await expectNoBarrier(page, (await card.textContent()) ?? "", "main");
    await page.keyboard.press("Escape");
  }
  await page.locator("body").press("?");
  await expectNoBarrier(page, "keys");
  await page.keyboard.press("Escape");
  await page.locator("body").press("q");
  await page.getByText("Choose controls to keep").click();
  await expectNoBarrier(page, "share");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Which one, and why" }).click();
  await expectNoBarrier(page, "device");
});
