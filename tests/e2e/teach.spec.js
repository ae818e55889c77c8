/* The board of teaching: a visitor draws, the machine guesses, is told right or wrong, and learns from that. */
import { button, readout } from "./breaking.js";
import { digits, drawOn, pictureOf } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {string} [state] the board's part of the address */
async function open(page, state = "") {
  await page.goto(`./?lang=en&backend=cpu#/teach?${state}`);
  await expect(page.getByLabel("Draw one")).toBeVisible();
}

/** A drawing that is a little another one each time. @param {Page} page @param {4 | 7} digit @param {number} time */
async function drawOne(page, digit, time) {
  const lines = (digits[digit] ?? []).map((line) => line.map(([x, y]) => /** @type {[number, number]} */ ([x + 0.04 * Math.sin(time + y), y + 0.04 * Math.cos(2 * time + x)])));
  await drawOn(page.getByLabel("Draw one"), lines);
}

/** Teaches one example of each kind: fours are the first kind. @param {Page} page */
async function begin(page) {
  await drawOne(page, 4, 0);
  await button(page, "Teach").click();
  await drawOne(page, 7, 0);
  await button(page, "Teach").click();
  await expect(button(page, "Right")).toBeVisible();
}

/** @param {Page} page @param {string | RegExp} name */
const drawings = (page, name) => page.getByRole("button", { name });

test("a whole lesson: two examples are given, then it guesses each drawing before it is told, and is right more and more", { tag: "@every-engine" }, async ({ page }) => {
  await open(page);
  await expect(page.getByRole("textbox", { name: "Kind 1" })).toHaveValue("cat");
  await expect(page.getByRole("textbox", { name: "Kind 2" })).toHaveValue("car");
  await expect(page.getByText("I do not know anything yet. Draw one for “cat”.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "given examples" })).toHaveAttribute("aria-current", "step");
  await begin(page);
  await expect(readout(page, "Right so far")).toHaveText("0 / 0");
  await expect(page.getByRole("listitem").filter({ hasText: "learns by itself" })).toHaveAttribute("aria-current", "step");
  for (const [time, digit] of /** @type {const} */ ([4, 7, 4, 7]).entries()) {
    await drawOne(page, digit, time + 1);
    await expect(readout(page, "Guess")).toHaveText(digit === 4 ? "cat" : "car");
    await expect(page.getByRole("listitem").filter({ hasText: "people say" })).toHaveAttribute("aria-current", "step");
    await button(page, "Right").click();
    await expect(readout(page, "Right so far")).toHaveText(`${time + 1} / ${time + 1}`);
    await expect(readout(page, "Guess")).toHaveText("?");
  }
  await expect(drawings(page, /cat, guessed right/)).toHaveCount(2);
  await expect(drawings(page, /car, given as an example/)).toHaveCount(1);
});

test("after two examples it is not as good as certain", async ({ page }) => {
  await open(page);
  await begin(page);
  await drawOne(page, 4, 1);
  await expect(readout(page, "Guess")).toHaveText("cat");
  const sure = Number.parseFloat((await page.getByText(/% sure/).textContent()) ?? "");
  expect(sure).toBeGreaterThan(50);
  expect(sure).toBeLessThan(90);
});

test("a wrong guess teaches the other of two kinds; of three one says which, and the drawing is marked", async ({ page }) => {
  await open(page, "kinds=~~moon");
  await begin(page);
  await drawOne(page, 4, 1);
  await expect(readout(page, "Guess")).toHaveText("cat");
  await button(page, "Wrong").click();
  await expect(page.getByText("Then which kind is it?")).toBeVisible();
  await page.getByRole("combobox", { name: "Which kind is it?" }).selectOption("moon");
  await button(page, "Teach").click();
  await expect(drawings(page, "Drawing 1: moon, wrongly guessed cat. Press to take it back.")).toBeVisible();
  await expect(readout(page, "Right so far")).toHaveText("0 / 1");
  await button(page, "Remove this kind").last().click();
  await expect(page.getByRole("textbox", { name: "Kind 3" })).toHaveCount(0);
  await drawOne(page, 4, 2);
  await expect(readout(page, "Guess")).toHaveText("cat");
  await button(page, "Wrong").click();
  await expect(drawings(page, /car, wrongly guessed cat/)).toHaveCount(1);
});

test("an empty sheet asks for a drawing, whatever is pressed", async ({ page }) => {
  await open(page);
  await button(page, "Teach").click();
  await expect(page.getByText("The sheet is empty. First draw one for “cat”.")).toBeVisible();
  await begin(page);
  await button(page, "Wrong").click();
  await expect(page.getByText("The sheet is empty.")).toBeVisible();
});

test("what was taught can be taken back: the last drawing to the pad, any one by a press, all of them after a reset", async ({ page }) => {
  await open(page);
  await begin(page);
  const pad = page.getByLabel("Draw one");
  const empty = await pictureOf(pad);
  await page.keyboard.press("Control+z");
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(1);
  await expect.poll(() => pictureOf(pad)).not.toBe(empty);
  await expect(button(page, "Teach")).toBeVisible();
  await button(page, "Teach").click();
  await drawings(page, /cat, given/).click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(1);
  await button(page, "Take it back").click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(2);
  await button(page, "Reset").click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(0);
  await expect(page.getByText("I do not know anything yet.")).toBeVisible();
  await button(page, "Take it back").click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(2);
  await expect(button(page, "Right")).toBeVisible();
  // A lesson that was reset by accident is there beside what was taught since.
  await button(page, "Reset").click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(0);
  await drawOne(page, 4, 1);
  await button(page, "Teach").click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(1);
  await button(page, "Take it back").click();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(3);
});

test("a lesson by keyboard alone", async ({ page }) => {
  await open(page);
  const stroke = async (/** @type {string} */ direction) => {
    await page.getByLabel("Draw one").focus();
    await page.keyboard.press("Space");
    for (let move = 0; move < 6; move += 1) await page.keyboard.press(direction);
    await page.keyboard.press("Space");
  };
  await stroke("ArrowDown");
  await button(page, "Teach").focus();
  await page.keyboard.press("Enter");
  await stroke("ArrowRight");
  await button(page, "Teach").focus();
  await page.keyboard.press("Enter");
  await expect(button(page, "Right")).toBeFocused();
  await stroke("ArrowLeft");
  await expect(readout(page, "Guess")).toHaveText("car");
  await button(page, "Right").focus();
  await page.keyboard.press("Enter");
  await expect(readout(page, "Right so far")).toHaveText("1 / 1");
});

test("who comes back from another board finds the lesson as it was, and the sheet, too", async ({ page }) => {
  await open(page);
  await begin(page);
  await drawOne(page, 7, 1);
  await expect(readout(page, "Guess")).toHaveText("car");
  const picture = await pictureOf(page.getByLabel("Draw one"));
  await page.evaluate(() => void (location.hash = "#/rules"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("rules");
  await page.evaluate(() => void (location.hash = "#/teach"));
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(2);
  await expect.poll(() => pictureOf(page.getByLabel("Draw one"))).toBe(picture);
  await expect(readout(page, "Guess")).toHaveText("car");
});

test("the drawings are saved as a file and loaded again; what is no such file is refused with the reason", async ({ page }) => {
  await open(page);
  await begin(page);
  const downloading = page.waitForEvent("download");
  await button(page, "Save drawings").click();
  const file = await (await downloading).path();
  await button(page, "Reset").click();
  const load = async (/** @type {string | { name: string, mimeType: string, buffer: Buffer }} */ chosen) => {
    const choosing = page.waitForEvent("filechooser");
    await button(page, "Load drawings").click();
    await (await choosing).setFiles(chosen);
  };
  const text = (/** @type {string} */ content) => ({ name: "drawings.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await load(text("not a file of ours"));
  await expect(page.getByText("This is no file of drawings from this board.")).toBeVisible();
  await load(text('{"format":"chalknet-drawings","version":1,"kinds":["a","b"],"drawings":[{"kind":7}]}'));
  await expect(page.getByText("This file of drawings is damaged.")).toBeVisible();
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(0);
  await load(file);
  await expect(page.getByText("is damaged")).toHaveCount(0);
  await expect(drawings(page, /^Drawing \d/)).toHaveCount(2);
  await expect(button(page, "Right")).toBeVisible();
});

test("a Korean name is not broken while its syllables are put together, and is in the address", async ({ page }) => {
  await page.goto("./?lang=ko&backend=cpu#/teach");
  const name = page.getByRole("textbox", { name: "종류 1" });
  await expect(name).toHaveValue("고양이");
  await name.fill("");
  await name.focus();
  const input = await page.context().newCDPSession(page);
  for (const text of ["ㅎ", "하", "한", "항", "하아"]) {
    await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    // Whatever is drawn anew meanwhile.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(name).toHaveValue(text);
  }
  await input.send("Input.insertText", { text: "하늘" });
  await expect(name).toHaveValue("하늘");
  await expect(page.getByText("“하늘”")).toBeVisible();
  await expect.poll(() => decodeURIComponent(page.url())).toContain("kinds=하늘~");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "종류 1" })).toHaveValue("하늘");
});
