/* Fingers and pens as people have them: they rest, pinch, press twice and long, and turn the screen in between. */
import { button, readout } from "./breaking.js";
import { draw, settledPictureOf } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Locator, Page } from "@playwright/test" */

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const SMALL = "./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32";

/** @typedef {{ x: number, y: number }} Place in pixels */

/** Puts fingers where it is told; none is left where it is told of none. @param {Page} page */
async function fingersOn(page) {
  const input = await page.context().newCDPSession(page);
  return (/** @type {"touchStart" | "touchMove" | "touchEnd" | "touchCancel"} */ type, /** @type {Place[]} */ ...places) =>
    input.send("Input.dispatchTouchEvent", { type, touchPoints: places.map((place, id) => ({ ...place, id })) });
}

/** Parts of the element's sides as a place. @param {Locator} element */
async function placesIn(element) {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error("there is nothing to touch");
  return (/** @type {number} */ x, /** @type {number} */ y) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
}

/** How much the page is enlarged after two fingers went apart around a place. @param {Page} page @param {Place} middle */
async function scaleAfterPinch(page, { x, y }) {
  const touch = await fingersOn(page);
  const apart = (/** @type {number} */ half) => [{ x: x - half, y }, { x: x + half, y }];
  await touch("touchStart", ...apart(20));
  for (let half = 30; half <= 100; half += 10) await touch("touchMove", ...apart(half));
  await touch("touchEnd");
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(visualViewport?.scale ?? 0))));
}

test("two fingers zoom the page and not the pad; nothing is selected by a long press, nor zoomed by a quick second one", async ({ page }) => {
  await page.goto(SMALL);
  const pad = page.getByLabel("Draw a digit");
  const on = await placesIn(pad);
  // In a browser that does not heed the styles, it is this that keeps the page still, and a pen from writing in fields.
  await page.evaluate(() => {
    /** @type {boolean[]} */
    const kept = [];
    for (const type of ["touchstart", "touchmove"]) addEventListener(type, (event) => kept.push(event.defaultPrevented));
    Object.assign(window, { kept });
  });
  const touch = await fingersOn(page);
  await touch("touchStart", on(0.5, 0.2));
  await touch("touchMove", on(0.5, 0.8));
  await touch("touchEnd");
  expect(await page.evaluate(() => Reflect.get(window, "kept"))).toEqual([true, true]);
  expect(await scaleAfterPinch(page, on(0.5, 0.5))).toBe(1);

  for (const address of ["digits", "perceptron", "depth", "depth?tab=playground", "learning", "rules?tab=break", "revolution?tab=fields"]) {
    await page.evaluate((hash) => void (location.hash = hash), `#/${address}`);
    await expect(page.locator("main .main").filter({ visible: true }).first()).toBeVisible();
    const selectable = await page.locator("main").evaluate((main) =>
      [...main.querySelectorAll("canvas, svg, svg text, button, summary, label")].filter((element) => getComputedStyle(element).userSelect !== "none").map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(selectable, address).toEqual([]);
  }
  // An ancestor's word counts for all that is in it.
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).touchAction)).toBe("manipulation");
  const heading = await placesIn(page.getByRole("heading", { level: 1 }));
  expect(await scaleAfterPinch(page, heading(0.5, 0.5))).toBeGreaterThan(1.5);
});

test("a stroke stays as it is when the screen is turned in its middle, and draws nothing that the finger did not", async ({ page }) => {
  await page.goto(SMALL);
  const pad = page.getByLabel("Draw a digit");
  const seen = page.getByRole("img", { name: "What the network sees" });
  await expect(button(page, "Train")).toBeEnabled();
  await draw(page, [[[0.5, 0.2], [0.5, 0.5]]]);
  const half = await settledPictureOf(seen);
  await button(page, "Clear").click();
  const on = await placesIn(pad);
  const touch = await fingersOn(page);
  await touch("touchStart", on(0.5, 0.2));
  for (const y of [0.3, 0.4, 0.5]) await touch("touchMove", on(0.5, y));
  await page.setViewportSize({ width: 844, height: 390 });
  for (const y of [0.6, 0.7]) await touch("touchMove", on(0.9, y));
  await touch("touchEnd");
  await pad.scrollIntoViewIfNeeded();
  expect(await settledPictureOf(seen)).toBe(half);
});

test("g is drawn along the places that came together, also where they do not say what they are on", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/learning?g=line&model=line&w=0&b=0");
  const canvas = page.getByLabel("Draw g", { exact: true });
  const on = await placesIn(canvas);
  const from = on(0, 0.5);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // In Safari such an event has no target, and so no offset either.
  await canvas.evaluate((element, places) => {
    const [first, ...rest] = places.map(({ x, y }) => new PointerEvent("pointermove", { pointerId: 1, clientX: x, clientY: y }));
    element.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, pointerId: 1, clientX: 0, clientY: 0, coalescedEvents: [...(first ? [first] : []), ...rest] }));
  }, [on(0.25, 0.5), on(0.5, 0.5), on(0.75, 0.5), on(1, 0.5)]);
  await page.mouse.up();
  // g = 0 as f is.
  await expect(readout(page, "Divergence")).toHaveText("0.000");
});

test("nothing lies under a notch or a bar of the system, whichever way the screen is held", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  const check = async (/** @type {string} */ what, /** @type {Record<"top" | "left" | "bottom" | "right", number>} */ insets) => {
    const covered = await page.evaluate((insets) => {
      const boxOf = (/** @type {Element} */ element) => element.getBoundingClientRect();
      const elements = [...document.querySelectorAll("header, main, main > :not(.cards), .cards > *, :popover-open > *, dialog[open] > *")];
      scrollTo(0, 0);
      const under = elements.filter((element) => boxOf(element).width > 0 && (boxOf(element).left < insets.left || boxOf(element).right > innerWidth - insets.right || boxOf(element).top < insets.top));
      scrollTo(0, document.documentElement.scrollHeight);
      const behind = elements.filter((element) => boxOf(element).bottom > innerHeight - insets.bottom + 1 && !element.closest("[popover]"));
      return { under: under.map(({ outerHTML }) => outerHTML.slice(0, 60)), behind: behind.map(({ outerHTML }) => outerHTML.slice(0, 60)), sideways: document.documentElement.scrollWidth - innerWidth };
    }, insets);
    expect(covered, what).toEqual({ under: [], behind: [], sideways: 0 });
  };
  await page.goto("./?lang=en&backend=cpu#/");
  for (const { width, height, ...insets } of [
    { width: 844, height: 390, top: 0, left: 47, bottom: 21, right: 47 },
    { width: 1180, height: 820, top: 24, left: 0, bottom: 20, right: 0 },
  ]) {
    await page.setViewportSize({ width, height });
    await devtools.send("Emulation.setSafeAreaInsetsOverride", { insets });
    for (const address of ["", "perceptron", "depth", "depth?tab=playground", "digits"]) {
      await page.evaluate((hash) => void (location.hash = hash), `#/${address}`);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
      await check(`${address} at ${width} x ${height}`, insets);
    }
    if (width > 1000) expect(await page.evaluate(() => document.documentElement.scrollHeight), "all is in view at once").toBe(height);
    await page.getByRole("button", { name: /^Data/ }).click();
    await check(`a card at ${width} x ${height}`, insets);
    await page.keyboard.press("Escape");
  }
});

test("a sheet stands on the on-screen keyboard, with the field that is typed into in sight", async ({ page }) => {
  const KEYBOARD = 336;
  await page.goto(SMALL);
  await page.getByRole("button", { name: /^Data/ }).click();
  const sheet = page.getByRole("dialog", { name: "Data" });
  const seed = sheet.getByLabel("Seed");
  await seed.focus();
  const show = (/** @type {number} */ height) =>
    page.evaluate((height) => {
      Object.defineProperty(VisualViewport.prototype, "height", { configurable: true, get: () => innerHeight - height });
      visualViewport?.dispatchEvent(new Event("resize"));
    }, height);
  await show(KEYBOARD);
  const bottomOf = (/** @type {Locator} */ element) => element.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(await bottomOf(sheet)).toBeLessThanOrEqual(844 - KEYBOARD);
  expect(await bottomOf(seed)).toBeLessThanOrEqual(844 - KEYBOARD);
  expect(await sheet.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await show(0);
  expect(await bottomOf(sheet)).toBe(844);
});
