/* The depth board's frame and its tab Two lines, played by mouse, by touch and by keyboard. */
import { button, readout } from "./breaking.js";
import { screenOf } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Locator, Page } from "@playwright/test" */
/** @typedef {{ x: number, y: number }} Point */

/** What every plane shows, along both axes. */
const view = { from: -0.5, to: 1.5 };

/** Hidden units that repeat the inputs, and an OR: the page's own start. */
const start = "xor=1_0.3_-0.8_-0.4_1_-0.4_1_1_-0.5";
/** A gate each, a little off the usual places, so that the page does not take them for its own solution. */
const nearly = "xor=1_1_-0.6_-1_-1_1.4_1_1_-0.5";

/**
 * @param {Page} page
 * @param {string} [state]
 */
async function open(page, state = "") {
  await page.goto(`./?lang=en&backend=cpu#/depth${state && `?${state}`}`);
  await expect(page.getByRole("tab", { name: "Two lines" })).toHaveAttribute("aria-selected", "true");
}

/** @param {Page} page */
const stateIn = (page) => new URLSearchParams(new URL(page.url()).hash.split("?")[1] ?? "");

/** @param {Page} page @param {string} unit */
const lineOf = (page, unit) => page.getByRole("slider", { name: `Line of ${unit}`, exact: true });

/** @param {Page} page @param {string} unit */
const planeOf = (page, unit) => page.getByRole("region", { name: `Unit ${unit}`, exact: true }).locator("svg.plane-picture");

/** @param {Page} page */
const foldPlane = (page) => page.getByRole("region", { name: "The plane, folded" }).locator("svg.plane-picture");

/**
 * Where a point of a plane is on the screen.
 * @param {Locator} plane
 * @param {Point} point
 */
async function screenPlace(plane, { x, y }) {
  const box = await plane.boundingBox();
  if (!box) throw new Error("the plane is not in view");
  const scale = box.width / (view.to - view.from);
  return { x: box.x + (x - view.from) * scale, y: box.y + (view.to - y) * scale };
}

/**
 * @param {Page} page
 * @param {Locator} plane
 * @param {Point} from
 * @param {Point} to
 */
async function dragByMouse(page, plane, from, to) {
  const [a, b] = [await screenPlace(plane, from), await screenPlace(plane, to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(b.x, b.y, { steps: 6 });
  await page.mouse.up();
}

/**
 * Through the browser's own input, as from a screen: what scrolls would scroll.
 * @param {Page} page
 * @param {Locator} plane
 * @param {Point} from
 * @param {Point} to
 */
async function dragByFinger(page, plane, from, to) {
  await plane.scrollIntoViewIfNeeded();
  const [a, b] = [await screenPlace(plane, from), await screenPlace(plane, to)];
  const finger = await page.context().newCDPSession(page);
  const at = (/** @type {number} */ part) => [{ x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) }];
  await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const part of [0.25, 0.5, 0.75, 1]) await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(part) });
  await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await finger.detach();
}

/** The page's verdict in words. @param {Page} page @param {RegExp} words */
const expectVerdict = (page, words) => expect(page.locator(".verdict:visible")).toHaveText(words);

test("XOR is solved by hand with the mouse, and the page says so, once it is", { tag: "@every-engine" }, async ({ page }) => {
  await open(page);
  await expect(readout(page, "Score")).toHaveText("3 / 4");
  await expectVerdict(page, /it is XOR again/);

  // h1 becomes an OR: an end turns the line, and its body is moved.
  await dragByMouse(page, planeOf(page, "h1"), { x: 0.43, y: 1.25 }, { x: -0.45, y: 0.95 });
  await expect(page.getByRole("region", { name: "Unit h1" })).toContainText("OR");
  await expectVerdict(page, /one corner|XOR again|one line is enough/);

  // h2 becomes a NAND: turned until it falls from the left to the right, then moved, then flipped.
  await dragByMouse(page, planeOf(page, "h2"), { x: -0.27, y: 0.29 }, { x: 0.1, y: 1.4 });
  await expectVerdict(page, /./);
  await button(page, "Flip side of h2").click();
  await dragByMouse(page, planeOf(page, "h2"), { x: 0.72, y: 1.14 }, { x: 0.72, y: 0.95 });
  await expect(page.getByRole("region", { name: "Unit h2" })).toContainText("NAND");
  await expectVerdict(page, /one line is enough/);
  await expect(page.locator(".verdict.solved")).toHaveCount(0);

  // y becomes an AND.
  await dragByMouse(page, planeOf(page, "y"), { x: 0.25, y: 0.25 }, { x: 0.72, y: 0.72 });
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await expectVerdict(page, /XOR, by hand/);
  await expect(page.getByRole("cell", { name: "right" })).toHaveCount(4);
});

test("the large plane's lines can be dragged, too, and move the small ones with them", async ({ page }) => {
  await open(page, nearly);
  const before = await lineOf(page, "h1").getAttribute("aria-valuetext");
  await dragByMouse(page, foldPlane(page), { x: 0.25, y: 0.35 }, { x: 0.1, y: 0.2 });
  await expect(lineOf(page, "h1")).not.toHaveAttribute("aria-valuetext", before ?? "");
  // Where it is folded, the hidden space's line is there instead.
  await page.getByRole("slider", { name: "Fold", exact: true }).fill("100");
  await dragByMouse(page, foldPlane(page), { x: 0.25, y: 0.25 }, { x: 0.75, y: 0.75 });
  await expect(readout(page, "Score")).toHaveText("4 / 4");
});

test("a line that a palm has taken goes back when a pen comes, and follows the pen", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, locale: "en-US", baseURL });
  const page = await context.newPage();
  await open(page);
  const line = lineOf(page, "h1");
  const before = (await line.getAttribute("aria-valuetext")) ?? "";
  const plane = planeOf(page, "h1");
  const screen = await screenOf(page, plane);
  // Where the line is, and beside it.
  const [on, off] = [await middleOfLine(plane), /** @type {[number, number]} */ ([0.05, 0.05])];
  await screen.touch("touchStart", on);
  await screen.touch("touchMove", [on[0] + 0.15, on[1]]);
  await expect(line).not.toHaveAttribute("aria-valuetext", before);
  await screen.write([off, off]);
  await expect(line).toHaveAttribute("aria-valuetext", before);
  await screen.touch("touchMove", [on[0] + 0.2, on[1]]);
  await screen.touch("touchEnd");
  await expect(line).toHaveAttribute("aria-valuetext", before);
  await screen.write([on, [on[0] + 0.1, on[1]]]);
  await expect(line).not.toHaveAttribute("aria-valuetext", before);
  await context.close();
});

/** In parts of the picture's sides. @param {Locator} plane @returns {Promise<[number, number]>} */
async function middleOfLine(plane) {
  const [box, line] = [await plane.boundingBox(), await plane.locator(".plane-line .stroke").boundingBox()];
  if (!box || !line) throw new Error("there is no line in view");
  return [(line.x + line.width / 2 - box.x) / box.width, (line.y + line.height / 2 - box.y) / box.height];
}

test("XOR is solved by keyboard alone", async ({ page }) => {
  await open(page, nearly);
  await expectVerdict(page, /one line is enough/);
  const table = page.getByRole("table", { name: "Truth table" });
  const before = await table.boundingBox();
  const line = lineOf(page, "y");
  for (let presses = 0; presses < 40 && !(await line.evaluate((element) => element === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await expect(line).toBeFocused();
  await expect(page.getByText("Arrow keys move the line")).toBeVisible();
  expect(await table.boundingBox(), "the hint moves nothing").toEqual(before);
  await expect(table).toBeInViewport({ ratio: 1 });
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press("ArrowUp");
  await expect(line).toHaveAttribute("aria-valuetext", "1.00 h1 + 1.00 h2 − 1.50 ≥ 0");
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await expectVerdict(page, /XOR, by hand/);
  expect(new URL(page.url()).hash, "the arrows did not change the board").toContain("#/depth");

  // Shift turns, and a quarter of a turn is eighteen presses.
  for (let presses = 0; presses < 18; presses += 1) await page.keyboard.press("Shift+ArrowLeft");
  await expect(readout(page, "Score")).not.toHaveText("4 / 4");
});

test("Space folds and unfolds, S folds a little, R resets", async ({ page }) => {
  await open(page, start);
  const slider = page.getByRole("slider", { name: "Fold", exact: true });
  await page.keyboard.press("s");
  await expect(slider).toHaveValue("10");
  await page.keyboard.press("r");
  await expect(slider).toHaveValue("0");
  await page.keyboard.press(" ");
  await expect(button(page, "Pause")).toBeVisible();
  await expect(slider).toHaveValue("100");
  await expect(button(page, "Unfold")).toBeVisible();
  await expect.poll(() => stateIn(page).get("fold")).toBe("100");
});

test("the fold is scrubbed: points travel from where they are to the corner that they come to", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "xor=1_1_-0.5_-1_-1_1.5_1_1_-1.5");
  const placeOf = async (/** @type {string} */ label) => {
    const point = foldPlane(page).locator(".plane-point", { hasText: label });
    const box = await point.locator("circle").first().boundingBox();
    return { x: box?.x ?? NaN, y: box?.y ?? NaN };
  };
  const apart = async () => {
    const [a, b] = [await placeOf("x = (0, 1)"), await placeOf("x = (1, 0)")];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  const slider = page.getByRole("slider", { name: "Fold", exact: true });
  const distances = [await apart()];
  for (const part of ["25", "50", "75", "100"]) {
    await slider.fill(part);
    await expect(slider).toHaveAttribute("aria-valuetext", `${part}% folded`);
    distances.push(await apart());
  }
  for (let index = 1; index < distances.length; index += 1) expect(distances[index]).toBeLessThan(distances[index - 1] ?? 0);
  expect(distances.at(-1), "they have become neighbours").toBeLessThan((distances[0] ?? 0) / 4);
  // Who wants no motion sees the other end at once.
  await button(page, "Unfold").click();
  await expect(slider).toHaveValue("0");
});

/** The names of the inputs in the large plane, in parts of its side, and how large its points are. @param {Page} page */
const labelsIn = (page) =>
  foldPlane(page).evaluate((plane) => {
    const whole = plane.getBoundingClientRect();
    return [...plane.querySelectorAll("text")].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const across = [left, right].map((x) => (x - whole.left) / whole.width);
      const down = [top, bottom].map((y) => (y - whole.top) / whole.height);
      return { text: text.textContent ?? "", left: across[0] ?? NaN, right: across[1] ?? NaN, top: down[0] ?? NaN, bottom: down[1] ?? NaN };
    });
  });

test("an input keeps its name in the hidden space, where nobody can take it for a place there", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  const slider = page.getByRole("slider", { name: "Fold", exact: true });
  for (const network of [start, nearly, "xor=1_0_0.3_1_0_0.3_1_1_-0.5"]) {
    await page.evaluate((hash) => void (location.hash = hash), `#/depth?${network}`);
    for (const [width, height] of /** @type {const} */ ([[1280, 720], [320, 640]])) {
      await page.setViewportSize({ width, height });
      for (const fold of ["0", "30", "70", "100"]) {
        await slider.fill(fold);
        await expect(slider).toHaveAttribute("aria-valuetext", `${fold}% folded`);
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        const labels = await labelsIn(page);
        const where = `${network} at ${width}, folded ${fold}%`;
        expect(labels.map(({ text }) => text).sort(), where).toEqual(["x = (0, 0)", "x = (0, 1)", "x = (1, 0)", "x = (1, 1)"]);
        for (const [index, { text, left, right, top, bottom }] of labels.entries()) {
          expect(Math.min(left, top, 1 - right, 1 - bottom), `${text} is whole, ${where}`).toBeGreaterThanOrEqual(0);
          for (const other of labels.slice(index + 1)) {
            const apart = Math.max(other.left - right, left - other.right, other.top - bottom, top - other.bottom);
            expect(apart, `${text} and ${other.text}, ${where}`).toBeGreaterThanOrEqual(0);
          }
          // The axes, where they are to be seen: 0 and 1 stand at a quarter and at three quarters.
          const isAcross = [0.25, 0.75].some((axis) => (left < axis && axis < right) || (top < axis && axis < bottom));
          if (fold === "0" || fold === "100") expect(isAcross, `${text} lies on an axis, ${where}`).toBe(false);
        }
      }
    }
  }
});

test("the page shows OR, NAND and AND only when it is asked, and does not call that solved by hand", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("region", { name: "Unit h1" })).not.toContainText("OR");
  await button(page, "Show OR, NAND, AND").click();
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  for (const [unit, gate] of [["h1", "OR"], ["h2", "NAND"], ["y", "AND"]]) await expect(page.getByRole("region", { name: `Unit ${unit}` })).toContainText(`${gate}`);
  await expectVerdict(page, /OR and NAND feed AND/);
  await button(page, "Reset").click();
  await expect(readout(page, "Score")).toHaveText("3 / 4");
});

test("five half-planes make a pentagon, and the region follows a line that is dragged", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "Pentagon", exact: true }).check({ force: true });
  await expect(readout(page, "Sides")).toHaveText("5");
  await expectVerdict(page, /all five fire/);
  const plane = page.getByRole("region", { name: "Half-planes and what they share" }).locator("svg.plane-picture");
  // The bottom side, pushed up beyond the middle corners.
  await dragByMouse(page, plane, { x: 0.5, y: -0.05 }, { x: 0.5, y: 0.85 });
  await expect(readout(page, "Sides")).toHaveText("3");
  await dragByMouse(page, plane, { x: 0.3, y: 0.85 }, { x: 0.3, y: 1.4 });
  await expectVerdict(page, /no place where five units fire/);
  await button(page, "Reset").click();
  await expect(readout(page, "Sides")).toHaveText("5");
});

test("two pentagons are joined by an OR in one more layer, and their lines move by keyboard", async ({ page }) => {
  await open(page, "figure=pentagons");
  await expect(readout(page, "Sides")).toHaveText("5 + 5");
  await expect(page.getByRole("img", { name: /an OR of both/ })).toBeVisible();
  await lineOf(page, "h10").focus();
  for (let presses = 0; presses < 16; presses += 1) await page.keyboard.press("Shift+ArrowRight");
  await expect(readout(page, "Sides")).toHaveText("5 + 4");
});

test("the whole state is in the address, and Reset returns to exactly what it said", async ({ page }) => {
  const state = "xor=0.5_-1_0.3_-1_-1_1.4_1_1_-1.2&fold=40";
  await open(page, state);
  expect(stateIn(page).toString()).toBe(state);
  await lineOf(page, "h2").press("ArrowLeft");
  await page.getByRole("slider", { name: "Fold", exact: true }).fill("70");
  await expect.poll(() => stateIn(page).get("fold")).toBe("70");
  const changed = stateIn(page).toString();
  expect(changed).not.toContain("-1_-1_1.4");
  const score = await readout(page, "Score").textContent();

  await page.reload();
  await expect(readout(page, "Score")).toHaveText(score ?? "");
  expect(stateIn(page).toString()).toBe(changed);

  await open(page, state);
  await lineOf(page, "y").press("ArrowUp");
  await expect.poll(() => stateIn(page).toString()).not.toBe(state);
  const moved = stateIn(page).toString();
  await button(page, "Reset").click();
  await expect.poll(() => stateIn(page).toString()).toBe(state);

  // What was found by hand is not lost by a press.
  await button(page, "Take it back").click();
  await expect.poll(() => stateIn(page).toString()).toBe(moved);
  await button(page, "Show OR, NAND, AND").click();
  await expect.poll(() => stateIn(page).toString()).not.toBe(moved);
  await button(page, "Take it back").click();
  await expect.poll(() => stateIn(page).toString()).toBe(moved);
});

test("lines that are none are refused, and the page says so", async ({ page }) => {
  for (const bad of ["xor=0_0_1_1_1_1_1_1_1", "xor=1_1", "xor=1_1_-99_1_1_1_1_1_1", "fold=101", "figure=hexagon"]) {
    await page.goto("about:blank");
    await open(page, bad);
    await expect(page.locator(".note")).toContainText(bad);
    await expect(page.getByRole("tabpanel", { name: "Two lines" })).toBeVisible();
  }
});

test("the tabs are tabs: arrows go from one to the other, and the address tells which is shown", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Two lines" }).press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Playground" })).toBeFocused();
  await expect(page.getByRole("tabpanel", { name: "Playground" })).toBeVisible();
  await expect(page.getByRole("tabpanel", { name: "Two lines" })).toBeHidden();
  expect(stateIn(page).get("tab")).toBe("playground");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("XOR is solved with a finger, and a line that is dragged does not scroll the page", async ({ page }) => {
    await open(page, nearly);
    const plane = planeOf(page, "y");
    await plane.scrollIntoViewIfNeeded();
    const before = (await plane.boundingBox())?.y ?? NaN;
    await dragByFinger(page, plane, { x: 0.25, y: 0.25 }, { x: 0.72, y: 0.72 });
    await expect(readout(page, "Score")).toHaveText("4 / 4");
    // What is said above it has another height then, and the browser scrolls by whole pixels to make up for it.
    expect(Math.abs(((await plane.boundingBox())?.y ?? NaN) - before), "the plane stays under the finger").toBeLessThan(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test("the fold is pressed with a finger", async ({ page }) => {
    await open(page, nearly);
    await button(page, "Fold").tap();
    await expect(page.getByRole("slider", { name: "Fold", exact: true })).toHaveValue("100");
  });
});

test("what is important is in view without scrolling, in both languages, on both kinds of screen", async ({ page }) => {
  for (const [width, height] of /** @type {const} */ ([[1280, 720], [1920, 1080]])) {
    await page.setViewportSize({ width, height });
    for (const lang of ["en", "ko"]) {
      for (const projector of ["on", "off"]) {
        await page.goto(`./?lang=${lang}&backend=cpu&projector=${projector}#/depth`);
        const parts = page.locator(".two-lines-outcome table:visible, .fold-controls, .two-lines-units .plane");
        await expect(parts).toHaveCount(5);
        for (const part of await parts.all()) await expect(part).toBeInViewport({ ratio: 1 });
        expect(await page.evaluate(() => document.documentElement.scrollHeight), `${width} ${lang} ${projector}`).toBeLessThanOrEqual(height);
      }
    }
  }
});
