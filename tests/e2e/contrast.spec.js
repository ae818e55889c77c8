/* Readers who need more contrast: forced colours, light and dark, and the wish for more of it. */
import { button, drawOne, expectAbove, openDigits } from "./breaking.js";
import { boards } from "./support/boards.js";
import { colourReader, contrast } from "./support/contrast.js";
import { expect, test } from "./support/test.js";

/** @import { Locator, Page } from "@playwright/test" */

/** What WCAG asks of shapes, and of words for those who need more. */
const SHAPES = 3;
const WORDS = 7;

/**
 * The colours that an element shows, as they are on the screen: each that fills at least `part` of it.
 * @param {Locator} element
 * @param {number} part
 * @returns {Promise<number[][]>}
 */
async function coloursOf(element, part) {
  const picture = (await element.screenshot()).toString("base64");
  // A page of its own: the site's policy lets no picture in.
  const desk = await element.page().context().newPage();
  const colours = await desk.evaluate(
    async ([base64, least]) => {
      const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
      const bitmap = await createImageBitmap(blob);
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      pen?.drawImage(bitmap, 0, 0);
      const pixels = new Uint32Array(pen?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? []);
      /** @type {Map<number, number>} */
      const counts = new Map();
      for (const pixel of pixels) {
        const colour = pixel & 0xffffff;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count >= least * pixels.length).map(([colour]) => [colour & 0xff, (colour >> 8) & 0xff, colour >> 16]);
    },
    /** @type {const} */ ([picture, part]),
  );
  await desk.close();
  return colours;
}

/** What lies behind everything in forced colours. */
const canvas = { dark: [0, 0, 0], light: [255, 255, 255] };

/**
 * Something in it stands out from the page.
 * @param {Locator} element
 * @param {string} what
 * @param {{ part?: number, scheme?: keyof typeof canvas }} [options]
 */
async function expectSeen(element, what, { part = 0.01, scheme = "dark" } = {}) {
  const colours = await coloursOf(element, part);
  expect.soft(Math.max(...colours.map((colour) => contrast(colour, canvas[scheme]))), `${what}, ${scheme}`).toBeGreaterThanOrEqual(SHAPES);
}

/**
 * What fills most of an element.
 * @param {Locator} element
 */
async function groundOf(element) {
  const [ground = []] = await coloursOf(element, 0.4);
  return ground;
}

/** @param {Page} page @param {Locator} chosen @param {Locator} other */
async function expectChosen(page, chosen, other) {
  await page.mouse.move(0, 0);
  expect.soft(contrast(await groundOf(chosen), await groundOf(other)), `${await chosen.textContent()} is chosen`).toBeGreaterThanOrEqual(SHAPES);
}

test.use({ contextOptions: { forcedColors: "active" }, colorScheme: "dark" });

test("in forced colours everything that says something is seen, whatever the palette, also when they change", async ({ page }) => {
  await openDigits(page, "palette=paper&backend=cpu");
  await page.keyboard.press("Space");
  await expectAbove(page, "Test accuracy", 70);
  await drawOne(page);
  await expect(page.locator(".bars .best")).toBeVisible();
  // On the canvas that was drawn on, Space is the pen's.
  await button(page, "Pause").click();
  await expect(button(page, "Train")).toBeVisible();
  const charts = page.locator(".chart canvas");
  for (const scheme of /** @type {const} */ (["dark", "light"])) {
    await page.emulateMedia({ colorScheme: scheme });
    await expectSeen(page.locator(".bars .best .bar"), "the longest bar", { part: 0.2, scheme });
    await expectSeen(page.locator(".pad-canvas"), "the drawing", { scheme });
    await expectSeen(page.locator(".seen"), "what the network sees", { scheme });
    await expectSeen(charts.first(), "the curves", { part: 0.002, scheme });
    await expectChosen(page, page.getByRole("tab", { name: "Curves" }), page.getByRole("tab", { name: "Inside" }));
    const axis = page.getByRole("radiogroup", { name: "Along the axis" }).locator("span");
    await expectChosen(page, axis.first(), axis.last());
    await expectChosen(page, page.getByRole("link", { name: "Digits", exact: true }), page.getByRole("link", { name: "Rules", exact: true }));
  }
  await page.getByRole("tab", { name: "Confusion" }).click();
  const cells = page.locator(".matrix .right");
  await expect(cells.first()).not.toBeEmpty();
  await expectSeen(cells.first(), "the words of a full cell");

  await page.keyboard.press("q");
  const [one = [], other = []] = await coloursOf(page.locator(".qr"), 0.2);
  expect(contrast(one, other), "the code that cameras read").toBeGreaterThan(20);
});

test("in forced colours a plane's line and points, lanes, meters and gates are seen", async ({ page }) => {
  await page.goto("./?lang=en&palette=paper&backend=cpu#/perceptron");
  await expectSeen(page.locator(".plane").first(), "the line", { part: 0.004 });
  for (const kind of ["one", "zero"]) await expectSeen(page.locator(`.plane-point.${kind}`).first(), `a point of class ${kind}`);
  await expectChosen(page, page.getByRole("button", { name: "AND", exact: true }), page.getByRole("button", { name: "OR", exact: true }));
  await page.goto("./?lang=en&palette=paper&backend=cpu#/revolution?tab=race");
  await expectSeen(page.locator(".track").first(), "the runner and the finish line");
  await expectSeen(page.locator(".cores-cpu"), "the cores", { part: 0.2 });
  await page.goto("./?lang=en&palette=paper&backend=cpu#/rules?section=break");
  await expectSeen(page.locator(".class-mark.one").first(), "the mark of class one", { part: 0.05 });
  await expect(page.locator(".tile").first()).toBeVisible();
  await expectSeen(page.locator(".threshold-line"), "the threshold", { part: 0.2 });
});

test("in forced colours no words are drawn in the colour of what is behind them, and a legend has its curves' colours", async ({ page }) => {
  await page.goto("./?lang=en&palette=paper&backend=cpu#/");
  for (const scheme of /** @type {const} */ (["dark", "light"])) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const address of ["", "check", ...boards, "rules?section=break", "depth?tab=playground", "revolution?tab=race", "unknown"]) {
      await page.evaluate((to) => (location.hash = to), `#/${address}`);
      await expect(page.locator(`main[data-board="${address.replace(/\?.*|unknown/, "")}"] h1`)).toBeVisible();
      if (address === "unknown") await expect(page.locator(".note")).toContainText("unknown");
      expect.soft(await page.evaluate(`(${paleWords})(${contrast}, (${colourReader})())`), `${address || "the cover"}, ${scheme}`).toEqual([]);
      if (address !== "learning") continue;
      const colours = await page.evaluate(() => {
        const before = (/** @type {string} */ name) => getComputedStyle(document.querySelector(`.picture-legend .${name}`) ?? document.body, "::before");
        return { data: before("legend-g").borderTopColor, loss: before("legend-loss").outlineStyle, one: getComputedStyle(document.body).getPropertyValue("--one") };
      });
      expect.soft(colours).toEqual({ data: colours.one, loss: "solid", one: colours.one });
    }
  }
});

/**
 * The words that hardly differ from what is behind them; runs in the page.
 * @param {(one: number[], other: number[]) => number} contrast
 * @param {(colour: string) => number[]} numbers
 */
function paleWords(contrast, numbers) {
  const groundOf = (/** @type {Element | null} */ element) => {
    for (let at = element; at; at = at.parentElement) {
      const ground = numbers(getComputedStyle(at).backgroundColor);
      if ((ground[3] ?? 0) > 127) return ground;
    }
    return numbers("Canvas");
  };
  const found = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const element = nodes.currentNode.parentElement;
    const words = nodes.currentNode.textContent?.trim();
    if (!words || !element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest("svg, .unseen, option")) continue;
    if (contrast(numbers(getComputedStyle(element).color), groundOf(element)) < 3) found.push(words);
  }
  return found;
}

test.describe("where more contrast is asked for", () => {
  test.use({ contextOptions: { forcedColors: "none", contrast: "more" }, colorScheme: "light" });

  test("the words beside the point are as clear as the others", async ({ page }) => {
    for (const palette of ["paper", "board"]) {
      await page.goto(`./?lang=en&palette=${palette}&story=no&backend=cpu#/perceptron`);
      const words = page.locator(".lead");
      await expect(words).toBeVisible();
      const [ink, ground] = await page.evaluate(() => {
        const pen = new OffscreenCanvas(1, 1).getContext("2d");
        return [getComputedStyle(document.querySelector(".lead") ?? document.body).color, getComputedStyle(document.body).backgroundColor].map((colour) => {
          if (!pen) return [];
          pen.fillStyle = colour;
          pen.fillRect(0, 0, 1, 1);
          return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        });
      });
      expect(contrast(ink ?? [], ground ?? []), palette).toBeGreaterThan(2 * WORDS);
    }
  });
});

test.describe("at 320 pixels, with letters, words and lines set as wide as WCAG has it", () => {
  test.use({ contextOptions: { forcedColors: "none" }, viewport: { width: 320, height: 640 }, bypassCSP: true });

  test("nothing scrolls sideways and no words are cut off", async ({ page }) => {
    await page.goto("./?lang=en&backend=cpu#/");
    await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }" });
    const states = ["", "check", ...boards, "rules?section=learn", "depth?figure=pentagon", "revolution?tab=race"];
    for (const state of states) {
      await page.evaluate((to) => (location.hash = to), `#/${state}`);
      await expect(page.locator(`main[data-board="${state.replace(/\?.*/, "")}"] h1`)).toBeVisible();
      const cut = () =>
        page.evaluate(() => {
          const words = [...document.querySelectorAll("main *")].filter((element) => element.checkVisibility() && !element.closest(".unseen, svg, math, .preview"));
          const isCut = (/** @type {Element} */ element) => {
            const { overflowX } = getComputedStyle(element);
            return overflowX === "hidden" && element.textContent !== "" && element.scrollWidth > element.clientWidth + 2;
          };
          const wide = document.documentElement.scrollWidth > innerWidth ? [`a page of ${document.documentElement.scrollWidth}`] : [];
          return [...wide, ...words.filter(isCut).map((element) => element.className)];
        });
      await expect.soft.poll(cut, { message: state || "the cover" }).toEqual([]);
    }
  });
});
