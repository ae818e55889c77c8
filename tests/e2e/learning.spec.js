/* The learning board, played by mouse, by touch and by keyboard alone. */
import { button, expectAbove, number, readout } from "./breaking.js";
import { pictureOf, screenOf } from "./playing.js";
import { tooSmall } from "./support/fingers.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {string} [state] the board's part of the address */
async function open(page, state = "") {
  await page.goto(`./?lang=en#/learning?${state}`);
  await expect(readout(page, "Divergence")).toHaveText(/\d/);
}

/** @param {Page} page */
const canvas = (page) => page.getByLabel("Draw g", { exact: true });

/** @param {Page} page */
const verdict = (page) => page.locator(".learning-verdict");

/** @param {Page} page */
const modelDetail = (page) => page.locator(".of-model.component p");

/** @param {Page} page @param {string} name */
const symbol = (page, name) => page.getByRole("button", { name, exact: true }).first();

/** Until so many have been done. @param {Page} page @param {number} count */
async function takeSteps(page, count) {
  for (let step = 1 + (await number(page, "Steps")); step <= count; step += 1) {
    await button(page, "Step").click();
    await expect(readout(page, "Steps")).toHaveText(String(step));
  }
}

/** From the edge of the picture to the end of X, in pixels. */
const MARGIN = 18;

/** Draws from 0.8 at the left end of X to -0.8 at the right one. @param {Page} page */
async function drawFallingLine(page) {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error("there is no canvas to draw on");
  await page.mouse.move(box.x + MARGIN, box.y + box.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - MARGIN, box.y + box.height * 0.75, { steps: 8 });
  await page.mouse.up();
}

test("running brings f onto g, and the divergence comes down", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "model=network&learningRate=0.02&speed=5000");
  const first = await number(page, "Divergence");
  await button(page, "Step").click();
  await expect.poll(() => number(page, "Divergence")).toBeLessThan(first);
  await button(page, "Run").click();
  await expect(button(page, "Pause")).toBeVisible();
  await expect.poll(() => number(page, "Divergence"), { timeout: 30_000 }).toBeLessThan(0.1);
  await button(page, "Pause").click();
  await expect(button(page, "Run")).toBeVisible();
  await button(page, "Reset").click();
  await expect(readout(page, "Steps")).toHaveText("0");
  await expect.poll(() => number(page, "Divergence")).toBe(first);
});

test("an area that is the loss becomes smaller as the loss does, on a scale that stays, and says so where it has to grow", async ({ page }) => {
  await open(page);
  /** The part of the strip that has the shade of the area. */
  const area = () =>
    page.locator(".strip-picture").evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error("no picture");
      const pixels = element.getContext("2d")?.getImageData(0, 0, element.width, element.height).data ?? [];
      return pixels.filter((value, index) => index % 4 === 3 && value > 75 && value < 90).length / (pixels.length / 4);
    });
  await expect.poll(area).toBeGreaterThan(0.01);
  const first = { area: await area(), loss: await number(page, "Divergence") };
  for (const steps of [1, 2, 8, 20]) {
    await takeSteps(page, steps);
    const part = (await number(page, "Divergence")) / first.loss;
    await expect.poll(async () => (await area()) / first.area, `after ${steps} steps`).toBeCloseTo(part, 1);
  }
  const summary = page.locator("#strip-summary");
  await expect(summary).not.toContainText("raised");
  await page.getByLabel("Learning rate").fill("5");
  await page.getByLabel("Learning rate").press("Enter");
  await takeSteps(page, 25);
  await expect(summary).toContainText("scale raised to");
  await button(page, "Reset").click();
  await expect(summary).not.toContainText("raised");
});

test("the numbers beside the curve of the loss are whole, however small or large they are", async ({ page }) => {
  /** Where along the picture there is anything in the column of the numbers, in parts of its width. */
  const columnsWithInk = () =>
    page.locator(".history canvas").evaluate((element) => {
      if (!(element instanceof HTMLCanvasElement)) throw new Error("no picture");
      const [width, height] = [Math.floor(element.width / 10), element.height];
      const pixels = element.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      const columns = Array.from({ length: width }, (_, x) => Array.from({ length: height }, (_, y) => pixels[4 * (y * width + x) + 3] ?? 0).some((alpha) => alpha > 0));
      return { isCut: columns[0], hasNumbers: columns.includes(true) };
    });
  for (const state of ["model=network&g=line&speed=5000&learningRate=0.2", "model=network&speed=300&learningRate=100"]) {
    await page.goto("about:blank");
    await open(page, state);
    await button(page, "Run").click();
    if (state.includes("line")) await expect.poll(() => number(page, "Divergence"), { timeout: 30_000 }).toBeLessThan(0.0009);
    else await expect(page.locator("[data-verdict=diverged]")).toBeVisible();
    await expect.poll(columnsWithInk, state).toEqual({ isCut: false, hasNumbers: true });
  }
});

test("a step of the line is the one that the formula gives, and the integral is exact", async ({ page }) => {
  // The integral of ((w - 0.35) x + b + 0.2)² from -3 to 3 is 18 (w - 0.35)² + 6 (b + 0.2)².
  await open(page, "g=line&model=line&w=-1&b=1&learningRate=0.1");
  await expect(readout(page, "Divergence")).toHaveText("41.4");
  // The mean's slope is 6 (w - 0.35) and 2 (b + 0.2).
  await takeSteps(page, 1);
  await expect(modelDetail(page)).toHaveText("w = −0.19, b = 0.76");
  await expect(readout(page, "Divergence")).toHaveText("10.8");
});

test("a fit that was reset, or replaced by another model, can be had back as it was", async ({ page }) => {
  await open(page, "g=line&model=line&learningRate=0.1&speed=8");
  await takeSteps(page, 3);
  const path = () => page.locator(".surface-path").getAttribute("points");
  const shown = async () => [await number(page, "Divergence"), await number(page, "Steps"), await modelDetail(page).textContent(), await path(), page.url()];
  await expect.poll(async () => (await path())?.split(" ").length).toBe(4);
  const before = await shown();
  const back = button(page, "Take it back");
  await button(page, "Reset").click();
  await expect(readout(page, "Steps")).toHaveText("0");
  // One that has come less far does not take its place.
  await takeSteps(page, 1);
  await page.keyboard.press("r");
  await back.click();
  await expect.poll(shown).toEqual(before);
  await page.getByRole("radio", { name: "Network" }).check({ force: true });
  await expect(modelDetail(page)).toContainText("97 weights");
  await back.click();
  await expect.poll(shown).toEqual(before);
  // So it can where the line was moved by hand, perhaps by a touch that was not meant.
  const point = page.getByRole("slider", { name: "The line on the map" });
  await point.press("ArrowRight");
  await point.press("ArrowRight");
  await expect(readout(page, "Steps")).toHaveText("0");
  await back.click();
  await expect.poll(shown).toEqual(before);
  await expect(back).toBeHidden();
  await takeSteps(page, 4);
});

test("who comes back from another board finds the fit as it was, and what can be had back", async ({ page }) => {
  await open(page, "g=line&model=line&learningRate=0.1&speed=8");
  await takeSteps(page, 3);
  const path = () => page.locator(".surface-path").getAttribute("points");
  const shown = async () => [await number(page, "Divergence"), await number(page, "Steps"), await modelDetail(page).textContent(), await path(), page.url()];
  await expect.poll(async () => (await path())?.split(" ").length).toBe(4);
  const before = await shown();
  const lookAway = async () => {
    await page.keyboard.press("PageUp");
    await expect(page.getByRole("heading", { level: 1, name: "What does a second layer buy?" })).toBeVisible();
    await expect(button(page, "Take it back")).toBeHidden();
    await page.keyboard.press("PageDown");
  };
  await lookAway();
  await expect.poll(shown).toEqual(before);
  await page.keyboard.press("r");
  await expect(readout(page, "Steps")).toHaveText("0");
  await lookAway();
  await button(page, "Take it back").click();
  await expect.poll(shown).toEqual(before);
  await takeSteps(page, 4);
});

test("g is drawn with the pointer, and is there again when its address is opened", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "model=line&w=0&b=0");
  const sine = await number(page, "Divergence");
  await drawFallingLine(page);
  await expect(page).toHaveURL(/g=own&own=[\w-]{242}/);
  // The integral of (0.8 x / 3)² from -3 to 3.
  await expect.poll(() => number(page, "Divergence")).toBeCloseTo(1.28, 1);
  expect(sine).toBeGreaterThan(2);
  const address = page.url();
  await page.reload();
  await expect.poll(() => number(page, "Divergence")).toBeCloseTo(1.28, 1);
  expect(page.url()).toBe(address);
  await button(page, "Sine").click();
  await expect.poll(() => number(page, "Divergence")).toBe(sine);
  await expect(page).not.toHaveURL(/own/);
});

test("g is drawn with the arrow keys, too", async ({ page }) => {
  await open(page, "g=line&model=line&w=0.35&b=-0.2");
  await expect(readout(page, "Divergence")).toHaveText("0.000");
  await canvas(page).focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/#\/learning/);
  await expect(readout(page, "Divergence")).toHaveText("0.000");
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowUp");
  // A hill of half a unit, (1 + cos) / 4, over 1.2: its square's integral is 3 / 32 times 1.2.
  await expect.poll(() => number(page, "Divergence")).toBeCloseTo(0.1125, 2);
  await expect(page).toHaveURL(/g=own/);
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => number(page, "Divergence")).not.toBeCloseTo(0.1125, 4);
});

test("a stroke of g is taken back by Ctrl+Z or by its button, also the first one", async ({ page }) => {
  await open(page, "g=line&model=line&w=0&b=0");
  const line = await number(page, "Divergence");
  await expect(button(page, "Undo")).toBeHidden();
  await drawFallingLine(page);
  await expect.poll(() => number(page, "Divergence")).toBeCloseTo(1.28, 1);
  const drawn = page.url();
  await canvas(page).press("ArrowUp");
  await expect(page).not.toHaveURL(drawn);
  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(drawn);
  await button(page, "Undo").click();
  await expect(page).not.toHaveURL(/g=own/);
  await expect.poll(() => number(page, "Divergence")).toBe(line);
  await expect(button(page, "Undo")).toBeHidden();

  // What was drawn is not lost by a press on another g.
  await drawFallingLine(page);
  await expect(page).toHaveURL(drawn);
  await button(page, "Sine").click();
  await expect(page).not.toHaveURL(/g=own/);
  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(drawn);
});

test("where a palm lies, a pen draws g, and moves the point on the map", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, locale: "en-US", baseURL });
  const page = await context.newPage();
  await open(page, "g=line&model=line&w=1&b=1");
  const screen = await screenOf(page, canvas(page));
  await screen.touch("touchStart", [0.9, 0.9]);
  await screen.touch("touchMove", [0.7, 0.9]);
  await expect(page).toHaveURL(/g=own/);
  await screen.write([[0, 0.5], [0.5, 0.5], [1, 0.5]]);
  await screen.touch("touchEnd");
  // The line x + 1 against 0: the integral of (x + 1)² from -3 to 3 is 24.
  await expect(readout(page, "Divergence")).toHaveText("24.0");
  await page.waitForTimeout(1100);
  const map = await screenOf(page, page.locator(".surface-picture"));
  await map.touch("touchStart", [0.1, 0.1]);
  await expect(page).not.toHaveURL(/w=1&b=1/);
  await map.write([[0.5, 0.5], [0.75, 0.5]]);
  await map.touch("touchMove", [0.2, 0.1]);
  await map.touch("touchEnd");
  await expect(modelDetail(page)).toHaveText("w = 0.75, b = 0.00");
  await context.close();
});

test("every symbol says what it is, and lights it up", async ({ page }) => {
  await open(page, "model=network&learningRate=0.02");
  const plain = await pictureOf(canvas(page));
  const pictures = new Set([plain]);
  const says = { W: "97 weights", argmin: "smallest", "∫, the integral": "480 narrow strips", X: "from −3 to 3", div: "(f − g)²", f: "dashed blue", g: "orange curve" };
  for (const [name, words] of Object.entries(says)) {
    await symbol(page, name).click();
    await expect(page.locator(".symbol-sentence")).toContainText(words);
    await expect(symbol(page, name)).toHaveAttribute("aria-pressed", "true");
    await expect.poll(() => pictureOf(canvas(page)), name).not.toBe(plain);
    pictures.add(await pictureOf(canvas(page)));
  }
  // W is in the picture what f is: the curve that it bends. The integral and argmin are both the area, div too.
  expect(pictures.size).toBeGreaterThanOrEqual(5);
  await expect(page).toHaveURL(/symbol=g/);
  // By keyboard, and off again; Space does not run the model meanwhile.
  await symbol(page, "f").focus();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/symbol=f/);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/symbol/);
  await expect(readout(page, "Steps")).toHaveText("0");
});

test("the formula is whole in one line on every width, with the integral and with the sum", { tag: "@every-engine" }, async ({ page }) => {
  for (const samples of [0, 8]) {
    await open(page, `model=network&learningRate=0.02&samples=${samples}`);
    const formula = page.locator(".learning-formula");
    for (const width of [1280, 1100, 1010, 390]) {
      await page.setViewportSize({ width, height: 720 });
      const { needed, room, right, last } = await formula.evaluate((holder) => ({
        needed: holder.scrollWidth,
        room: holder.clientWidth,
        right: holder.getBoundingClientRect().right,
        last: holder.querySelector("math > :last-child")?.getBoundingClientRect().right ?? NaN,
      }));
      expect(needed, `${samples} samples at ${width}`).toBeLessThanOrEqual(room);
      expect(last, `${samples} samples at ${width}`).toBeLessThanOrEqual(right);
    }
    // With a mathematical font, which is not on every machine, they would grow to the sum.
    const brackets = formula.locator("mo").filter({ hasText: /^[()|]$/ });
    for (const bracket of await brackets.all()) await expect(bracket).toHaveAttribute("stretchy", "false");
  }
});

test("what is drawn over the map of losses has a place of its own above it", async ({ page }) => {
  // Where the graphics card draws a canvas, one browser paints above it only what is positioned.
  await open(page, "model=line");
  await expect(page.locator(".surface-picture")).not.toHaveCSS("position", "static");
});

test("with few samples the sum comes down, and the integral stays where nothing was seen", async ({ page }) => {
  await open(page, "model=network&g=bumps&learningRate=0.05&speed=5000");
  await expect(readout(page, "Samples")).toHaveText("all of X");
  await expect(page.locator(".learning-formula")).toContainText("∫");
  await page.getByRole("slider", { name: "Number of samples" }).focus();
  await page.keyboard.press("Home");
  await expect(readout(page, "Samples")).toHaveText("2");
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(readout(page, "Samples")).toHaveText("5");
  await expect(page.locator(".learning-formula")).toContainText("∑");
  await expect(page).toHaveURL(/samples=5/);
  await button(page, "Run").click();
  await expect(verdict(page)).toContainText("between them it is not", { timeout: 30_000 });
  await expect.poll(() => number(page, "Sum over samples"), { timeout: 30_000 }).toBeLessThan(0.02);
  await button(page, "Pause").click();
  expect(await number(page, "Divergence")).toBeGreaterThan(0.2);
});

test("a learning rate that is too high makes the loss grow until it is no number, and there is a way back", async ({ page }) => {
  await open(page, "model=line&speed=2");
  const scale = async () => /ends at: (\S+)$/.exec((await page.locator("#strip-summary").textContent()) ?? "")?.[1];
  await expect.poll(scale).toBeTruthy();
  const begun = await scale();
  await button(page, "Run").click();
  await expect.poll(() => number(page, "Steps")).toBeGreaterThan(1);
  // Beyond 1/3 every step along w overshoots the valley by more than it came.
  await page.getByLabel("Learning rate").fill("0.6");
  await page.getByLabel("Learning rate").press("Enter");
  await expect(verdict(page)).toContainText("The loss has grown");
  await button(page, "Pause").click();
  await page.getByLabel("Learning rate").fill("0.05");
  await page.getByLabel("Learning rate").press("Enter");
  await button(page, "Step").click();
  await expect(verdict(page), "shorter steps lead down, though the loss is still many times the lowest").toContainText("down the slope");
  await page.getByLabel("Learning rate").fill("0.6");
  await page.getByLabel("Learning rate").press("Enter");
  await page.getByRole("slider", { name: "Speed" }).press("End");
  await button(page, "Run").click();
  await expect(verdict(page)).toContainText("beyond all numbers", { timeout: 30_000 });
  await expect(page.locator("#strip-summary"), "what is large is written with a power of ten").not.toContainText(/\d,\d{3},\d{3}/);
  await expect(button(page, "Run")).toBeDisabled();
  await button(page, "Back, with smaller steps").click();
  await expect.poll(scale, "the same run has the same scale").toBe(begun);
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.02");
  await expect(readout(page, "Divergence"), "a loss that can be written without a power of ten").not.toContainText("×");
  const back = await number(page, "Divergence");
  expect(back).toBeLessThan(30);
  await button(page, "Step").click();
  await expect(verdict(page)).toContainText("down the slope");
  await expect.poll(() => number(page, "Divergence")).toBeLessThanOrEqual(back);
});

test("a fit that has diverged and was reset can be had back as it was at its best", async ({ page }) => {
  await open(page, "model=line&speed=5000");
  await takeSteps(page, 3);
  const best = await number(page, "Divergence");
  await page.getByLabel("Learning rate").fill("0.6");
  await page.getByLabel("Learning rate").press("Enter");
  await button(page, "Run").click();
  await expect(verdict(page)).toContainText("beyond all numbers", { timeout: 30_000 });
  await button(page, "Reset").click();
  await expect(readout(page, "Steps")).toHaveText("0");
  await button(page, "Take it back").click();
  await expect(readout(page, "Steps")).not.toHaveText("0");
  await expect.poll(() => number(page, "Divergence")).toBeLessThanOrEqual(best);
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.02");
});

test("steps that swing across the valley are said to, not to go down", async ({ page }) => {
  await open(page, "model=line&divergence=absolute&learningRate=2");
  await takeSteps(page, 8);
  await expect(verdict(page)).toContainText("Some steps lead up");
  await button(page, "Reset").click();
  await page.getByLabel("Learning rate").fill("0.01");
  await page.getByLabel("Learning rate").press("Enter");
  await takeSteps(page, 4);
  await expect(verdict(page)).toContainText("down the slope");
});

test("0-1 has no slope: steps move nothing, and the page says why", async ({ page }) => {
  await open(page, "model=line&g=line&samples=12&learningRate=5");
  await page.getByRole("radio", { name: "0-1" }).check({ force: true });
  await expect(verdict(page), "what comes is not said before").toContainText("where W begins");
  await takeSteps(page, 3);
  await expect(verdict(page)).toContainText("Learning needs a loss with a slope");
  await expect(modelDetail(page)).toHaveText("w = −1.00, b = 1.00");
  // Each of twelve samples counts half of a unit of X.
  expect((await number(page, "Sum over samples")) % 0.5).toBe(0);
  const before = await number(page, "Divergence");
  await page.getByLabel("Tolerance").fill("1");
  await page.getByLabel("Tolerance").press("Enter");
  await expect.poll(() => number(page, "Divergence")).toBeLessThan(before);
  await page.getByRole("radio", { name: "absolute" }).check({ force: true });
  await expect(page.getByLabel("Tolerance")).toBeHidden();
  await button(page, "Step").click();
  await expect(modelDetail(page)).not.toHaveText("w = −1.00, b = 1.00");
});

test("on the map of the loss the line is a point that can be moved, and its steps leave a path", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "g=line&model=line");
  const map = page.locator(".surface-picture");
  const box = await map.boundingBox();
  if (!box) throw new Error("there is no map");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + (box.width * 5) / 6, box.y + box.height / 6, { steps: 4 });
  await page.mouse.up();
  await expect(modelDetail(page)).toHaveText(/w\u00a0=\u00a0(0\.99|1\.0\d), b\u00a0=\u00a0(0\.99|1\.0\d)/);
  await expect(page).toHaveURL(/w=(0\.9|1)/);
  await takeSteps(page, 3);
  await expect.poll(async () => (await page.locator(".surface-path").getAttribute("points"))?.split(" ").length).toBe(4);
  await expect(page.locator("#surface-summary")).toContainText(/lowest place on the map is w 0\.3\d, b −0\.(19|20|21)/);
  const point = page.getByRole("slider", { name: "The line on the map" });
  await point.focus();
  await page.keyboard.press("ArrowRight");
  await expect(readout(page, "Steps")).toHaveText("0");
  const w = Number(await point.getAttribute("aria-valuenow"));
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => Number(await point.getAttribute("aria-valuenow"))).toBeCloseTo(w + 0.1, 5);
});

test("Space runs and pauses, S steps, R resets; another language changes nothing else", async ({ page }) => {
  await open(page, "model=network&learningRate=0.02&samples=20&speed=50");
  await page.keyboard.press("s");
  await expect(readout(page, "Steps")).toHaveText("1");
  await page.keyboard.press("Space");
  await expect(button(page, "Pause")).toBeVisible();
  await expect.poll(() => number(page, "Steps")).toBeGreaterThan(3);
  await page.keyboard.press("Space");
  await expect(button(page, "Run")).toBeVisible();
  const steps = await number(page, "Steps");
  await button(page, "한국어").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("W를 어떻게 찾을까요?");
  // The step that was under way is done.
  expect(await number(page, "스텝 수")).toBeGreaterThanOrEqual(steps);
  await expect(page.getByLabel("g 그리기")).toBeVisible();
  await page.keyboard.press("r");
  await expect(readout(page, "스텝 수")).toHaveText("0");
});

const states = ["", "model=line&divergence=zero-one&samples=12&symbol=sum", "model=line&learningRate=900000&speed=5000"];

for (const [width, height] of [[1920, 1080], [1280, 720]]) {
  test(`nothing scrolls at ${width}x${height}, whatever is shown`, async ({ page }) => {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    for (const look of ["lang=ko", "lang=en", "lang=ko&projector=on", "lang=en&projector=on"]) {
      for (const state of states) {
        await page.goto(`./?${look}#/learning?${state}`);
        await expect(page.locator(".loss-numbers .big output")).toHaveText(/\d/);
        if (state.includes("900000")) {
          await page.keyboard.press("Space");
          await expect(page.locator("[data-verdict=diverged]")).toBeVisible();
        }
        const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
        expect(size, `${look} ${state}`).toEqual([width, height]);
        for (const part of [".main", ".draw-g", ".strip-picture", ".way-sheet", ".of-model.component"]) {
          await expect(page.locator(part), `${look} ${state} ${part}`).toBeInViewport({ ratio: 0.99 });
        }
      }
    }
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger draws g and does not scroll the page; nothing scrolls sideways", async ({ page }) => {
    await open(page, "model=line&w=0&b=0");
    await canvas(page).scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    const box = await canvas(page).boundingBox();
    if (!box) throw new Error("there is no canvas to draw on");
    const finger = await page.context().newCDPSession(page);
    const at = (/** @type {number} */ part) => ({ x: box.x + MARGIN + part * (box.width - 2 * MARGIN), y: box.y + box.height * (0.25 + 0.5 * part) });
    await finger.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at(0)] });
    for (const part of [0.2, 0.4, 0.6, 0.8, 1]) await finger.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [at(part)] });
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(() => number(page, "Divergence")).toBeCloseTo(1.28, 1);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    for (const state of states) {
      await open(page, state);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBe(390);
      expect(await tooSmall(page, "height"), state).toEqual([]);
    }
  });
});

test("an address with another model and another target is followed, whichever of them the worker has first", async ({ page }) => {
  await page.goto("./?lang=en#/learning?g=line&model=line");
  await button(page, "Step").click();
  await expect(readout(page, "Steps")).toHaveText("1");
  await page.evaluate(() => void (location.hash = "#/learning?model=network&learningRate=0.02&speed=300"));
  await expect(readout(page, "Divergence")).toHaveText("2.189");
  await button(page, "Run").click();
  await expectAbove(page, "Steps", 10);
  await expect(page.getByRole("alert")).toHaveText("");
});

test("where the next step ends is guessed first, then an arrow shows it, and how far off the guess was", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/learning?model=line&learningRate=0.02");
  await expect(page.locator("#surface-summary")).toContainText("lowest place");
  await page.getByRole("button", { name: "Guess the next step" }).click();
  const ring = page.getByRole("slider", { name: "Guess the next step" });
  await expect(ring).toBeFocused();
  await expect(page.locator(".surface-arrow")).toHaveAttribute("d", "");
  const placeOf = (/** @type {string | null} */ text) => (text ?? "").replaceAll("−", "-").match(/-?[\d.]+/g)?.map(Number) ?? [];
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.locator(".surface-arrow")).toHaveAttribute("d", /^M.*L/);
  const [w = NaN, b = NaN] = placeOf(await page.getByRole("slider", { name: "The line on the map" }).getAttribute("aria-valuetext"));
  const words = page.locator(".surface-words");
  await expect(words).toContainText("Off by");
  const [off = NaN] = placeOf(await words.textContent());
  const guess = placeOf(await ring.getAttribute("aria-valuetext"));
  expect(Math.abs(off - Math.hypot(w - (guess[0] ?? NaN), b - (guess[1] ?? NaN)))).toBeLessThan(0.03);
});
