/* Every page as the README shows it. */
import { join } from "node:path";
import { button } from "../e2e/breaking.js";
import { digits, draw, drawOn, trainTo } from "../e2e/playing.js";
import { boards } from "../e2e/support/boards.js";
import { root } from "../e2e/support/files.js";
import { expect, test } from "../e2e/support/test.js";

/** @import { Page } from "@playwright/test" */

/** What is done on a board before its picture is taken. @type {Record<string, (page: Page) => Promise<unknown>>} */
const scenes = {
  rules: (page) => page.getByRole("tab", { name: "Rules break" }).click(),
  teach: async (page) => {
    for (const [time, digit] of ["4", "7", "4", "7", "7", "4", "4"].entries()) {
      const lines = (digits[digit] ?? []).map((line) => line.map(([x, y]) => /** @type {[number, number]} */ ([x + 0.04 * Math.sin(time + y), y + 0.04 * Math.cos(time + x)])));
      await drawOn(page.getByLabel("Draw one"), lines);
      if (time === 6) break;
      if (time > 1) await expect(page.getByRole("status", { name: "Guess" })).toHaveText(digit === "4" ? "cat" : "car");
      await button(page, time > 1 ? "Right" : "Teach").click();
    }
  },
  perceptron: (page) => button(page, "Learn").click(),
  depth: async (page) => {
    await page.getByRole("tab", { name: "Playground" }).click();
    await button(page, "Train").click();
  },
  learning: async (page) => {
    await button(page, "where it is steepest").click();
    for (let steps = 0; steps < 6; steps += 1) {
      await button(page, "Step").click();
      await expect(page.getByRole("status", { name: "Steps" })).toHaveText(String(steps + 1));
    }
  },
  revolution: (page) => page.locator("body").press("Space"),
  digits: async (page) => {
    await trainTo(page, 97);
    await draw(page, digits[3] ?? []);
    await expect(page.getByRole("status", { name: "Prediction" })).toContainText("3");
  },
  next: async (page) => {
    await page.locator("body").press("Space");
    await expect(button(page, "Run again")).toBeVisible({ timeout: 30_000 });
    // Onto the upper stroke of the seven.
    await page.getByRole("application", { name: "Picture" }).click({ position: { x: 100, y: 85 } });
  },
};

for (const [index, id] of ["cover", ...boards].entries()) {
  test(`docs/${id}.png`, async ({ page }) => {
    // Paper and board take turns, so that the README shows both.
    const palette = index % 2 === 0 ? "paper" : "board";
    await page.goto(`./?lang=en&backend=cpu&palette=${palette}#/${id === "cover" ? "" : id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("status", { name: "Device" })).toContainText("CPU");
    await scenes[id]?.(page);
    await page.mouse.move(0, 0);
    // What moves has come to a telling moment by then.
    await page.waitForTimeout(6000);
    await page.screenshot({ path: join(root, "docs", `${id}.png`) });
  });
}
