/* The cover, and the way through the lecture from it. */
import { button } from "./breaking.js";
import { boards } from "./support/boards.js";
import { expect, test } from "./support/test.js";
import { en } from "./support/texts.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const chapters = (page) => page.getByRole("main").getByRole("list", { name: "Boards" }).getByRole("listitem");

/** @param {string} id */
const title = (id) => en[`${id}.title`] ?? "";
/** @param {string} id */
const question = (id) => en[`${id}.question`] ?? "";

test("the page without a board's name opens with the cover: every board in the lecture's order, and Start", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deep learning, live and by hand");
  await expect(chapters(page)).toHaveCount(boards.length);
  for (const [index, id] of boards.entries()) {
    await expect(chapters(page).nth(index)).toContainText(title(id));
    await expect(chapters(page).nth(index)).toContainText(question(id));
    await expect(chapters(page).nth(index).getByRole("link")).toHaveAttribute("href", `#/${id}`);
  }
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page).toHaveURL(new RegExp(`#/${boards[0]}`));
});

test("every board's small picture is alive, still for those who want no motion, and on paper has its colours", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu&palette=board#/");
  const pictures = page.locator(".preview");
  const look = () =>
    pictures.evaluateAll((elements) =>
      elements.map((element) => Array.from(element.querySelectorAll("canvas"), (canvas) => canvas.toDataURL()).join() || element.innerHTML),
    );
  // A single digit takes about 900 letters.
  const areDrawn = async () => (await look()).every((picture) => picture.length > 600);
  await expect.poll(areDrawn, { message: "all are drawn" }).toBe(true);
  const first = await look();
  const moved = new Set();
  await expect
    .poll(async () => {
      for (const [index, picture] of (await look()).entries()) if (picture !== first[index]) moved.add(index);
      return moved.size;
    })
    .toBe(boards.length);

  /** How many pixels of a picture have one of these colours of the styles, when it goes to paper. */
  const onPaper = (/** @type {string} */ board, /** @type {string[]} */ ...names) => pictures.nth(boards.indexOf(board)).locator("canvas").first().evaluate((canvas, names) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    dispatchEvent(new Event("beforeprint"));
    const numbers = (/** @type {string} */ text) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Math.round(Number(part))).join();
    const wanted = names.map((name) => numbers(getComputedStyle(canvas).getPropertyValue(name)));
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    dispatchEvent(new Event("afterprint"));
    return Array.from({ length: pixels.length / 4 }, (_, at) => 4 * at).filter((at) => pixels[at + 3] === 255 && wanted.includes(pixels.slice(at, at + 3).join())).length;
  }, names);
  await expect.poll(() => onPaper("rules", "--one", "--zero"), { message: "where the rules are wrong" }).toBeGreaterThan(100);
  await expect.poll(() => onPaper("teach", "--ink"), { message: "what was drawn" }).toBeGreaterThan(100);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.reload();
  await expect.poll(areDrawn).toBe(true);
  // What has come late (the images) has been painted once the pictures stay the same.
  let last = await look();
  const isStill = async () => {
    const before = last;
    await page.waitForTimeout(1500);
    last = await look();
    return last.every((picture, index) => picture === before[index]);
  };
  await expect.poll(isStill).toBe(true);
  expect(await isStill()).toBe(true);
});

test("next and previous lead from the cover through every board and back, by button and by key", { tag: "@every-engine" }, async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/");
  const next = page.getByRole("link", { name: "The next board" });
  const previous = page.getByRole("link", { name: "The board before" });
  await expect(previous).toBeHidden();
  for (const id of boards) {
    await next.click();
    await expect(page.getByRole("navigation").getByRole("link", { name: title(id) })).toHaveAttribute("aria-current", "page");
    await expect(page).toHaveURL(new RegExp(`#/${id}`));
  }
  await expect(next).toBeHidden();
  for (const id of [...boards].reverse().slice(1)) {
    await page.locator("body").press("ArrowLeft");
    await expect(page).toHaveURL(new RegExp(`#/${id}`));
  }
  await previous.click();
  await expect(page.getByRole("link", { name: "Start" })).toBeVisible();
  await button(page, "한국어").click();
  await expect(page.getByRole("link", { name: "시작" })).toBeVisible();
});

for (const [width, height] of /** @type {const} */ ([[1280, 720], [1920, 1080]])) {
  test(`at ${width} x ${height} the whole cover is in view`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const lang of ["ko", "en"]) {
      await page.goto(`./?lang=${lang}&backend=cpu#/`);
      await expect(page.locator(".chapter").last()).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([width, height]);
    }
  });
}
