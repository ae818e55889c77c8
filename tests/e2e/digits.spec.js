/* The digits board, played as a person plays it. */
import { button, drawOne, expectAbove, number, openDigits, readout } from "./breaking.js";
import { digits, draw, openBoard, pictureOf, screenOf, settledPictureOf, trainTo } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Locator, Page } from "@playwright/test" */

/** @param {Page} page @param {string} name */
const openCard = (page, name) => page.getByRole("button", { name: new RegExp(`^${name}`) }).click();

test("press Train, watch it learn, draw digits and see them read", { tag: "@every-engine" }, async ({ page }) => {
  test.slow();
  await openBoard(page);
  await button(page, "Train").click();
  await expectAbove(page, "Test accuracy", 90, 60_000);
  for (const [digit, strokes] of Object.entries(digits)) {
    await button(page, "Clear").click();
    await draw(page, strokes);
    await expect(readout(page, "Prediction"), "read while it trains").toHaveText(digit);
  }
  await expectAbove(page, "Epoch", 1, 60_000);
  await expectAbove(page, "Images per second", 100);
  expect(await number(page, "Loss")).toBeLessThan(0.6);
  await expect(button(page, "Pause"), "it still trains").toBeVisible();
});

test("a pause holds everything still, and training goes on from there", async ({ page }) => {
  await openBoard(page);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 30);
  await button(page, "Pause").click();
  await expect(page.getByText("Paused.")).toBeVisible();
  const step = await number(page, "Step");
  await page.waitForTimeout(500);
  expect(await number(page, "Step")).toBe(step);
  await button(page, "Train").click();
  await expectAbove(page, "Step", step);
});

test("a step is one batch, and Reset forgets", async ({ page }) => {
  await openBoard(page);
  await expect(page.getByText("Knows nothing yet.")).toBeVisible();
  for (const step of ["1", "2", "3"]) {
    await button(page, "Step").click();
    await expect(readout(page, "Step")).toHaveText(step);
  }
  await expect(readout(page, "Loss")).toHaveText(/^\d\.\d{3}$/);
  await expect(readout(page, "Test accuracy"), "it is tested after a step").toHaveText(/\d%$/);
  await button(page, "Reset").click();
  await expect(readout(page, "Step")).toHaveText("0");
  await expect(readout(page, "Test accuracy")).not.toHaveText(/\d/);
  await expect(readout(page, "Loss")).not.toHaveText(/\d/);
});

test("the curve of the test images begins with what the fresh weights answer", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32");
  await expect(page.getByText("5,000 held out")).toBeVisible();
  for (const step of ["1", "2", "3"]) {
    await button(page, "Step").click();
    await expect(readout(page, "Step")).toHaveText(step);
  }
  const curve = page.getByRole("img", { name: "Curve of the accuracy" });
  for (let presses = 0; presses < 12; presses += 1) await curve.press("Shift+ArrowLeft");
  await expect(page.locator(".chart-box").filter({ has: curve }).locator(".crosshair")).toHaveText(/Steps 0\b.*(test|held out) \d+\.\d%/);
});

test("two evaluations far from each other are two points, with no line between them that nobody has measured", async ({ page }) => {
  await page.addInitScript(() => {
    const { stroke } = CanvasRenderingContext2D.prototype;
    /** What was drawn in dashes since. @type {{ dashes: number }} */
    const count = Object.assign(window, { dashes: 0 });
    CanvasRenderingContext2D.prototype.stroke = function (/** @type {[] | [Path2D]} */ ...path) {
      if (this.getLineDash().length > 0 && this.canvas.closest(".chart")) count.dashes += 1;
      return stroke.apply(this, /** @type {[Path2D]} */ (path));
    };
  });
  await openDigits(page, "backend=cpu");
  await page.keyboard.press("Space");
  await expectAbove(page, "Step", 30);
  await page.keyboard.press("Space");
  const curve = page.getByRole("img", { name: "Curve of the accuracy" });
  await expect(curve).toBeVisible();
  expect(await page.evaluate(() => /** @type {{ dashes?: number }} */ (/** @type {unknown} */ (window)).dashes)).toBe(0);
});

test("the same seed gives the same curve, another one does not", async ({ page }) => {
  /** @param {number} seed */
  const lossAfterThree = async (seed) => {
    await page.goto(`./?lang=en&backend=cpu#/digits?seed=${seed}&hidden=64`);
    await page.reload();
    for (const step of ["1", "2", "3"]) {
      await button(page, "Step").click();
      await expect(readout(page, "Step")).toHaveText(step);
    }
    return readout(page, "Loss").textContent();
  };
  const first = await lossAfterThree(5);
  expect(await lossAfterThree(5)).toBe(first);
  expect(await lossAfterThree(6)).not.toBe(first);
});

test("the learning rate changes in mid-run, without starting again", async ({ page }) => {
  await openBoard(page);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 30);
  const step = await number(page, "Step");
  await page.getByLabel("Learning rate").fill("0.02");
  await page.getByLabel("Learning rate").press("Enter");
  await expectAbove(page, "Step", step + 10);
  expect(page.url()).toContain("learningRate=0.02");
  await page.getByRole("slider", { name: "Size of a step" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Learning rate")).toHaveValue("0.022");
  expect(await number(page, "Step")).toBeGreaterThan(step);
});

test("a learning rate that is no number is refused, and the old one stays", async ({ page }) => {
  await openBoard(page);
  await page.getByLabel("Learning rate").fill("-1");
  await page.getByLabel("Learning rate").press("Enter");
  await expect(page.getByText("A number above 0.")).toBeVisible();
  // Also what has been said already follows the language.
  await button(page, "한국어").click();
  await expect(page.getByText("0보다 큰 수를 입력하세요.")).toBeVisible();
  await button(page, "English").click();
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  expect(page.url()).not.toContain("learningRate");
});

test("other settings make another run, and say so", async ({ page }) => {
  await openBoard(page);
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  await openCard(page, "Model");
  const settings = page.getByRole("dialog", { name: "Model" });
  await settings.getByLabel("Hidden layer 2: units").fill("32");
  await settings.getByLabel("Hidden layer 2: units").press("Enter");
  await expect(page.getByText("What was learnt has been reset.")).toBeVisible();
  await expect(readout(page, "Step")).toHaveText("0");
  await expect(settings.getByLabel("Hidden layer 2: units"), "one goes on from where one typed").toBeFocused();
  await settings.getByRole("button", { name: "Add a hidden layer" }).click();
  await settings.getByRole("button", { name: "Remove: Hidden layer 1" }).click();
  await settings.getByLabel("Activation").selectOption("tanh");
  await page.keyboard.press("Escape");
  await expect(page.getByText("784 → 32 → 128 → 10")).toBeVisible();
  // 784 * 32 + 32 + 32 * 128 + 128 + 128 * 10 + 10
  await expect(page.getByText("30,634 parameters · tanh")).toBeVisible();
  await openCard(page, "Data");
  await page.getByRole("dialog", { name: "Data" }).getByRole("button", { name: "1,000", exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByText("MNIST, 1,000 images")).toBeVisible();
  await button(page, "Train").click();
  await expectAbove(page, "Epoch", 2);
});

test("it stops after the epoch that was asked for", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?trainingImages=1000&hidden=32&untilEpoch=2");
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 2.")).toBeVisible();
  await expect(readout(page, "Step"), "1,000 images in batches of 128 are 8 steps").toHaveText("16");
});

test("a cell of the confusion matrix opens its images", async ({ page }) => {
  await openBoard(page);
  await trainTo(page, 80);
  await page.getByRole("tab", { name: "Confusion" }).click();
  const cell = page.getByRole("button", { name: /^4 read as 9: \d+$/ });
  await cell.click();
  const panel = page.getByRole("tabpanel", { name: "Confusion" });
  // The last test of the weights may still be under way: the images follow the cell's number.
  const missing = async () => {
    const count = Number((await cell.getAttribute("aria-label"))?.split(": ")[1]);
    return count > 0 ? Math.min(60, count) - (await panel.getByRole("img", { name: /a 4, read as 9/ }).count()) : NaN;
  };
  await expect.poll(missing).toBe(0);
  await cell.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("status")).toHaveText(/^4 read as 8: /);
  // The counts of a row are all the test images of that digit.
  const counts = await panel.getByRole("button", { name: /^4 read/ }).evaluateAll((cells) => cells.map(({ ariaLabel }) => Number(ariaLabel?.split(": ")[1])));
  expect(counts.reduce((sum, value) => sum + value, 0)).toBe(500);
});

test("the heads of the confusion matrix stand by their rows and columns, and all its cells are equally large", async ({ page }) => {
  /** @param {Locator} locator */
  const boxes = (locator) => locator.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
  const centre = (/** @type {DOMRect} */ { x, y, width, height }) => [x + width / 2, y + height / 2];
  for (const lang of ["ko", "en"]) {
    await page.goto(`./?lang=${lang}&backend=cpu#/digits?hidden=32&batchSize=32&view=confusion`);
    const grid = page.getByRole("grid", { name: lang === "ko" ? "혼동 행렬" : "Confusion" });
    await expect(grid).toBeVisible();
    for (const [width, height] of /** @type {const} */ ([[1920, 1080], [1366, 768], [820, 1180], [390, 844]])) {
      await page.setViewportSize({ width, height });
      const where = `${lang} ${width}x${height}`;
      const rowHeads = await boxes(grid.getByRole("rowheader"));
      const columnHeads = await boxes(grid.getByRole("columnheader"));
      const cells = await boxes(grid.getByRole("button"));
      expect([rowHeads.length, columnHeads.length, cells.length], where).toEqual([10, 10, 100]);
      for (const [index, cell] of cells.entries()) {
        const [row, column] = [Math.floor(index / 10), index % 10];
        expect(cell.width, `${where}: ${row}, ${column} as wide as the first`).toBeCloseTo(cells[0].width, 0);
        expect(cell.height, `${where}: ${row}, ${column} as high as the first`).toBeCloseTo(cells[0].height, 0);
        expect(centre(rowHeads[row])[1], `${where}: ${row}, ${column} on the line of its head`).toBeCloseTo(centre(cell)[1] ?? NaN, 0);
        expect(rowHeads[row].right, `${where}: ${row}, ${column} to the right of its head`).toBeLessThanOrEqual(cell.left);
        expect(centre(columnHeads[column])[0], `${where}: ${row}, ${column} in the middle under its head`).toBeCloseTo(centre(cell)[0] ?? NaN, 0);
        expect(columnHeads[column].bottom, `${where}: ${row}, ${column} under its head`).toBeLessThanOrEqual(cell.top);
      }
    }
    // The axes are named, on the side of the heads that they are of.
    const [first, ...names] = [grid, ...(lang === "ko" ? ["정답", "예측"] : ["actual", "predicted"]).map((name) => page.getByRole("tabpanel").getByText(name, { exact: true }))];
    const [box, actual, predicted] = [(await boxes(first))[0], ...(await Promise.all(names.map(boxes))).flat()];
    expect(actual.right, "the rows' name stands left of them").toBeLessThanOrEqual(box.left);
    expect(predicted.bottom, "the columns' name stands above them").toBeLessThanOrEqual(box.top);
  }
});

test("mistakes show what they are and what they were taken for, the surest first", async ({ page }) => {
  await openBoard(page);
  await trainTo(page, 80);
  await page.getByRole("tab", { name: "Mistakes" }).click();
  const panel = page.getByRole("tabpanel", { name: "Mistakes" });
  const images = panel.getByRole("img", { name: /read as/ });
  await expect(images).toHaveCount(72);
  const names = await images.evaluateAll((shown) => shown.map(({ ariaLabel }) => ariaLabel ?? ""));
  const sureness = names.map((name) => {
    const [, label, answer, sure] = /a (\d), read as (\d), (\d+)% sure/.exec(name) ?? [];
    expect(label, name).not.toBe(answer);
    return Number(sure);
  });
  expect(sureness).toEqual(sureness.toSorted((a, b) => b - a));
  const accuracy = await number(page, "Test accuracy");
  const [, mistakes = ""] = /^([\d,]+) of 5,000/.exec((await panel.getByRole("heading").textContent()) ?? "") ?? [];
  expect(Math.abs(100 - Number(mistakes.replace(",", "")) / 50 - accuracy)).toBeLessThanOrEqual(0.051);
});

test("the first layer's pictures change while it learns", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("tab", { name: "First layer" }).click();
  const picture = page.getByRole("img", { name: /weights as pictures/ });
  await expect(page.getByText("What 70 of the 512 units")).toBeVisible();
  const before = await pictureOf(picture);
  await button(page, "Train").click();
  await expect.poll(() => pictureOf(picture)).not.toBe(before);
});

test("inside, every layer shows what it makes of the drawing", async ({ page }) => {
  await openBoard(page);
  await page.getByRole("tab", { name: "Inside" }).click();
  await expect(page.getByText("see what every layer makes of it")).toBeVisible();
  await drawOne(page);
  await expect(page.getByText(/Hidden layer 2: \d+ of 512 units/)).toBeVisible();
  const canvas = page.getByRole("img", { name: /Hidden layer 1/ });
  const before = await pictureOf(canvas);
  await draw(page, digits[7] ?? []);
  await expect.poll(() => pictureOf(canvas)).not.toBe(before);

  // And one pixel can be followed: its ink times its weight, and what all of them make of a unit.
  await button(page, "Follow a pixel …").click();
  const dialog = page.getByRole("dialog", { name: "One pixel on its way to the answer" });
  const numbersOf = async (/** @type {string} */ name) =>
    ((await dialog.getByRole("listitem").filter({ hasText: name }).textContent()) ?? "").replaceAll("−", "-").replace(name, "").match(/-?\d+\.\d+/g)?.map(Number) ?? [];
  await expect.poll(() => numbersOf("Times its weight")).toHaveLength(3);
  const [ink = NaN, weight = NaN, product = NaN] = await numbersOf("Times its weight");
  expect(ink).toBeGreaterThan(0);
  expect(Math.abs(ink * weight - product)).toBeLessThan(0.002);
  const sum = await numbersOf("All 784 of them");
  expect(sum).toHaveLength(1);
  await dialog.getByRole("slider", { name: /^Column/ }).press("Home");
  await expect.poll(() => numbersOf("Times its weight")).not.toEqual([ink, weight, product]);
  expect(await numbersOf("Ink of the pixel")).toEqual([0]);
  expect(await numbersOf("All 784 of them")).toEqual(sum);
  await button(page, "Loudest pixel").click();
  await expect.poll(() => numbersOf("Times its weight")).toEqual([ink, weight, product]);
  await dialog.getByRole("slider", { name: /^Unit/ }).press("Home");
  await expect(dialog).toContainText("for unit 1");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the drawing outlives another size of the window", async ({ page }) => {
  await openBoard(page);
  await draw(page, digits[3] ?? []);
  await expect(readout(page, "Prediction")).toHaveText(/\d/);
  const seen = page.getByRole("img", { name: "What the network sees" });
  const before = await pictureOf(seen);
  await page.setViewportSize({ width: 900, height: 900 });
  const ink = () =>
    page.getByLabel("Draw a digit").evaluate((element) => {
      const canvas = /** @type {HTMLCanvasElement} */ (element);
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.filter((value, index) => index % 4 === 3 && value > 128).length / (canvas.width * canvas.height);
    });
  await expect.poll(ink).toBeGreaterThan(0.05);
  expect(await pictureOf(seen)).toBe(before);
});

test("the last stroke can be taken back, and Clear takes all", async ({ page }) => {
  await openBoard(page);
  const seen = page.getByRole("img", { name: "What the network sees" });
  const empty = await pictureOf(seen);
  await draw(page, [digits[4]?.[0] ?? []]);
  await expect.poll(() => pictureOf(seen)).not.toBe(empty);
  const one = await settledPictureOf(seen);
  await draw(page, [digits[4]?.[1] ?? []]);
  await expect.poll(() => pictureOf(seen)).not.toBe(one);
  await button(page, "Clear").click();
  await page.keyboard.press("Control+z");
  await button(page, "Undo").click();
  await expect.poll(() => pictureOf(seen)).toBe(one);
  // A number that is typed has an undo of its own.
  await page.getByLabel("Learning rate").press("Control+z");
  await draw(page, [digits[4]?.[1] ?? []]);
  await expect.poll(() => pictureOf(seen)).not.toBe(one);
  await page.keyboard.press("Control+z");
  await expect.poll(() => pictureOf(seen)).toBe(one);
  await draw(page, [digits[4]?.[1] ?? []]);
  await expect.poll(() => pictureOf(seen)).not.toBe(one);
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ㅋ", code: "KeyZ", metaKey: true, bubbles: true })));
  await expect.poll(() => pictureOf(seen), "in Korean, on a Mac").toBe(one);
  await button(page, "Clear").click();
  await expect.poll(() => pictureOf(seen)).toBe(empty);
  await expect(readout(page, "Prediction")).not.toHaveText(/\d/);
});

test("a digit can be drawn with the keyboard alone, and is read", { tag: "@every-engine" }, async ({ page }) => {
  await openBoard(page);
  await page.keyboard.press("Space");
  await expectAbove(page, "Test accuracy", 90, 60_000);
  await page.keyboard.press("Space");
  // Only Tab leads to the canvas.
  const canvas = page.getByLabel("Draw a digit");
  for (let presses = 0; presses < 30 && !(await canvas.evaluate((element) => element === document.activeElement)); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(canvas).toBeFocused();
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 14; presses += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(readout(page, "Prediction")).toHaveText("1");
  await expect(button(page, "Train"), "Space on the canvas is the pen's").toBeVisible();
  await page.keyboard.press("Delete");
  await expect(readout(page, "Prediction")).not.toHaveText(/\d/);
});

test("drawing with a finger does not scroll the page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "en-US", baseURL });
  const page = await context.newPage();
  await openBoard(page);
  const canvas = page.getByLabel("Draw a digit");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("there is no canvas to draw on");
  const before = await page.evaluate(() => scrollY);
  const touch = await context.newCDPSession(page);
  /** @param {"touchStart" | "touchMove" | "touchEnd"} type @param {number} [y] */
  const send = (type, y) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: box.x + box.width / 2, y: box.y + y * box.height }] });
  await send("touchStart", 0.8);
  for (let y = 0.75; y > 0.2; y -= 0.05) await send("touchMove", y);
  await send("touchEnd");
  await expect(readout(page, "Prediction")).toHaveText(/\d/);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await context.close();
});

/** How much of the canvas is ink, in pixels. @param {Page} page */
const inkOn = (page) =>
  page.getByLabel("Draw a digit").evaluate((element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.filter((value, index) => index % 4 === 3 && value > 128).length;
  });

test("a tap leaves a dot of ink that one sees, and so does the key pen", async ({ page }) => {
  await openBoard(page);
  const canvas = page.getByLabel("Draw a digit");
  await canvas.click();
  // A pen's width across: the canvas is some 300 pixels wide, and the pen a thirteenth of it.
  const width = 0.075 * (await canvas.evaluate((element) => element.clientWidth));
  const disc = Math.PI * (width / 2) ** 2;
  await expect.poll(() => inkOn(page)).toBeGreaterThan(0.8 * disc);
  expect(await inkOn(page)).toBeLessThan(1.2 * disc);
  await button(page, "Clear").click();
  await canvas.press("Space");
  await canvas.press("Space");
  await canvas.blur();
  await expect.poll(() => inkOn(page)).toBeGreaterThan(0.8 * disc);
});

test("what is drawn beside the canvas is no ink, and the right button draws nothing", async ({ page }) => {
  await openBoard(page);
  const seen = page.getByRole("img", { name: "What the network sees" });
  const nothing = await settledPictureOf(seen);
  // The network is asked in its worker, which may take its time to answer.
  const seenOf = async (/** @type {[number, number][]} */ line) => {
    await draw(page, [line]);
    await expect.poll(() => pictureOf(seen)).not.toBe(nothing);
    const picture = await settledPictureOf(seen);
    await button(page, "Clear").click();
    await expect.poll(() => pictureOf(seen)).toBe(nothing);
    return picture;
  };
  const one = await seenOf([[0.5, 0.2], [0.5, 0.8]]);
  // Down, out, far away, and back on the same line: the network is given what one sees.
  expect(await seenOf([[0.5, 0.2], [0.5, 0.8], [0.5, 1.6], [2, 1.6], [2, -0.4], [0.5, -0.4], [0.5, 0.2], [0.5, 0.8]])).toBe(one);
  expect(await seenOf([[0.5, 0], [0.5, 1]]), "a stroke is a stroke at any length").toBe(one);
  await draw(page, [[[0.5, 0], [0.5, 1]]]);
  const before = await inkOn(page);
  const box = await page.getByLabel("Draw a digit").boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await page.mouse.down({ button: "right" });
  await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 20, { steps: 4 });
  await page.mouse.up({ button: "right" });
  expect(await inkOn(page)).toBe(before);
});

test("a pen writes although the palm lies on the screen, and the palm leaves nothing", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, locale: "en-US", baseURL });
  const page = await context.newPage();
  await openBoard(page);
  const seen = page.getByRole("img", { name: "What the network sees" });
  const screen = await screenOf(page);
  const [seven] = digits[7] ?? [];
  if (!seven) throw new Error("there is no seven");
  await screen.write(seven);
  const alone = await settledPictureOf(seen);
  await button(page, "Clear").click();
  await page.waitForTimeout(1100);
  // The palm comes first, slides a little, stays, and goes last.
  await screen.touch("touchStart", [0.8, 0.9]);
  await screen.touch("touchMove", [0.75, 0.9]);
  await expect.poll(() => inkOn(page)).toBeGreaterThan(0);
  await screen.write(seven);
  await screen.touch("touchMove", [0.7, 0.9]);
  await screen.touch("touchEnd");
  expect(await settledPictureOf(seen)).toBe(alone);
  // While a pen is about, another touch is the hand, too; a finger draws again when it has gone.
  await screen.touch("touchStart", [0.2, 0.9]);
  await screen.touch("touchEnd");
  expect(await settledPictureOf(seen)).toBe(alone);
  await page.waitForTimeout(1100);
  await screen.touch("touchStart", [0.2, 0.9]);
  await screen.touch("touchMove", [0.3, 0.9]);
  await screen.touch("touchEnd");
  await expect.poll(() => pictureOf(seen)).not.toBe(alone);
  // A touch that the system takes away was not meant.
  const ink = await inkOn(page);
  await screen.touch("touchStart", [0.2, 0.1]);
  await screen.touch("touchMove", [0.4, 0.1]);
  await expect.poll(() => inkOn(page)).toBeGreaterThan(ink);
  await screen.touch("touchCancel");
  await expect.poll(() => inkOn(page)).toBe(ink);
  await context.close();
});

test("the data can be looked through, and a batch is shown", async ({ page }) => {
  await openBoard(page);
  await expect(page.getByText("5,000 held out")).toBeVisible();
  await openCard(page, "Data");
  const settings = page.getByRole("dialog", { name: "Data" });
  await expect(settings.getByRole("img", { name: "The 128 images of a batch" })).toBeVisible();
  await expect(settings.getByText(/469 steps make an epoch/)).toBeVisible();
  // The first images of MNIST, in their published order.
  for (const name of ["Image 0: a 5", "Image 1: a 0", "Image 2: a 4"]) await expect(settings.getByRole("img", { name, exact: true })).toBeVisible();
  await settings.getByRole("button", { name: "Next page" }).click();
  await expect(settings.getByText("41 to 80 of 5,000")).toBeVisible();
  await settings.getByRole("radio", { name: "Held out" }).check();
  await expect(settings.getByRole("img", { name: "Image 0: a 7", exact: true })).toBeVisible();
});

test("the curves can be read at the crosshair, along any axis", async ({ page }) => {
  await openBoard(page);
  await trainTo(page, 80);
  const chart = page.getByRole("img", { name: "Curve of the loss" });
  await chart.hover();
  const crosshair = page.locator(".crosshair").first();
  await expect(crosshair).toHaveText(/^Steps [\d,]+ · train \d\.\d{3} · test \d\.\d{3}$/);
  await page.getByRole("radio", { name: "Seconds" }).check();
  await chart.hover();
  await expect(crosshair).toHaveText(/^Seconds \d+\.\d\d · train/);
  await chart.focus();
  const before = await crosshair.textContent();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(crosshair).not.toHaveText(before ?? "");
});

test("while the data are on their way the page says how far, and starts by itself when they are here", async ({ page }) => {
  /** @type {(value?: unknown) => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(/\/train-00\.\w+\.bin$/, async (route) => {
    await held;
    await route.continue();
  });
  await openBoard(page);
  await button(page, "Train").click();
  await expect(button(page, "Pause")).toBeVisible();
  await expect(page.getByText(/^Waiting for data: \d+%$/)).toBeVisible();
  await expect(page.getByText(/^Loading data: \d+%$/)).toBeVisible();
  letGo();
  await expectAbove(page, "Step", 10);
});

test("a canvas that is drawn on before the first training is answered with a guess, and says that it is one", async ({ page }) => {
  await openBoard(page);
  await drawOne(page);
  await expect(readout(page, "Prediction")).toHaveText(/^\d$/);
  await expect(page.getByText("it has not learnt yet")).toBeVisible();
});
