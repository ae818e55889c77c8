/* Ways of playing with the digits board as a person does. */
import { button, expectAbove } from "./breaking.js";
import { expect } from "./support/test.js";

/** @import { Locator, Page } from "@playwright/test" */

/** A line through points, in parts of the canvas's side. @typedef {[x: number, y: number][]} Line */

/** @type {Record<string, Line[]>} */
export const digits = {
  3: [[[0.3, 0.25], [0.42, 0.17], [0.58, 0.17], [0.66, 0.28], [0.6, 0.4], [0.45, 0.47], [0.62, 0.52], [0.7, 0.65], [0.62, 0.8], [0.45, 0.84], [0.3, 0.76]]],
  4: [[[0.4, 0.15], [0.3, 0.5], [0.7, 0.5]], [[0.64, 0.2], [0.6, 0.85]]],
  7: [[[0.28, 0.22], [0.72, 0.22], [0.6, 0.45], [0.45, 0.85]]],
};

/**
 * The board as a visitor finds it, in English, on the CPU.
 * @param {Page} page
 */
export async function openBoard(page) {
  await page.goto("./?lang=en&backend=cpu#/digits");
  await expect(button(page, "Train")).toBeEnabled();
}

/**
 * Draws a digit with the mouse.
 * @param {Page} page
 * @param {Line[]} lines
 */
export const draw = (page, lines) => drawOn(page.getByLabel("Draw a digit"), lines);

/**
 * Draws with the mouse.
 * @param {Locator} canvas
 * @param {Line[]} lines
 */
export async function drawOn(canvas, lines) {
  const page = canvas.page();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("there is no canvas to draw on");
  for (const [first, ...rest] of lines) {
    if (!first) continue;
    await page.mouse.move(box.x + first[0] * box.width, box.y + first[1] * box.height);
    await page.mouse.down();
    for (const [x, y] of rest) await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
    await page.mouse.up();
  }
}

/**
 * A screen for fingers and a pen, through the browser's own input. Places are parts of the picture's sides.
 * @param {Page} page
 * @param {Locator} [picture]
 */
export async function screenOf(page, picture = page.getByLabel("Draw a digit")) {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (!box) throw new Error("there is no picture to touch");
  const input = await page.context().newCDPSession(page);
  const at = (/** @type {[number, number]} */ [x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
  return {
    /** @param {"touchStart" | "touchMove" | "touchEnd" | "touchCancel"} type @param {[number, number]} [place] */
    touch: (type, place) => input.send("Input.dispatchTouchEvent", { type, touchPoints: place ? [at(place)] : [] }),
    /** A stroke of the pen. @param {Line} line */
    write: async (line) => {
      for (const [index, place] of line.entries()) {
        const pen = /** @type {const} */ ({ ...at(place), button: "left", buttons: 1, clickCount: 1, pointerType: "pen", force: 0.5 });
        await input.send("Input.dispatchMouseEvent", { type: index === 0 ? "mousePressed" : "mouseMoved", ...pen });
        if (index === line.length - 1) await input.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...pen, buttons: 0 });
      }
    },
  };
}

/**
 * What a canvas shows, to be compared.
 * @param {Locator} canvas
 */
export function pictureOf(canvas) {
  return canvas.evaluate((element) => /** @type {HTMLCanvasElement} */ (element).toDataURL());
}

/**
 * The same once it has stopped changing: what follows a stroke is painted while the stroke still grows.
 * @param {Locator} canvas
 */
export async function settledPictureOf(canvas) {
  let picture = "";
  const hasSettled = async () => {
    picture = await pictureOf(canvas);
    await canvas.page().waitForTimeout(300);
    return picture === (await pictureOf(canvas));
  };
  await expect.poll(hasSettled).toBe(true);
  return picture;
}

/**
 * Trains until the accuracy is above `bound`, and pauses.
 * @param {Page} page
 * @param {number} bound
 */
export async function trainTo(page, bound) {
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", bound, 60_000);
  await button(page, "Pause").click();
  await expect(button(page, "Train")).toBeVisible();
}
