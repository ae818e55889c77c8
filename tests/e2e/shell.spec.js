/* The page around the boards: language, palette, address, keys, notices, sizes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bindings } from "../../www/shell/keys.js";
import { root } from "./support/files.js";
import { button, expectAbove, number, readout } from "./breaking.js";
import { openBoard } from "./playing.js";
import { drop } from "./support/dropping.js";
import { expect, test } from "./support/test.js";
import { en, ko } from "./support/texts.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const note = (page) => page.locator(".note");

test("every text exists in both languages, with the same places to fill", () => {
  expect(Object.keys(ko)).toEqual(Object.keys(en));
  for (const [key, text] of Object.entries(en)) {
    const places = (/** @type {string} */ words) => (words.match(/\{\w+\}/g) ?? []).sort();
    expect(places(ko[key] ?? ""), key).toEqual(places(text));
    expect(text.trim(), key).not.toBe("");
  }
  // Hangul in the English texts is the name of the other language alone.
  expect(Object.entries(en).filter(([, text]) => /[가-힣]/.test(text)).map(([key]) => key)).toEqual(["shell.otherLanguage"]);
});

test("the page speaks the browser's language, or the one in the address", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "ko-KR", baseURL });
  const page = await context.newPage();
  await page.goto("./#/digits");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("button", { name: "학습", exact: true })).toBeVisible();
  await page.goto("./?lang=en#/digits");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(button(page, "Train")).toBeVisible();
  await context.close();
});

test("a browser whose language is none shows every board all the same", { tag: "@every-engine" }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "language", { get: () => "C" });
    Object.defineProperty(Navigator.prototype, "languages", { get: () => ["C", "en_US.UTF-8"] });
  });
  for (const board of ["learning", "revolution", "digits"]) {
    await page.goto(`./#/${board}`);
    await expect(page.getByRole("heading", { level: 1 }), board).toHaveText(en[`${board}.question`] ?? "");
  }
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("switching the language keeps the run, the drawing and the settings", { tag: "@every-engine" }, async ({ page }) => {
  await openBoard(page);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 30);
  const step = await number(page, "Step");
  await button(page, "한국어").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("button", { name: "일시 정지" }), "it still trains").toBeVisible();
  expect(new URL(page.url()).searchParams.get("lang")).toBe("ko");
  await button(page, "English").click();
  await expectAbove(page, "Step", step);
  await expect(button(page, "Pause")).toBeVisible();
});

test("the palette follows the system, then the reader, and stays in the address", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openBoard(page);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const board = await ground();
  await page.getByRole("button", { name: "Light or dark" }).click();
  const paper = await ground();
  expect(paper).not.toBe(board);
  expect(new URL(page.url()).searchParams.get("palette")).toBe("paper");
  await page.reload();
  await expect(button(page, "Train")).toBeEnabled();
  expect(await ground()).toBe(paper);
});

test("the address holds the settings, and a link brings them back", async ({ page }) => {
  await openBoard(page);
  expect(new URL(page.url()).hash).toBe("#/digits");
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=64-32&batchSize=32&trainingImages=1000&shuffle=no&seed=7&view=confusion&axis=epoch");
  await expect(page.getByText("784 → 64 → 32 → 10")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Confusion" })).toHaveAttribute("aria-selected", "true");
  await page.getByLabel("Learning rate").fill("0.05");
  await page.getByLabel("Learning rate").press("Enter");
  const parameters = new URLSearchParams(new URL(page.url()).hash.split("?")[1]);
  expect(Object.fromEntries(parameters)).toEqual({
    hidden: "64-32",
    batchSize: "32",
    trainingImages: "1000",
    shuffle: "no",
    seed: "7",
    view: "confusion",
    axis: "epoch",
    learningRate: "0.05",
  });
  await page.reload();
  await expect(page.getByText("784 → 64 → 32 → 10")).toBeVisible();
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.05");
  await expect(note(page)).toBeEmpty();
});

test("what an address asks for in vain is left out and named", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?batchSize=0&seed=-1&hidden=5000&loss=love&colour=red&learningRate=1e-3");
  await expect(note(page)).toContainText("batchSize=0");
  for (const refused of ["seed=-1", "hidden=5000", "loss=love", "colour"]) await expect(note(page)).toContainText(refused);
  await expect(page.getByText("784 → 512 → 512 → 10").first()).toBeVisible();
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.001");
  expect(page.url()).toMatch(/#\/digits\?learningRate=0\.001$/);
});

test("an unknown board and an unknown language are said to be unknown", async ({ page }) => {
  await page.goto("./?lang=en#/alchemy");
  await expect(note(page)).toContainText("alchemy");
  await expect(page.getByRole("heading", { level: 1 }), "the cover is there instead").toHaveText("Deep learning, live and by hand");
  // A board's name is told by its slash.
  for (const hash of ["#digits", "#/digits/9", "#!/digits"]) {
    await page.goto(`./?lang=en${hash}`);
    await expect(note(page)).toHaveText(`There is no board “${hash}” here.`);
    await expect(page).toHaveURL(/#\/$/);
  }
  await page.goto("./?lang=xx");
  await expect(note(page)).toContainText("lang=xx");
  // What the board refuses does not take the place of what the page does.
  await page.goto("./?palette=zzz&backend=cpu#/digits?hidden=32&seed=-1");
  await expect(note(page)).toContainText("palette=zzz, seed=-1");
  await page.goto("./?palette=zzz#/Digits");
  await expect(note(page)).toContainText("Digits, palette=zzz");
});

test("an address of a hundred thousand letters is soon read, and told in short", async ({ page }) => {
  const began = Date.now();
  await page.goto(`./?lang=en&backend=cpu#/digits?seed=${"A".repeat(100_000)}&${"C".repeat(20_000)}`);
  await expect(note(page)).toContainText("seed=AAA");
  expect(Date.now() - began, "milliseconds").toBeLessThan(4000);
  expect((await note(page).boundingBox())?.height).toBeLessThan(0.31 * 720);
  await page.goto(`./?lang=en&backend=cpu#/${"x".repeat(20_000)}`);
  await expect(note(page)).toContainText("There is no board “xxx");
  expect((await note(page).boundingBox())?.height).toBeLessThan(0.31 * 720);
});

test("going back in the browser goes back to the earlier settings", { tag: "@every-engine" }, async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => (location.hash = "#/digits?hidden=32"));
  await expect(page.getByText("784 → 32 → 10")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("784 → 512 → 512 → 10").first()).toBeVisible();
});

test("what was changed last is there after reloading, and after going back, however soon that is", async ({ page }) => {
  await openBoard(page);
  const rate = page.getByLabel("Learning rate");
  const change = async (/** @type {string[]} */ values) => {
    for (const value of values) {
      await rate.fill(value);
      await rate.press("Enter");
    }
  };
  await change(["0.05", "0.06", "0.07"]);
  await page.reload();
  await expect(rate).toHaveValue("0.07");
  await change(Array.from({ length: 30 }, (_, place) => `0.${30 - place}`));
  await page.getByRole("link", { name: "Perceptron" }).click();
  await expect(page.getByRole("heading", { name: "What can one line decide?" })).toBeVisible();
  await page.goBack();
  await expect(rate).toHaveValue("0.1");
});

test("a browser that lets the page write no address leaves the page as it is, and the address can still be handed on", async ({ page }) => {
  await page.addInitScript(() => {
    history.pushState = history.replaceState = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await page.goto("./?lang=en&backend=cpu#/perceptron");
  await page.getByRole("slider", { name: "b", exact: true }).fill("1.5");
  await expect(page.getByRole("spinbutton", { name: "b", exact: true })).toHaveValue("1.50");
  await button(page, "한국어").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await page.getByRole("link", { name: "깊이" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("층을 하나 더 쌓으면 무엇이 달라질까요?");
  await page.locator("body").press("q");
  await expect(page.getByRole("textbox", { name: "주소" })).toHaveValue(/lang=ko.*#\/depth$/);
});

test("an answer that comes after its board was left changes neither the next board nor the address", async ({ page }) => {
  // The worker is slow with these.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = /** @this {Worker} @param {any[]} message */ function (...message) {
      const post = () => postMessage.apply(this, /** @type {[any]} */ (message));
      if (/^(rulesBest|playgroundParsePoints)$/.test(message[0].message.type)) setTimeout(post, 1000);
      else post();
    };
  });
  const next = page.getByRole("heading", { name: "What can one line decide?" });
  const leave = async () => {
    await page.getByRole("link", { name: "Perceptron" }).click();
    await expect(next).toBeVisible();
    await page.waitForTimeout(1500);
    await expect(next).toBeVisible();
    expect(new URL(page.url()).hash).toBe("#/perceptron");
    await expect(page).toHaveTitle(/^Perceptron/);
  };
  await page.goto("./?lang=en&backend=cpu#/rules?section=break");
  await expect(page.getByRole("main")).toContainText(/\d+ of 1,000 right/);
  await button(page, "Best measure").click();
  await leave();
  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground&data=own");
  await button(page, "CSV …").click();
  await page.getByRole("textbox", { name: "Points", exact: true }).fill("1, 1, 1\n0, 1, 0");
  await button(page, "Use these points").click();
  await page.keyboard.press("Escape");
  await leave();
});

test("keys: Space trains and pauses, S steps, R resets, P is for the projector, ? lists them", async ({ page }) => {
  await openBoard(page);
  await page.keyboard.press("s");
  await expect(readout(page, "Step")).toHaveText("1");
  // Where the step had to wait for its images, Space would still end the waiting.
  await expect(button(page, "Train")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await expectAbove(page, "Step", 5);
  await page.keyboard.press("Space");
  await expect(button(page, "Train")).toBeVisible();
  await page.keyboard.press("r");
  await expect(readout(page, "Step")).toHaveText("0");
  await page.keyboard.press("p");
  await expect(page.locator("html")).toHaveAttribute("data-projector", "on");
  await page.keyboard.press("p");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeHidden();
});

test("keys do what the focused control does with them, and are left alone in fields", async ({ page }) => {
  await openBoard(page);
  await page.getByLabel("Learning rate").focus();
  await page.keyboard.press("s");
  await button(page, "Step").focus();
  await page.keyboard.press("Space");
  await expect(readout(page, "Step"), "one step, by the button, and no training").toHaveText("1");
  await expect(button(page, "Train")).toBeVisible();
});

test("with a Korean keyboard the letter keys work, too", async ({ page }) => {
  await openBoard(page);
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ㄴ", code: "KeyS", bubbles: true })));
  await expect(readout(page, "Step")).toHaveText("1");
});

test("Space runs after a press on a tab, a gate, a chip or a slider, to which it means nothing", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32");
  await page.getByRole("tab", { name: "Mistakes" }).click();
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await page.getByRole("slider", { name: "Size of a step" }).click();
  await page.keyboard.press("Space");
  await expect(button(page, "Train")).toBeVisible();
  // A shut card is opened by it, and a switch is switched.
  await page.getByRole("button", { name: /^Data/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("switch", { name: "Shuffle every epoch" }).press("Space");
  await expect(page).toHaveURL(/shuffle=no/);
  await expect(button(page, "Train")).toBeVisible();
  await page.goto("./?lang=ko#/perceptron?speed=3");
  await page.getByRole("button", { name: "XOR", exact: true }).click();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "일시 정지" })).toBeVisible();
  await page.goto("./?lang=ko#/learning");
  await page.locator(".of-data .chip").nth(1).click();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "일시 정지" })).toBeVisible();
  await page.keyboard.press("Space");
  // Faster than anything is drawn.
  await page.locator(".of-data .chip").nth(2).evaluate((chip) => {
    if (chip instanceof HTMLElement) chip.click();
    chip.dispatchEvent(new KeyboardEvent("keydown", { key: " ", code: "Space", bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("button", { name: "일시 정지" })).toBeVisible();
});

test("PageDown and PageUp, which clickers send, turn the page, whatever was touched last", async ({ page }) => {
  await page.goto("./?lang=ko&backend=cpu#/");
  await expect(page.locator(".chapters")).toBeVisible();
  for (const board of ["rules", "teach", "perceptron"]) {
    await page.keyboard.press("PageDown");
    await expect(page).toHaveURL(new RegExp(`#/${board}`));
  }
  await page.getByRole("slider", { name: "w1", exact: true }).click();
  // The line that was set by hand goes into the address.
  await expect(page).toHaveURL(/w1=/);
  const held = page.url();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/#\/depth/);
  await page.keyboard.press("PageUp");
  await expect(page, "the slider stayed where it was put").toHaveURL(held);
});

test("a clicker that is pressed twice at once turns two pages", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/");
  await expect(page.locator(".chapters")).toBeVisible();
  await page.evaluate(() => {
    for (const key of ["PageDown", "PageDown"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
  await expect(page).toHaveURL(/#\/teach/);
  await expect(page).toHaveTitle(/Teach/);
  await expect(page.getByRole("textbox", { name: "Kind 1" })).toBeVisible();
});

test("keys stay inside what is open over the page", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("button", { name: /^Data/ }).click();
  const settings = page.getByRole("dialog", { name: "Data" });
  // On nothing that could have the focus.
  await settings.getByText("10,000 others").click();
  for (const key of ["ArrowRight", "PageDown", "s", "Space"]) await page.keyboard.press(key);
  await settings.getByRole("button", { name: "1,000", exact: true }).focus();
  for (const key of ["ArrowRight", "PageDown", "s", "r", "p"]) await page.keyboard.press(key);
  await expect(settings).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-projector", "off");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#\/digits$/);
  await expect(readout(page, "Step")).toHaveText("0");
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/#\/revolution/);
});

test("letter keys can be switched off, and stay so; the others stay", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32");
  await button(page, "Keys").click();
  const letters = page.getByRole("switch", { name: "Letter keys" });
  await letters.press("Space");
  await page.keyboard.press("Escape");
  for (const visit of ["now", "at the next visit"]) {
    await expect(button(page, "Train")).toBeEnabled();
    for (const key of ["s", "p", "q", "?"]) await page.keyboard.press(key);
    await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ㄴ", code: "KeyS", bubbles: true })));
    await expect(page.getByRole("dialog"), visit).toHaveCount(0);
    await expect(page.locator("html")).toHaveAttribute("data-projector", "off");
    await expect(readout(page, "Step"), visit).toHaveText("0");
    await page.reload();
  }
  await expect(button(page, "Train")).toBeEnabled();
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await button(page, "Keys").click();
  await letters.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await expect(page.locator("html")).toHaveAttribute("data-projector", "on");
});

test("a file that is dropped where no board takes one does not lead away from the page", async ({ page }) => {
  for (const board of ["perceptron", "learning", "next"]) {
    await page.goto(`./?lang=en#/${board}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await drop(page, "points.csv", Buffer.from("1,2\n")), board).toBe(true);
  }
});

test("a phone is told of no keys", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "ko-KR", baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByText(/^→/)).toBeHidden();
  await context.close();
});

test("L puts a ring around the mouse, for those who follow what is pointed at", async ({ page }) => {
  await openBoard(page);
  await page.locator("body").press("l");
  await page.mouse.move(400, 300);
  const ring = page.locator(".pointer-ring");
  await expect(ring).toBeVisible();
  const box = await ring.boundingBox();
  expect([(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]).toEqual([400, 300]);
  // It is in nobody's way.
  const train = await button(page, "Train").boundingBox();
  await page.mouse.click((train?.x ?? 0) + 10, (train?.y ?? 0) + 10);
  await expect(button(page, "Pause")).toBeVisible();
  await page.locator("body").press("l");
  await expect(ring).toBeHidden();
});

test("the list of keys names every key that the page knows, and what they do in a picture", async ({ page }) => {
  await openBoard(page);
  await page.locator("body").press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  for (const { shown, means } of bindings) {
    for (const key of shown) await expect(list.getByText(key, { exact: true })).toBeVisible();
    await expect(list.getByText(en[means] ?? "", { exact: true })).toBeVisible();
  }
  await expect(list).toContainText("With a line in focus");
});

/** Every kind of number field, where it is to be found, and how it is come by. @type {{ hash: string, name: string, open?: (page: Page) => Promise<void> }[]} */
const numberFields = [
  { hash: "digits?hidden=32&batchSize=32", name: "Batch size", open: (page) => page.getByRole("button", { name: /^Data/ }).click() },
  { hash: "digits?hidden=32&batchSize=32", name: "Learning rate" },
  { hash: "perceptron", name: "w1" },
  { hash: "rules?section=break", name: "Threshold" },
  { hash: "depth?tab=playground&hidden=2", name: "Weight of x₂", open: (page) => page.getByRole("button", { name: "Hidden layer 1, unit 2" }).click() },
];

test("the wheel scrolls over a number field that has the focus, and the number stays", { tag: "@every-engine" }, async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 480 });
  for (const { hash, name, open } of numberFields) {
    await page.goto(`./?lang=en&backend=cpu#/${hash}`);
    await open?.(page);
    const field = page.getByRole("spinbutton", { name, exact: true }).first();
    await field.click();
    const value = await field.inputValue();
    expect(value, name).toMatch(/\d/);
    // What lies over the page stands still, where it is whole in view, and the page scrolls below it.
    const places = () => field.evaluate((element) => [element.getBoundingClientRect().top, scrollY]);
    const before = await places();
    await page.mouse.wheel(0, 60);
    await page.mouse.wheel(0, -30);
    // Down, or up where it was at the end.
    await expect.poll(places, { message: `${name} scrolls` }).not.toEqual(before);
    await expect(field, name).toHaveValue(value);
    await page.reload();
  }
});

test("Escape in a number field is a no: what was half typed is not taken, and what was learnt stays", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32");
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  const data = page.getByRole("button", { name: /^Data/ });
  await data.click();
  const size = page.getByRole("spinbutton", { name: "Batch size" });
  await size.focus();
  await page.keyboard.type("5");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Data" })).toBeHidden();
  await data.click();
  await expect(size).toHaveValue("32");
  await expect(readout(page, "Step")).toHaveText("1");
  // Also where nothing closes, and where what was typed is not allowed.
  await page.keyboard.press("Escape");
  const rate = page.getByRole("spinbutton", { name: "Learning rate" });
  await rate.selectText();
  await page.keyboard.type("-1");
  await rate.press("Enter");
  await expect(page.getByText("A number above 0.")).toBeVisible();
  await rate.press("Escape");
  await expect(page.getByText("A number above 0.")).toBeHidden();
  await expect(rate).toHaveValue("0.07");
});

test("an arrow changes the learning rate by a part of itself, not by one", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&learningRate=0.05");
  const rate = page.getByRole("spinbutton", { name: "Learning rate" });
  await rate.press("ArrowUp");
  await expect(rate).toHaveValue("0.056");
  await rate.press("ArrowDown");
  await expect(rate).toHaveValue("0.05");
  expect(page.url()).toContain("learningRate=0.05");
});

test("the projector's text is large, and no secondary control is left", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const lang of ["ko", "en"]) {
    await page.goto(`./?lang=${lang}&backend=cpu&projector=on#/digits`);
    await expect(page.locator(".main")).toBeVisible();
    const small = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const element = node.parentElement;
        const box = element?.getBoundingClientRect();
        if (!element || !node.textContent?.trim() || element.closest(".unseen") || !element.checkVisibility() || !box || box.width < 2) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < 22) found.push(`${size}: ${node.textContent}`);
      }
      return found;
    });
    expect(small).toEqual([]);
    await expect(page.locator(".secondary").first()).toBeHidden();
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([1920, 1080]);
  }
});

for (const [width, height] of [[1280, 720], [1920, 1080]]) {
  test(`at ${width} x ${height} everything important is in view without scrolling`, async ({ page }) => {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    for (const lang of ["ko", "en"]) {
      await page.goto(`./?lang=${lang}&backend=cpu#/digits`);
      await expect(page.locator(".main")).toBeVisible();
      expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([width, height]);
      for (const part of [".main", ".pad-canvas", ".bars li:last-child", ".views > .tabs", ".card-loss", ".readouts"]) {
        await expect(page.locator(part), part).toBeInViewport({ ratio: 1 });
      }
    }
  });
}

test("the built page has no inline script, and no inline style but for the words that the document says by itself", () => {
  const html = readFileSync(join(root, "dist/index.html"), "utf8").replace(/<style>[^]*?<\/style>/, "");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
});
