/* A printed page: the board as it stands, ink on white, on one or two sheets, and nothing that can only be pressed. */
import { inflateSync } from "node:zlib";
import { button, drawOne, expectAbove, openDigits } from "./breaking.js";
import { boards } from "./support/boards.js";
import { colourReader, contrast } from "./support/contrast.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** How the page lies. */
const ways = [
  { name: "upright", landscape: false },
  { name: "lying", landscape: true },
];

/**
 * What is wrong with the page while it is laid out on paper; runs in the page.
 * @param {(one: number[], other: number[]) => number} contrast
 * @param {(colour: string) => number[]} numbers
 * @returns {string[]}
 */
function faults(contrast, numbers) {
  const WHITE = [255, 255, 255];
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const width = document.documentElement.clientWidth;
  /** @type {string[]} */
  const found = [];

  const groundOf = (/** @type {Element | null} */ element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, printColorAdjust } = getComputedStyle(at);
      const ground = numbers(backgroundColor);
      // Other backgrounds are left out, as browsers do unless they are told otherwise.
      if (printColorAdjust === "exact" && (ground[3] ?? 0) > 127) return ground;
    }
    return WHITE;
  };

  const texts = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest("math, svg, .unseen, select") || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1 && getComputedStyle(parent).fontSize !== "0px") texts.push({ words: node.textContent.trim().slice(0, 40), box, parent });
  }
  if (texts.length === 0) found.push("no words at all");
  for (const { words, box, parent } of texts) {
    if (box.left < -1 || box.right > width + 1) found.push(`"${words}" is cut at the edge`);
    if (contrast(numbers(getComputedStyle(parent).color), groundOf(parent)) < 3) found.push(`"${words}" is pale`);
  }
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 3 && down > 5) found.push(`"${one.words}" lies on "${other.words}"`);
    }
  }

  for (const element of document.querySelectorAll("header, .main, .controls, .icon-button, input[type=range], textarea, [popover], dialog, .problem, .note")) {
    if (element.checkVisibility()) found.push(`${element.tagName} ${element.className} is there to be pressed or to pass`);
  }
  for (const chart of main.querySelectorAll(".chart")) {
    const canvas = chart.querySelector("canvas");
    if (!chart.checkVisibility() || !canvas) continue;
    if (Math.abs(canvas.getBoundingClientRect().width - chart.clientWidth) > 2) found.push("a chart is not as wide as its place");
    if (chart.clientHeight < 40) found.push("a chart is flat");
  }
  for (const canvas of main.querySelectorAll(/** @type {"canvas"} */ ("canvas.digit, .chart canvas"))) {
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    for (const pixel of new Set(new Uint32Array(data?.buffer ?? []))) {
      const [red, green, blue, alpha] = [pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff, pixel >>> 24];
      if (alpha < 250 || contrast([red, green, blue], WHITE) > 1.6) continue;
      found.push(`what is drawn is pale: ${canvas.className || "chart"}`);
      break;
    }
  }
  // What is set is there as words: a choice by the one that is chosen, a switch by its name where it is on.
  for (const chosen of main.querySelectorAll(".segmented input:checked, .switch input:checked")) {
    const label = chosen.closest("label");
    const place = (label?.closest(".segmented") ?? label)?.parentElement;
    if (label && place?.checkVisibility() && !label.checkVisibility()) found.push(`"${label.textContent}" is set, and not printed`);
  }
  for (const marks of main.querySelectorAll(".histogram-marks")) {
    const [own, picture] = [marks, marks.parentElement?.querySelector(".histogram-picture")].map((element) => element?.getBoundingClientRect());
    if (own && picture && picture.height > 0 && own.bottom > picture.bottom + 4) found.push("marks stand below their picture");
  }
  for (const bar of main.querySelectorAll(".bar, .matrix button, .track")) {
    if (bar.checkVisibility() && getComputedStyle(bar).printColorAdjust !== "exact") found.push("a colour that says something is left out with the backgrounds");
  }
  return [...new Set(found)];
}

/**
 * Prints the page as it is, both ways. The browser tells that the media are print once the page is laid out on the paper:
 * that is when one can look at it.
 * @param {Page} page
 * @param {string} where
 */
async function expectGoodPrint(page, where) {
  await page.evaluate(`{
    const media = matchMedia("print");
    window.found = ["it was not printed"];
    media.onchange = () => media.matches && (window.found = (${faults})(${contrast}, (${colourReader})()));
  }`);
  for (const { name, landscape } of ways) {
    const sheets = await sheetsOf(page, landscape);
    expect.soft(sheets, `sheets of ${where}, ${name}`).toBeLessThanOrEqual(2);
    expect.soft(await page.evaluate(() => Reflect.get(window, "found")), `${where}, ${name}`).toEqual([]);
    if (sheets > 1) expect.soft(await withoutImprint(page, () => sheetsOf(page, landscape)), `sheets of ${where}, ${name}, without the line at the foot`).toBe(sheets);
  }
}

/** @param {Page} page @param {boolean} landscape */
async function sheetsOf(page, landscape) {
  return (await page.pdf({ format: "A4", landscape })).toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** How a printed page is drawn, as its file writes it. @param {Buffer} pdf */
function drawingOf(pdf) {
  let drawing = "";
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at)) {
    at += "stream\n".length;
    // Not all that the file holds is packed in this way.
    if (pdf.subarray(at - 60, at).includes("FlateDecode")) drawing += inflateSync(pdf.subarray(at)).toString("latin1");
  }
  return drawing;
}

/** @template T @param {Page} page @param {() => Promise<T>} ask */
async function withoutImprint(page, ask) {
  const hide = (/** @type {boolean} */ hidden) => page.locator(".imprint").evaluate((imprint, hidden) => void imprint.toggleAttribute("hidden", hidden), hidden);
  await hide(true);
  const answer = await ask();
  await hide(false);
  return answer;
}

test("a trained network is printed as it stands, whatever the palette", async ({ page }) => {
  test.slow();
  await openDigits(page, "palette=board&projector=on");
  await page.keyboard.press("Space");
  await expectAbove(page, "Test accuracy", 70);
  await drawOne(page);
  await expect(page.locator(".bars .best")).toBeVisible();
  // In training, as one prints it; what is read wrongly is asked for anew with every evaluation.
  await expectGoodPrint(page, "training");
  // On the canvas that was drawn on, Space is the pen's.
  await button(page, "Pause").click();
  await expect(button(page, "Train")).toBeVisible();
  // Those of the views: the code has some of its own.
  for (const tab of await page.getByRole("tablist", { name: "Views" }).getByRole("tab").all()) {
    await tab.click();
    await expect(page.locator("main .hint:visible")).toHaveCount(0);
    await expectGoodPrint(page, (await tab.textContent()) ?? "");
  }
  // Afterwards it is on the screen as it was.
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe("dark");
  await expect(page.locator("button.main")).toBeVisible();
});

test("a board in use is printed with all that is set, and without a sheet for the line at its foot", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("./?lang=en&palette=paper&backend=cpu#/");
  const learnt = (/** @type {string} */ text) => expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  /** @type {[address: string, press: string, end: string][]} */
  const boards = [
    ["perceptron?table=0001&w1=-0.7&w2=0.4&b=0.3&rate=0.1&speed=1000", "Learn", "Converged"],
    ["perceptron?table=0110&speed=1000", "Learn", "Goes round"],
    ["learning?model=line&g=line&samples=12", "Step", "Each step goes down the slope"],
    ["rules?section=break&shift=3&size=70&rotation=40&invert=yes&noise=5&stroke=1", "Best threshold", "undistorted"],
    ["depth?tab=playground&untilEpoch=30&speed=fastest", "Train", "Stopped after epoch 30."],
    ["revolution?tab=race&network=128&distance=100", "Start race", "Finished."],
    ["revolution?tab=fields&fieldsOpen=language", "Train all four", "12 steps"],
    ["revolution?tab=fields&fieldsOpen=recommendation", "Train", "12 steps"],
    ["revolution?tab=fields&fieldsOpen=reinforcement", "Train", "12 steps"],
    ["rules?section=learn&shift=3&size=70&rotation=40&invert=yes", "Ten steps", "Paused."],
    ["revolution?tab=more-data", "Step", "Paused."],
    ["next?kernel=0_-1_0_-1_5_-1_0_-1_0", "Run the window", "Run again"],
    ["next?look=networks", "Step", "Paused."],
    ["next?tab=few&fewImages=100", "Step", "Paused."],
    ["next?tab=known&knownExamples=5", "Step", "Paused."],
  ];
  for (const [address, press, end] of boards) {
    await page.evaluate((to) => (location.hash = to), `#/${address}`);
    const pressed = page.getByRole("main").getByRole("button", { name: press, exact: true }).filter({ visible: true });
    await expect(pressed, "and no longer the one of the board before").toHaveCount(1);
    await pressed.click();
    await learnt(end);
    await expectGoodPrint(page, address);
  }
});

test("a picture that has not come is left empty on paper", async ({ page }) => {
  await page.route(/\.bin$/, () => {});
  await page.goto("./?lang=en&palette=paper&backend=cpu#/");
  await expect(page.locator(".preview:not(:empty)")).toHaveCount(boards.length);
  const drawing = drawingOf(await page.pdf({ format: "A4" }));
  expect(drawing).toContain(" re\nf");
  // The size of a canvas before anything is painted.
  expect(drawing.includes(" 300 150 re\nf"), "it is filled").toBe(false);
});

test("every page of the lecture fits one or two sheets of paper, with its question, its name and its address", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("./?lang=ko&palette=board&backend=cpu#/");
  for (const id of ["", "check", ...boards.filter((board) => board !== "digits")]) {
    await page.evaluate((to) => (location.hash = to), `#/${id}`);
    await expect(page.locator(`main[data-board="${id}"] h1`)).toBeVisible();
    await expect(page.getByText("확인하고 있어요")).toHaveCount(0);
    const tabs = await page.getByRole("main").getByRole("tab").all();
    if (tabs.length === 0) await expectGoodPrint(page, id || "the cover");
    for (const tab of tabs) {
      await tab.click();
      await expectGoodPrint(page, `${id}, ${await tab.textContent()}`);
    }
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page.locator(".imprint")).toContainText(`#/${id}`);
    await page.emulateMedia({ media: null });
  }
});
