/* The browser's Back: to the tab or the board before, with nothing lost by it. */
import { button, expectAbove, number, readout } from "./breaking.js";
import { openBoard } from "./playing.js";
import { boards } from "./support/boards.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** How many steps the browser's history has. @param {Page} page */
const steps = (page) => page.evaluate(() => history.length);

/** @param {Page} page @param {string} name */
const tab = (page, name) => page.getByRole("tab", { name, exact: true });

/** @param {Page} page @param {string} name */
const expectTab = (page, name) => expect(tab(page, name)).toHaveAttribute("aria-selected", "true");

/** Where one can go on the board, as a tab. @param {Page} page */
const places = (page) => page.getByRole("main").locator("[role=tab], .application-opener, .parts .segmented label, .two-lines-ask .segmented label").filter({ visible: true });

/** The last one in which nobody has been yet, so that those within a tab come before the next tab: its code may come a moment late. @param {Page} page @param {Set<string>} names */
async function newPlace(page, names) {
  await page.waitForTimeout(200);
  return (await places(page).allInnerTexts()).map((name) => name.trim()).findLast((name) => !names.has(name));
}

/** What of the board is shown. @param {Page} page */
const shown = (page) =>
  page.getByRole("main").evaluate((main) => {
    const chosen = [...main.querySelectorAll("[role=tab][aria-selected=true], .application-opener[aria-expanded=true], .parts .segmented :checked, .two-lines-ask .segmented :checked")];
    return chosen.filter((element) => element.checkVisibility()).map((element) => element.closest("label, button")?.textContent?.trim() ?? "");
  });

/** Makes another network. @param {Page} page @param {string} activation */
async function setActivation(page, activation) {
  await page.getByRole("button", { name: /^Model/ }).click();
  await page.getByLabel("Activation").selectOption(activation);
  await page.keyboard.press("Escape");
}

test("on every board Back leads through what was chosen, tab by tab", { tag: "@every-engine" }, async ({ page }) => {
  test.slow();
  let chosen = 0;
  for (const board of boards) {
    await page.goto(`./?lang=en&backend=cpu&story=no#/${board}`);
    await expect(page.locator("main")).toHaveAttribute("data-board", board);
    const way = [{ address: page.url(), shown: await shown(page) }];
    const names = new Set(way[0]?.shown);
    for (let name = await newPlace(page, names); name; name = await newPlace(page, names)) {
      await places(page).filter({ hasText: name }).first().click();
      await expect.poll(() => shown(page)).toContain(name);
      way.push({ address: page.url(), shown: await shown(page) });
      for (const known of await shown(page)) names.add(known);
    }
    chosen += way.length - 1;
    for (const before of way.slice(0, -1).reverse()) {
      await page.goBack();
      await expect(page).toHaveURL(before.address);
      await expect.poll(() => shown(page), before.address).toEqual(expect.arrayContaining(before.shown));
    }
  }
  expect(chosen, "places were chosen").toBeGreaterThan(20);
});

test("settings are no steps, and neither is what is chosen already", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/perceptron");
  await page.getByRole("slider", { name: "b", exact: true }).fill("1.5");
  await button(page, "XOR").click();
  await page.goto("./?lang=en&backend=cpu#/next");
  const before = await steps(page);
  await page.getByRole("button", { name: "blur" }).click();
  await page.getByLabel("Kernel, row 1, column 1").fill("2");
  await page.keyboard.press("Enter");
  await tab(page, "Look for parts").click();
  await button(page, "한국어").click();
  await page.locator("body").press("p");
  await expect(page).toHaveURL(/lang=ko.*projector=on.*kernel=2_/);
  expect(await steps(page)).toBe(before);
  // A link to where one is already is no step, and what comes after it is one.
  await page.locator("body").press("p");
  await button(page, "English").click();
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await tab(page, "More from few").click();
  expect(await steps(page)).toBe(before + 1);
  await page.goBack();
  await expectTab(page, "Look for parts");
  await button(page, "한국어").click();
  await page.locator("body").press("p");
  await page.goBack();
  await expect(page, "the language and the projector are no places").toHaveURL(/lang=ko.*projector=on.*#\/perceptron\?.*b=1.5/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
});

test("a network that learns is not lost by Back, neither within the board nor from another one", { tag: "@every-engine" }, async ({ page }) => {
  await openBoard(page);
  await tab(page, "Mistakes").click();
  // The step before does not know of this network.
  await setActivation(page, "tanh");
  await button(page, "Train").click();
  await expectAbove(page, "Step", 20);
  await page.goBack();
  await expectTab(page, "Curves");
  await expect(page).toHaveURL(/#\/digits\?activation=tanh$/);
  await expect(button(page, "Pause"), "it goes on learning").toBeVisible();
  const step = await number(page, "Step");
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await tab(page, "More from few").click();
  await page.goBack();
  await expectTab(page, "Look for parts");
  await page.goBack();
  await expectTab(page, "Curves");
  await expectAbove(page, "Step", step - 1);
  // Over a board that was shown in between, and by a link that sets nothing else.
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expectTab(page, "Look for parts");
  await page.getByRole("link", { name: "Digits", exact: true }).click();
  await expect(readout(page, "Step")).toBeVisible();
  await page.getByLabel("Learning rate").press("ArrowDown");
  await page.goBack();
  await expectTab(page, "Look for parts");
  await page.goBack();
  await expect(page).toHaveURL(/#\/digits\?activation=tanh&learningRate=[\d.]+$/);
  await expectAbove(page, "Step", step - 1);
});

test("Back over a link that set the board otherwise brings what was set before", async ({ page }) => {
  await openBoard(page);
  await tab(page, "Mistakes").click();
  await setActivation(page, "tanh");
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32");
  await expect(page.getByText("784 → 32 → 10").first()).toBeVisible();
  await tab(page, "Confusion").click();
  await page.goBack();
  await expectTab(page, "Curves");
  await expect(page).toHaveURL(/#\/digits\?hidden=32$/);
  await page.goBack();
  await expectTab(page, "Mistakes");
  await expect(page).toHaveURL(/#\/digits\?activation=tanh&view=mistakes$/);
  await page.reload();
  await page.goBack();
  await expectTab(page, "Curves");
});

test("the lecture by its keys is a step for each board, and its way back, too", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/");
  const before = await steps(page);
  for (const board of boards) {
    await page.keyboard.press("PageDown");
    await expect(page.locator("main")).toHaveAttribute("data-board", board);
  }
  expect((await steps(page)) - before).toBe(boards.length);
  for (const board of boards.slice(0, -1).reverse()) {
    await page.goBack();
    await expect(page.locator("main")).toHaveAttribute("data-board", board);
  }
});

test("where a story leads on to the next act, Back leads to the one before, and its beats are no steps", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/next");
  const before = await steps(page);
  const story = page.getByRole("group", { name: "Story" });
  await story.getByRole("button", { name: "lower edges" }).click();
  await page.keyboard.press("Space");
  await expect(story.locator("[aria-current]")).toHaveText("Explain", { timeout: 30_000 });
  expect(await steps(page)).toBe(before);
  await story.getByRole("button", { name: "Onward" }).click();
  await expect(page.getByRole("radio", { name: "Pooling" })).toBeChecked();
  await expect.poll(() => steps(page)).toBe(before + 1);
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Kernel" })).toBeChecked();
  await expect(story, "what it came to is still told").toContainText("lower edges");
});

test("Reset brings the lines back to what the address said, also where Back led to their figure", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu&story=no#/depth?fold=30");
  await page.getByRole("radio", { name: "Pentagon", exact: true }).check();
  await page.getByRole("radio", { name: "XOR" }).check();
  await page.getByRole("slider", { name: /fold/i }).fill("60");
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Pentagon", exact: true })).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(/fold=60/);
  await button(page, "Reset").click();
  await expect(page).toHaveURL(/fold=30/);
});
