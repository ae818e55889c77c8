/* What comes after this hour: a window that looks for parts, and the course. */
import { button, readout } from "./breaking.js";
import { drawOn, pictureOf } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {string} name the numbers of a table, row by row */
const numbers = async (page, name) => (await page.getByRole("table", { name }).getByRole("cell").allTextContents()).map((text) => Number(text.replace("−", "-")));

/** @param {Page} page */
const picture = (page) => page.getByRole("application", { name: "Picture" });

test("the sum is that of the nine products under the window, wherever the arrow keys take it", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto("#/next?kernel=1_2_3_0_0_0_-1_-2_-3&window=0");
  await expect(page.getByRole("table", { name: "Under the window" })).toBeVisible();
  await picture(page).focus();
  // To where the first image of the test set, a seven, has ink.
  await page.keyboard.press("ArrowDown");
  // Pressed faster than anything is drawn.
  await picture(page).evaluate((area) => {
    for (let row = 1; row < 8; row += 1) area.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
  });
  for (let jump = 0; jump < 2; jump += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect(page).toHaveURL(/window=234/);
  await expect.poll(async () => (await numbers(page, "Under the window")).some((value) => value > 0)).toBe(true);
  const [values, made] = [await numbers(page, "Under the window"), await numbers(page, "Products")];
  for (const [cell, weight] of [1, 2, 3, 0, 0, 0, -1, -2, -3].entries()) expect(made[cell]).toBeCloseTo(weight * (values[cell] ?? 0), 5);
  const sum = Number((await readout(page, "Sum").textContent())?.replace("−", "-"));
  // As it is read aloud.
  expect(sum).toBeCloseTo(made.reduce((total, value) => total + value, 0), 5);
});

test("a kernel is picked or typed, and is in the address", async ({ page }) => {
  await page.goto("#/next");
  const grid = page.getByRole("grid", { name: "Kernel" });
  await page.getByRole("button", { name: "sharpen" }).click();
  await expect(grid.getByRole("spinbutton", { name: "row 2, column 2" })).toHaveValue("5");
  await expect(page).toHaveURL(/kernel=0_-1_0_-1_5_-1_0_-1_0/);
  const field = grid.getByRole("spinbutton", { name: "row 1, column 1" });
  await field.fill("40");
  await field.press("Enter");
  await expect(page.getByText("From −9.99 to 9.99")).toBeVisible();
  await field.fill("0.25");
  await field.press("Enter");
  await expect(page).toHaveURL(/kernel=0.25_-1_0/);
  await expect(page.getByRole("button", { name: "sharpen" })).toHaveAttribute("aria-pressed", "false");
});

test("where the map is strongest is predicted, and told once the window has been everywhere", async ({ page }) => {
  await page.goto("#/next");
  const story = page.getByRole("group", { name: "Story" });
  await story.getByRole("button", { name: "lower edges" }).click();
  await expect(story).not.toContainText("counts for");
  await page.keyboard.press("Space");
  await expect(story).toContainText("It came to lower edges, as you predicted", { timeout: 30_000 });
  await page.getByRole("button", { name: "blur" }).click();
  await expect(story, "what was right stays right").toContainText("It came to lower edges, as you predicted. That was the kernel");
  await expect(page).toHaveURL(/kernel=0\.11/);
  await page.goto("#/look-back");
  await expect(page.getByRole("main")).toContainText("1 of 1 experiments came as you predicted");
  await page.goBack();
  await button(page, "Reset").click();
  await expect(story.locator("[aria-current]"), "another kernel is asked about anew").toHaveText("Predict");
  await page.getByRole("button", { name: "above − below" }).click();
  await page.keyboard.press("Space");
  await expect(story).toContainText("It came to lower edges", { timeout: 30_000 });
  await story.getByRole("button", { name: "Onward" }).click();
  await expect(page.getByRole("radio", { name: "Pooling" })).toBeChecked();
});

test("another kernel in mid-run begins anew, and is asked about first", async ({ page }) => {
  await page.goto("./?lang=en#/next");
  const story = page.getByRole("group", { name: "Story" });
  const map = page.getByRole("img", { name: "Map of the sums" });
  await story.getByRole("button", { name: "upper edges" }).click();
  await expect.poll(() => pictureOf(map)).not.toBe("");
  const empty = await pictureOf(map);
  await page.keyboard.press("Space");
  await expect.poll(() => pictureOf(map)).not.toBe(empty);
  await page.getByRole("button", { name: "blur" }).click();
  await expect(story.locator("[aria-current]")).toHaveText("Predict");
  await expect(button(page, "Run the window"), "it waits").toBeVisible();
  await story.getByRole("button", { name: "all of the ink" }).click();
  await page.keyboard.press("Space");
  await expect(story).toContainText("It came to all of the ink, as you predicted", { timeout: 30_000 });
});

test("a drawing of one's own is looked at in the place of the image", async ({ page }) => {
  // At the left of the middle row, where the seven has paper.
  await page.goto("#/next?kernel=0_0_0_0_1_0_0_0_0&window=398");
  await expect(readout(page, "Sum")).toHaveText("0.0");
  await drawOn(page.getByLabel("Drawing to look at"), [[[0.2, 0.5], [0.5, 0.5], [0.8, 0.5]]]);
  await expect(readout(page, "Sum")).toHaveText(/0\.[5-9]|1\.0/);
});

test("after drawing the window stands where there is ink, until it is moved by hand", async ({ page }) => {
  await page.goto("#/next?window=0");
  const pad = page.getByLabel("Drawing to look at");
  const under = async () => (await numbers(page, "Under the window")).reduce((sum, value) => sum + value, 0);
  await drawOn(pad, [[[0.75, 0.7], [0.85, 0.75], [0.8, 0.85]]]);
  await expect.poll(under).toBeGreaterThan(4);
  await expect(page.getByRole("group", { name: "Story" }).locator("[aria-current]"), "it has not begun").toHaveText("Predict");
  await page.getByRole("radio", { name: "Pooling" }).check();
  await expect.poll(async () => (await numbers(page, "Under the window")).some((value) => value !== 0)).toBe(true);
  await page.getByRole("radio", { name: "Kernel" }).check();
  const place = () => /window=\d+/.exec(page.url())?.[0];
  const before = place();
  await picture(page).press("Shift+ArrowLeft");
  await expect.poll(place).not.toBe(before);
  const byHand = place();
  await drawOn(pad, [[[0.2, 0.2], [0.5, 0.3]]]);
  await page.waitForTimeout(500);
  // That of the pool, which nobody has moved, goes on to the ink.
  expect(place()).toBe(byHand);
});

test("the pool keeps the largest of four sums", async ({ page }) => {
  await page.goto("#/next?look=pool&pool=61");
  await expect.poll(async () => (await numbers(page, "Under the window")).some((value) => value !== 0)).toBe(true);
  const values = await numbers(page, "Under the window");
  await expect(readout(page, "Largest")).toHaveText(Math.max(...values).toFixed(1).replace("-", "−"));
});

test("every stop of the course that was live leads to where it is", async ({ page }) => {
  await page.goto("#/next?tab=course");
  await expect(page.getByRole("listitem").filter({ hasText: "And then" })).toHaveCount(8);
  await page.getByRole("link", { name: "the playground, up to four hidden layers" }).click();
  await expect(page.getByRole("tab", { name: "Playground" })).toHaveAttribute("aria-selected", "true");
});

test("one network stands there in three ways of writing it, alone or as a whole program to be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("#/next?tab=course");
  await page.getByRole("link", { name: "one network three times, as code" }).click();
  await expect(page.getByRole("tab", { name: "Code" })).toHaveAttribute("aria-selected", "true");
  /** @param {string} name */
  const code = (name) => page.getByRole("region", { name });
  await expect(code("Keras")).toContainText('layers.Conv2D(8, 3, padding="same"');
  await expect(code("PyTorch")).toContainText('nn.Conv2d(1, 8, 3, padding="same")');
  await expect(code("This page's engine")).toContainText('{ type: "conv2d", filters: 8, kernel: 3, padding: "same", activation: "relu" }');
  await expect(code("Keras")).not.toContainText("import");
  await page.getByRole("radio", { name: "The whole program" }).check();
  await code("This page's engine").getByRole("button", { name: "Copy code" }).click();
  await expect(page.getByText("The code is copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^import \{ Trainer \} from "chalknet";[^]*seed: 1,[^]*trainer\.evaluate\(/);
});

test("on a phone one draws beside the map, near the button that runs the window", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./?lang=en#/next");
  const top = async (/** @type {import("@playwright/test").Locator} */ of) => (await of.boundingBox())?.y ?? NaN;
  const pad = page.getByLabel("Drawing to look at");
  const [run, drawn, map] = [await top(button(page, "Run the window")), await top(pad), await top(page.getByRole("img", { name: "Map of the sums" }))];
  expect(drawn - run).toBeLessThan(300);
  expect(Math.abs(map - drawn)).toBeLessThan(100);
  await page.getByRole("radio", { name: "Networks" }).check();
  const maps = page.getByRole("heading", { name: "Kernels and their maps" });
  await expect.poll(async () => (await top(pad)) - (await top(maps)), { message: "the pad follows the maps" }).toBeLessThan(500);
  expect(await top(pad)).toBeGreaterThan(await top(maps));
});
