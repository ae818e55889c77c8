/* A walk through the page in WebKit: what every engine has to keep, from board to board, by mouse and by keyboard. */
import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { digits } from "../playing.js";
import { boards } from "../support/boards.js";
import { singleFile } from "../support/files.js";
import { en, ko } from "../support/texts.js";
import { provideFinder } from "./finder.js";
import { expect, serveTested, test } from "./test.js";

/** @import { WebKit } from "./browser.js" */

/** A network small enough for the patience of tests. */
const small = "digits?hidden=32&batchSize=32";

/** @param {WebKit} webkit @param {string} url of the site @param {string} board and its settings @param {string} [lang] */
async function open(webkit, url, board, lang = "en") {
  await webkit.open(`${url}?lang=${lang}&backend=cpu#/${board}`);
  await expect.poll(() => webkit.text("heading")).not.toBe("");
}

/** @param {WebKit} webkit @param {string} name */
const readout = (webkit, name) => expect.poll(() => webkit.text("status", name), { message: name, timeout: 40_000 });

/** The number that a read-out shows. @param {WebKit} webkit @param {string} name */
const number = async (webkit, name) => Number.parseFloat((await webkit.text("status", name)).replace(/[^\d.]/g, ""));

/** @param {WebKit} webkit @param {string} name */
const value = (webkit, name) => expect.poll(() => number(webkit, name), { message: name, timeout: 40_000 });

/** What the board has to say and to show, to be compared. @param {WebKit} webkit */
const look = (webkit) =>
  webkit.evaluate(() => {
    const main = document.querySelector("main");
    return main?.innerHTML + [...(main?.querySelectorAll("canvas") ?? [])].map((canvas) => canvas.toDataURL()).join();
  });

/** What such tabs say; a tab may have tabs of its own. @param {WebKit} webkit @param {string} selector */
const tabsInView = (webkit, selector) =>
  webkit.evaluate((selector) => [...document.querySelectorAll(`main ${selector}`)].filter((tab) => tab.checkVisibility()).map((tab) => tab.textContent?.trim() ?? ""), selector);

test("every board and every tab of it opens in both languages", async ({ webkit, served }) => {
  test.slow();
  for (const [lang, texts] of /** @type {const} */ ([["en", en], ["ko", ko]])) {
    await open(webkit, served.url, "", lang);
    for (const id of boards) {
      await webkit.press("link", texts[`${id}.title`] ?? "");
      await expect.poll(() => webkit.text("heading")).toBe(texts[`${id}.question`]);
      const tabs = await tabsInView(webkit, "[role=tab]");
      for (const tab of tabs) {
        await webkit.press("tab", tab);
        await expect.poll(() => tabsInView(webkit, "[aria-selected=true]")).toContain(tab);
      }
    }
  }
});

test("by keyboard alone one goes from board to board, and Space does what each is about", async ({ webkit, served }) => {
  await open(webkit, served.url, "", "ko");
  for (const id of boards) {
    await webkit.keys("ArrowRight");
    await expect.poll(() => webkit.text("heading")).toBe(ko[`${id}.question`]);
    await expect.poll(() => webkit.evaluate(() => [...document.querySelectorAll("main .main")].some((button) => button.checkVisibility() && !button.matches(":disabled")))).toBe(true);
    const before = await look(webkit);
    await webkit.keys(" ");
    await expect.poll(async () => (await look(webkit)) !== before, { message: `Space on ${id}` }).toBe(true);
  }
});

test("rules break on new data", { tag: "@rules" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "rules?section=break");
  await value(webkit, "Accuracy on new data").toBeGreaterThan(97);
  await webkit.press("button", "New data");
  await value(webkit, "Accuracy on new data").toBeLessThan(60);
});

test("a line is dragged over AND", { tag: "@perceptron" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "perceptron");
  await readout(webkit, "Score").toBe("2 / 4");
  await webkit.draw(".plane-picture", [[0.375, 0.625], [0.625, 0.375]]);
  await readout(webkit, "Score").toBe("4 / 4");
});

test("XOR is learnt with hidden units, and a line of the two by hand is dragged", { tag: "@depth" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "depth?tab=playground&speed=fastest");
  await value(webkit, "Train loss").toBeGreaterThan(0);
  await webkit.press("button", "Train");
  await value(webkit, "Train loss").toBeLessThan(0.2);
  await open(webkit, served.url, "depth");
  const lines = () => webkit.evaluate(() => location.hash);
  const before = await lines();
  await webkit.draw("svg.plane-picture", [[0.5, 0.5], [0.7, 0.3]]);
  await expect.poll(lines).not.toBe(before);
});

test("g is drawn with the pointer, and a line comes down onto it and leaves its path on the map", { tag: "@learning" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "learning?model=line&w=0&b=0&speed=50");
  await value(webkit, "Divergence").toBeGreaterThan(2);
  await webkit.draw("[aria-label='Draw g']", [[0.03, 0.25], [0.97, 0.75]]);
  await value(webkit, "Divergence").toBeLessThan(1.5);
  await webkit.press("button", "Run");
  await value(webkit, "Divergence").toBeLessThan(0.2);
  expect(await webkit.evaluate(() => document.querySelector(".surface-path")?.getAttribute("points")?.split(" ").length)).toBeGreaterThan(5);
});

test("the race on the CPU, and all four fields come to an end", { tag: "@revolution" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "revolution?tab=race&network=128&distance=100");
  await webkit.press("button", "Start race");
  await readout(webkit, "State").toBe("Finished.");
  await open(webkit, served.url, "revolution?tab=fields&fieldsOpen=vision");
  await webkit.press("button", "Train all four");
  await readout(webkit, "Steps").toBe("378");
  await value(webkit, "Accuracy").toBeGreaterThan(80);
});

test("digits are learnt, drawn and read, and another language keeps all of it", { tag: "@digits" }, async ({ webkit, served }) => {
  await open(webkit, served.url, small);
  await webkit.press("button", "Train");
  await value(webkit, "Test accuracy").toBeGreaterThan(90);
  for (const stroke of digits[7] ?? []) await webkit.draw("[aria-label='Draw a digit']", stroke);
  await readout(webkit, "Prediction").toBe("7");
  const step = await number(webkit, "Step");
  await webkit.press("button", "한국어");
  await expect.poll(() => webkit.text("button", ko["run.pause"] ?? "일시 정지")).not.toBe("");
  expect(await webkit.text("status", ko["readout.prediction"])).toBe("7");
  expect(await number(webkit, ko["readout.step"] ?? "")).toBeGreaterThanOrEqual(step);
});

test("a window is moved by the mouse over one's own drawing, its map is pooled, and two networks learn to look for parts", { tag: "@next" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "next");
  await webkit.draw("[aria-label='Drawing to look at']", [[0.2, 0.5], [0.8, 0.5]]);
  await webkit.press("button", "blur");
  const area = "[role=application][aria-label='Picture']";
  await webkit.draw(area, [[0.5, 0.05], [0.5, 0.1]]);
  await value(webkit, "Sum").toBe(0);
  await webkit.draw(area, [[0.5, 0.1], [0.5, 0.5]]);
  await value(webkit, "Sum").toBeGreaterThan(0.3);
  await webkit.press("button", "Run the window");
  await expect.poll(() => webkit.text("button", "Run again"), { timeout: 40_000 }).not.toBe("");
  await webkit.press("radio", "Pooling");
  await webkit.draw("[role=application][aria-label='Map of the sums']", [[0.1, 0.1], [0.5, 0.5]]);
  await value(webkit, "Largest").toBeGreaterThan(0.3);
  await webkit.press("radio", "Networks");
  for (const wait of ["Convolutional", "Convolutional, shifted"]) {
    await webkit.press("button", "Step");
    await value(webkit, wait).toBeGreaterThan(0);
    await readout(webkit, "State").toBe("Paused.");
  }
});

test("Back leads to the tab before, and what was chosen in it", { tag: "@next" }, async ({ webkit, served }) => {
  await open(webkit, served.url, "next");
  const back = () => webkit.evaluate(() => history.back());
  const chosen = () => tabsInView(webkit, "[aria-selected=true]");
  await webkit.press("radio", "Pooling");
  await webkit.press("tab", "The course");
  await webkit.press("tab", "Code");
  await webkit.press("link", "Digits");
  await expect.poll(() => webkit.text("heading")).toBe(en["digits.question"]);
  await back();
  await expect.poll(chosen).toEqual(["The course", "Code"]);
  await back();
  await expect.poll(chosen).toEqual(["The course", "The way"]);
  await back();
  await expect.poll(chosen).toEqual(["Look for parts"]);
  await expect.poll(() => webkit.evaluate(() => location.hash)).toBe("#/next?look=pool");
  await back();
  await expect.poll(() => webkit.evaluate(() => location.hash)).toBe("#/next");
});

test("a file that is missing is told, the rest is learnt, and it can be had when asked for again", async ({ webkit, served }) => {
  const data = join(served.folder, "data");
  const shard = readdirSync(data).find((name) => name.startsWith("train-02")) ?? "";
  renameSync(join(data, shard), join(served.folder, shard));
  await open(webkit, served.url, small);
  await expect.poll(() => webkit.text("alert")).toContain("train-02");
  renameSync(join(served.folder, shard), join(data, shard));
  await webkit.press("button", "Try again");
  await expect.poll(() => webkit.text("alert")).toBe("");
});

test("the check finds that it will run here", async ({ webkit, served }) => {
  await open(webkit, served.url, "check");
  await readout(webkit, "Verdict").toMatch(/^Ready: everything works here, only slower\./);
});

test("after one visit the page works with the network unplugged, data included", async ({ webkit }) => {
  const served = await serveTested();
  try {
    await open(webkit, served.url, "");
    await webkit.evaluate(async () => void (await navigator.serviceWorker.ready));
    served.unplug();
    await open(webkit, served.url, small);
    await webkit.press("button", "Train");
    await value(webkit, "Test accuracy").toBeGreaterThan(50);
  } finally {
    served.close();
  }
});

test("the page as one file learns to read, from the disk", async ({ webkit }) => {
  await webkit.open(`${pathToFileURL(singleFile).href}?lang=en&backend=cpu#/${small}`);
  await webkit.evaluate(provideFinder);
  await webkit.press("button", "Train");
  await value(webkit, "Test accuracy").toBeGreaterThan(50);
});
