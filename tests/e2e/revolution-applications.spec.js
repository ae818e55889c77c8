/* The revolution board's tab Fields: four fields that learn in view, by mouse and by keyboard. */
import { button, expectAbove, inWorker, number, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** Long enough for a slow machine to learn any of them. */
const LEARNT = 30_000;

/** @param {Page} page @param {string} field @param {string} [state] more of the board's part of the address */
async function open(page, field, state = "") {
  await page.goto(`./?lang=en&backend=cpu#/revolution?tab=fields&fieldsOpen=${field}&${state}`);
  await expect(button(page, "Train")).toBeVisible();
}

/** Trains to where it stops by itself. @param {Page} page @param {string} unit @param {number} steps */
async function learn(page, unit, steps) {
  await button(page, "Train").click();
  await expect(readout(page, unit)).toHaveText(String(steps), { timeout: LEARNT });
  await expect(button(page, "Train"), "it stops by itself").toBeVisible();
}

/** The made-up words. @param {Page} page */
const madeUp = (page) => page.getByRole("list", { name: "Made-up words" }).getByRole("listitem").allTextContents();

/** @param {Page} page @param {RegExp} name */
const cell = (page, name) => page.getByRole("button", { name });

/** The board's part of the address. @param {Page} page */
const stateOf = (page) => new URLSearchParams(new URL(page.url()).hash.split("?")[1]);

test("language tells the next letter while one types, and makes words up", async ({ page }) => {
  await open(page, "language");
  await learn(page, "Steps", 500);
  expect(await madeUp(page)).toHaveLength(12);
  const next = page.getByRole("list", { name: "Next letter" }).getByRole("listitem");
  await page.getByLabel("Beginning of a word").fill("oliv");
  await expect(next.first()).toHaveText(/^[ie]oliv[ie]\d+%$/);
  await expect(page).toHaveURL(/fieldsBeginning=oliv/);
  await page.getByLabel("Beginning of a word").fill("o7");
  await expect(page.getByText("nothing can be said about it")).toBeVisible();
});

test("language learns words of one's own, and says what is wrong with them", async ({ page }) => {
  await open(page, "language", "fieldsList=korean&fieldsBeginning=지");
  const next = page.getByRole("list", { name: "Next letter" });
  // Before it has learnt, every letter is about as likely; each one is shown as it would be written.
  await expect(next).toContainText(/지[ㄱ-ㅎ]|[가-힣]/);
  await button(page, "Korean names: 80 words …").click();
  const text = page.getByRole("textbox", { name: "Words" });
  await text.fill("tock tick t1ck");
  await button(page, "Learn these words").click();
  const result = page.getByRole("dialog", { name: "What it learns from" }).getByRole("status");
  await expect(result).toContainText("“t1ck” is not made of letters alone");
  await expect(text, "nothing is lost").toHaveValue("tock tick t1ck");
  expect(stateOf(page).get("fieldsList")).toBe("korean");
  await text.fill("xyz, xyz\nxyz xyz xyz");
  await button(page, "Learn these words").click();
  await expect(result).toContainText("5 words taken");
  await button(page, "한국어").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("단어 5개를 넣었어요.")).toBeVisible();
  await button(page, "English").focus();
  await page.keyboard.press("Enter");
  await expect(result).toContainText("5 words taken");
  expect(stateOf(page).get("fieldsWords")).toBe("xyz xyz xyz xyz xyz");
  await page.keyboard.press("Escape");
  await button(page, "Train").click();
  await expect.poll(() => madeUp(page), { message: "a list without a choice is learnt by heart", timeout: LEARNT }).toEqual(Array(12).fill("xyz"));
  await expect(readout(page, "A word of its own"), "a word of the list is none").toHaveText("none");
  await page.getByLabel("Beginning of a word").fill("x");
  await expect(next.getByRole("listitem").first()).toHaveText(/^yxy(9\d|100)%$/);
});

test("a syllable that is being composed is not broken by what is learnt and drawn meanwhile", async ({ page }) => {
  await open(page, "language", "fieldsList=korean");
  const input = await page.context().newCDPSession(page);
  const compose = (/** @type {string} */ text) => input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await button(page, "Train").click();
  await expect(readout(page, "Steps")).not.toHaveText("0");
  for (const field of [page.getByLabel("Beginning of a word"), page.getByRole("textbox", { name: "Words" })]) {
    if (!(await field.isVisible())) await button(page, "Korean names: 80 words …").click();
    await field.focus();
    await field.evaluate((element) => element.addEventListener("compositionend", () => (element.dataset.broken = "yes")));
    await compose("ㅎ");
    await compose("하");
    await page.emulateMedia({ colorScheme: "dark" });
    await compose("한");
    await page.emulateMedia({ colorScheme: "light" });
    await expect(field).toHaveValue(/한$/);
    await expect(field).not.toHaveAttribute("data-broken");
    await expect(field).toBeFocused();
    await input.send("Input.insertText", { text: "한" });
  }
  await expect(page).toHaveURL(/fieldsBeginning=%ED%95%9C/);
});

test("recommendation fills the holes, and follows every rating that is pressed", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "recommendation");
  await expect(readout(page, "Recommended for you")).toHaveText("–");
  const before = await number(page, "Loss");
  expect(before, "no loss before the first pass").toBeNaN();
  await learn(page, "Epochs", 300);
  expect(await number(page, "Loss")).toBeLessThan(0.2);
  // Who gave the spicy dish a 5 and the ice cream a 1 gets another spicy one.
  await expect(readout(page, "Recommended for you")).toHaveText("Spicy ramen");
  await cell(page, /^You, Spicy ramen: recommended, guessed 4\.\d$/).press("1");
  await expect(cell(page, /^You, Spicy ramen: rated 1$/)).toBeVisible();
  await expect(readout(page, "Recommended for you")).not.toHaveText("Spicy ramen");
  await cell(page, /^You, Spicy ramen/).click();
  await expect(cell(page, /^You, Spicy ramen: rated 2$/)).toBeVisible();
  expect(stateOf(page).get("fieldsRatings")).toMatch(/5200010$/);
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, /^You, Kimchi stew: /)).toBeFocused();
  await page.reload();
  await expect(cell(page, /^You, Spicy ramen: rated 2$/)).toBeVisible();
});

test("nothing is guessed for a person without ratings, nor of a dish that nobody has rated", async ({ page }) => {
  await open(page, "recommendation");
  await button(page, "Empty the last row").click();
  await learn(page, "Epochs", 300);
  await expect(readout(page, "Recommended for you")).toHaveText("rate a dish first");
  await expect(cell(page, /^You, Pizza: nothing to guess from$/)).toHaveText("?");
  await expect(page.getByText("nothing to guess from")).toBeVisible();
  await cell(page, /^You, Spicy tteok: /).press("5");
  await expect(readout(page, "Recommended for you")).not.toHaveText("rate a dish first");
  await expect(cell(page, /^You, Pizza: .*guessed \d\.\d$/)).toBeVisible();
  await expect(page.getByText("nothing to guess from")).toBeHidden();

  await open(page, "recommendation", `fieldsRatings=${"5541120".repeat(7)}`);
  await learn(page, "Epochs", 300);
  await expect(cell(page, /^Minji, Pizza: nothing to guess from$/)).toHaveText("?");
});

test("the field that has neither network nor loss is not said to have another loss", async ({ page }) => {
  await open(page, "reinforcement");
  await expect(page.locator(".application-card.open").getByText("No network, no loss: a table corrected by reward.")).toBeVisible();
  await expect(page.locator(".application-card.open .application-parts li")).toHaveCount(0);
});

test("reinforcement learning finds the shortest way, also in another world", async ({ page }) => {
  await open(page, "reinforcement");
  await expect(page.getByText("Steps of the shortest way: 12.")).toBeVisible();
  await button(page, "Step").click();
  await expect(readout(page, "Episodes")).toHaveText("1");
  await learn(page, "Episodes", 240);
  await expect(readout(page, "Way to the goal")).toHaveText("12 steps");
  await expect(cell(page, /^Row 1, column 7: floor, value 1\.00, best right$/)).toBeVisible();
  await cell(page, /^Row 2, column 5: floor/).click();
  await expect(cell(page, /^Row 2, column 5: wall/)).toBeVisible();
  await expect(readout(page, "Episodes"), "another world is learnt from the beginning").toHaveText("0");
  await expect(page.getByText("Steps of the shortest way: 14.")).toBeVisible();
  await page.getByRole("radio", { name: "goal" }).check();
  await cell(page, /^Row 5, column 1: floor/).click();
  await expect(page.getByText("Steps of the shortest way: 1.")).toBeVisible();
  await page.reload();
  await expect(cell(page, /^Row 5, column 1: goal/)).toBeVisible();
});

test("a goal that is walled in is said to be so, and start and goal are not built over", async ({ page }) => {
  await open(page, "reinforcement", "fieldsWorld=owooowog-ooooowww-ooooooow-oooooooo-oooooooo-sooooooo");
  await cell(page, /^Row 1, column 7: floor/).click();
  await expect(page.getByText("no way leads there")).toBeVisible();
  await expect(readout(page, "Way to the goal")).toHaveText("there is none");
  await cell(page, /^Row 6, column 1: start/).click();
  await expect(page.locator(".note")).toContainText("not built over");
  await expect(cell(page, /^Row 6, column 1: start/)).toBeVisible();
});

test("all four learn at once, and any of them opens", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "vision");
  await expect(page.getByRole("img", { name: /^A \d, read/ })).toHaveCount(12);
  await expect(readout(page, "Steps")).toHaveText("0");
  expect(await number(page, "Accuracy"), "it guesses").toBeLessThan(40);
  await button(page, "Train all four").click();
  for (const [name, unit, steps] of /** @type {const} */ ([["Language", "Steps", 500], ["Recommendation", "Epochs", 300], ["Reinforcement", "Episodes", 240], ["Vision", "Steps", 378]])) {
    await button(page, name).click();
    await expect(button(page, name)).toHaveAttribute("aria-expanded", "true");
    await expect(readout(page, unit)).toHaveText(String(steps), { timeout: LEARNT });
  }
  expect(await number(page, "Accuracy")).toBeGreaterThan(80);
  expect(await number(page, "Loss")).toBeLessThan(0.5);
  expect(await page.getByRole("img", { name: /read rightly/ }).count()).toBeGreaterThan(8);
  await expect(page.getByRole("img", { name: /^Loss: / })).toBeVisible();
  // Another tab, another language: it is all there again.
  await page.getByRole("tab", { name: "More data" }).click();
  await page.getByRole("tab", { name: "Fields" }).click();
  await expect(readout(page, "Steps")).toHaveText("378");
  await button(page, "Language").click();
  const words = await madeUp(page);
  await button(page, "한국어").click();
  await expect(page.getByRole("button", { name: "넷 모두 학습" })).toBeVisible();
  await expect(page.getByRole("list", { name: "신경망이 쓴 단어들" }).getByRole("listitem").first()).toHaveText(words[0] ?? "");
});

test("what a field has learnt can be had back after Reset, and what all have learnt after another seed", async ({ page }) => {
  await open(page, "reinforcement");
  const back = button(page, "Take it back");
  const headline = (/** @type {string} */ field) => page.locator(`#application-${field} .application-short`);
  await learn(page, "Episodes", 240);
  const route = await headline("reinforcement").textContent();
  await page.keyboard.press("r");
  await expect(readout(page, "Episodes")).toHaveText("0");
  await back.click();
  await expect(readout(page, "Episodes")).toHaveText("240");
  await expect(headline("reinforcement")).toHaveText(`${route}`);
  await expect(back).toBeHidden();

  await page.getByRole("button", { name: "Language" }).click();
  for (let presses = 0; presses < 3; presses += 1) await button(page, "Step").click();
  await expect(readout(page, "Steps")).toHaveText("3");
  await button(page, "Another seed (now 1)").click();
  await expect(readout(page, "Steps")).toHaveText("0");
  // It is still offered by the fields that are shown after a look at another tab.
  await page.getByRole("tab", { name: "Hardware race" }).click();
  await expect(back).toBeHidden();
  await page.getByRole("tab", { name: /fields/i }).click();
  await back.click();
  await expect(button(page, "Another seed (now 1)")).toBeVisible();
  await expect(readout(page, "Steps")).toHaveText("3");
  await expect(headline("reinforcement")).toHaveText(`${route}`);
});

test("keys work on the open field", async ({ page }) => {
  await open(page, "recommendation");
  await page.keyboard.press("s");
  await page.keyboard.press("s");
  await expect(readout(page, "Epochs")).toHaveText("2");
  await page.keyboard.press("Space");
  await expectAbove(page, "Epochs", 20);
  await page.keyboard.press("Space");
  await expect(button(page, "Train")).toBeVisible();
  await page.keyboard.press("r");
  await expect(readout(page, "Epochs")).toHaveText("0");
});

test.describe("a worker that dies", () => {
  test.use({ expectedErrors: [/RuntimeError/] });

  test("is followed by another that goes on where it was", async ({ page }) => {
    await open(page, "vision");
    await button(page, "Train").click();
    await expectAbove(page, "Steps", 30);
    await inWorker(page, "setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); })");
    await expect(page.getByRole("alert")).toContainText(/restarted/i);
    await expectAbove(page, "Steps", 200);
    expect(await number(page, "Accuracy")).toBeGreaterThan(70);
  });
});

test("nothing scrolls at 1280 x 720, nor sideways on a phone, and the projector's text is large", async ({ page }) => {
  const size = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  const opened = page.locator(".application-card.open");
  for (const lang of ["ko", "en"]) {
    for (const field of ["vision", "language", "recommendation", "reinforcement"]) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(`./?lang=${lang}&backend=cpu#/revolution?tab=fields&fieldsOpen=${field}`);
      await expect(page.locator(`#application-${field}.open .main`)).toBeVisible();
      expect(await size(), `${field} ${lang}`).toEqual([1280, 720]);
      for (const part of await opened.locator(":is(.application-side, .application-picture) > :visible").all()) await expect(part).toBeInViewport({ ratio: 1 });
      await page.setViewportSize({ width: 390, height: 844 });
      expect((await size())[0], `${field} ${lang} on a phone`).toBe(390);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.keyboard.press("p");
      expect(await size(), `${field} ${lang} projected`).toEqual([1920, 1080]);
      expect(await smallTexts(page), `${field} ${lang}`).toEqual([]);
      await page.keyboard.press("p");
    }
  }
});

/** Texts smaller than 22 px. @param {Page} page */
function smallTexts(page) {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const box = element?.getBoundingClientRect();
      if (!element || !node.textContent?.trim() || element.closest(".unseen") || !element.checkVisibility() || !box || box.width < 2) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      // What is small in a small card is only a colour there.
      if (size > 0 && size < 22) found.push(`${size}: ${node.textContent}`);
    }
    return found;
  });
}
