/* The playground, played as a person plays it. */
import { readFile } from "node:fs/promises";
import { button, expectAbove, inWorker, number, readout, watchLowest } from "./breaking.js";
import { pictureOf } from "./playing.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/**
 * The playground in English with these settings, as fast as it goes where they say no speed.
 * @param {Page} page
 * @param {string} [settings] "hidden=4-2&data=circle"
 */
async function open(page, settings = "") {
  await page.goto(`./?lang=en#/depth?tab=playground&${settings.includes("speed=") ? "" : "speed=fastest&"}${settings}`);
  await expect(plane(page)).toBeVisible();
  const isEmpty = settings.includes("data=own");
  await (isEmpty ? expect(page.getByText("There is no point to learn from yet.")).toBeVisible() : expect(readout(page, "Train loss")).toHaveText(/\d/));
}

/** @param {Page} page */
const plane = (page) => page.getByLabel(/^The plane with what the network decides/);

/** How many points are wrong. @param {Page} page */
async function mistakes(page) {
  const [hits = NaN, rows = NaN] = ((await readout(page, "Test points right").textContent()) ?? "").split("/").map(Number);
  return rows - hits;
}

/**
 * Clicks in the plane, at parts of its side.
 * @param {Page} page
 * @param {[x: number, y: number][]} places
 */
async function clickAt(page, places) {
  const box = await plane(page).boundingBox();
  if (!box) throw new Error("there is no plane");
  for (const [x, y] of places) await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
}

/**
 * @param {Page} page
 * @param {string} card as it begins
 * @param {string} label
 * @param {string} value
 */
async function set(page, card, label, value) {
  await page.getByRole("button", { name: new RegExp(`^${card}`) }).click();
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

test("the XOR cloud is learnt with hidden units", { tag: "@every-engine" }, async ({ page }) => {
  await open(page);
  await expect(page.getByText("Knows nothing yet.")).toBeVisible();
  expect(await mistakes(page)).toBeGreaterThan(10);
  await button(page, "Train").click();
  await expect.poll(() => mistakes(page)).toBeLessThanOrEqual(4);
  await expectAbove(page, "Epochs per second", 500);
  expect(await number(page, "Train loss")).toBeLessThan(0.2);
});

test("the XOR cloud is not learnt without hidden units", async ({ page }) => {
  await open(page);
  await button(page, "Remove the last hidden layer").click();
  await expect(page.getByText("0 hidden layers")).toBeVisible();
  await button(page, "Train").click();
  await expectAbove(page, "Epoch", 500);
  await button(page, "Pause").click();
  expect(await mistakes(page)).toBeGreaterThan(15);
  expect(await number(page, "Train loss")).toBeGreaterThan(0.5);
});

test("a step is one batch, an epoch is all of them, and Reset returns to what the address says", async ({ page }) => {
  await open(page, "points=100&trainPart=50&batchSize=10&seed=7");
  const atStart = await readout(page, "Train loss").textContent();
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("2");
  await button(page, "Epoch").click();
  await expect(readout(page, "Step")).toHaveText("5");
  await expect(readout(page, "Epoch")).toHaveText("1");
  const afterEpoch = await readout(page, "Train loss").textContent();
  expect(afterEpoch).not.toBe(atStart);
  await button(page, "Reset").click();
  await expect(readout(page, "Step")).toHaveText("0");
  await expect(readout(page, "Train loss")).toHaveText(`${atStart}`);
  await button(page, "Epoch").click();
  await expect(readout(page, "Train loss"), "the same seed learns the same").toHaveText(`${afterEpoch}`);
});

test("training stops by itself at an epoch, or when the loss is low", async ({ page }) => {
  await open(page);
  await set(page, "Loss", "Stop after epoch", "30");
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 30.")).toBeVisible();
  await expect(readout(page, "Epoch")).toHaveText("30");
  await expect(button(page, "Train")).toBeVisible();
  await set(page, "Loss", "Stop after epoch", "");
  await set(page, "Loss", "Stop when the train loss is below", "0.1");
  await button(page, "Train").click();
  await expect(page.getByText(/^Train loss below 0.1 after epoch \d+\.$/)).toBeVisible();
  expect(await number(page, "Train loss")).toBeLessThanOrEqual(0.1);
});

test("values are learnt with a linear output, and the typical error tells how well", async ({ page }) => {
  // On lower screens what is said twice gives its place to the story.
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page);
  await page.getByRole("radio", { name: "Slope" }).check();
  await expect(page.getByRole("button", { name: /^Loss Squared error .* linear output/ })).toBeVisible();
  await expect(readout(page, "Test points right")).toBeHidden();
  await button(page, "Train").click();
  const typicalError = async () => Number((await readout(page, "Typical error, test points").textContent())?.replace("± ", ""));
  await expect.poll(typicalError).toBeLessThan(0.05);
  await page.getByRole("radio", { name: "XOR" }).check();
  await expect(page.getByRole("button", { name: /^Loss Cross-entropy .* sigmoid output/ })).toBeVisible();
  await expect(readout(page, "Test points right")).toHaveText(/\d+ \/ 74/);
});

test("L1 draws weights to zero itself, L2 only makes them smaller", async ({ page }) => {
  const learn = async (/** @type {string} */ penalty) => {
    await open(page, `data=slope&loss=squared-error&features=x1&hidden=none&learningRate=0.01&untilEpoch=100&${penalty}`);
    await button(page, "Train").click();
    await expect(readout(page, "Epoch")).toHaveText("100");
    await button(page, "Output").click();
    const weight = Math.abs(Number(await page.getByLabel("Weight of x₁").inputValue()));
    await page.keyboard.press("Escape");
    return weight;
  };
  expect(await learn("l1=1")).toBeLessThan(0.03);
  expect(await learn("l2=1")).toBeGreaterThan(0.05);
  expect(await learn("")).toBeGreaterThan(0.2);
});

test("own points are clicked in and out, and learnt", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "hidden=4&trainPart=100");
  await page.getByRole("radio", { name: "Own" }).check();
  await expect(button(page, "Train")).toBeDisabled();
  await clickAt(page, [[0.3, 0.3], [0.7, 0.7], [0.5, 0.2]]);
  await page.getByRole("radio", { name: "○ class 0" }).check();
  await clickAt(page, [[0.3, 0.7], [0.7, 0.3]]);
  await expect(page.getByText("5 train, 0 test")).toBeVisible();
  await clickAt(page, [[0.5, 0.2]]);
  await expect(page.getByText("4 train, 0 test")).toBeVisible();
  await button(page, "Clear").click();
  await expect(page.getByText("0 train, 0 test")).toBeVisible();
  for (const left of [4, 5, 4]) {
    await page.keyboard.press("Control+z");
    await expect(page.getByText(`${left} train, 0 test`), "undone").toBeVisible();
  }
  await clickAt(page, [[0.7, 0.3], [0.5, 0.2]]);
  await expect(page.getByText("4 train, 0 test")).toBeVisible();
  await button(page, "Train").click();
  await expect(readout(page, "Training points right")).toHaveText("4 / 4");
  await clickAt(page, [[0.5, 0.5]]);
  await expect(readout(page, "Training points right"), "it goes on with the point that came").toHaveText("5 / 5");
});

test("a click beside a point puts in another one, and a double click is one click", async ({ page }) => {
  await open(page, "data=own&trainPart=100");
  const side = (await plane(page).boundingBox())?.width ?? 0;
  const close = /** @type {[x: number, y: number][]} */ ([[0.3, 0.3], [0.3 + 10 / side, 0.3]]);
  await clickAt(page, close);
  await expect(page.getByText("2 train, 0 test")).toBeVisible();
  await plane(page).dblclick({ position: { x: 0.7 * side, y: 0.7 * side } });
  await expect(page.getByText("3 train, 0 test")).toBeVisible();
  await clickAt(page, [...close, [0.7, 0.7]]);
  await expect(page.getByText("0 train, 0 test")).toBeVisible();
});

test("own points by touch", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await open(page, "data=own&trainPart=100");
  await plane(page).scrollIntoViewIfNeeded();
  const box = await plane(page).boundingBox();
  if (!box) throw new Error("there is no plane");
  for (const [x, y] of /** @type {[number, number][]} */ ([[0.3, 0.3], [0.6, 0.4]])) await page.touchscreen.tap(box.x + x * box.width, box.y + y * box.height);
  await expect(page.getByText("2 train, 0 test")).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), "nothing sideways").toBeLessThanOrEqual(390);
  await context.close();
});

test("pasted CSV: bad lines are named, good ones kept", async ({ page }) => {
  await open(page, "data=own");
  await button(page, "CSV …").click();
  await page.getByRole("textbox", { name: "Points" }).fill("x1,x2,class\n0.5,0.5,1\n-0.5;0.5;0\nhello,1,0\n0.1,0.2\n\n0.3 0.3 7\n-0.5,-0.5,1");
  await button(page, "Use these points").click();
  await expect(page.getByText("Points taken: 3.")).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveText([
    "Line 4: a coordinate is no number. “hello,1,0”",
    "Line 5: there have to be three columns. “0.1,0.2”",
    "Line 7: the class has to be 0 or 1. “0.3 0.3 7”",
  ]);
  // What was found speaks the language that the page does.
  await button(page, "한국어").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("점 3개를 넣었어요.")).toBeVisible();
  await button(page, "English").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Points taken: 3.")).toBeVisible();
  await page.getByRole("textbox", { name: "Points" }).fill("0,100,1\n10,300,0");
  await button(page, "Use these points").click();
  await expect(page.getByText("each column is scaled")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("2 train, 0 test")).toBeVisible();
});

test("points leave as CSV, and come in as a spreadsheet exports them", async ({ page }) => {
  await open(page, "data=circle&points=60&trainPart=50");
  await page.getByRole("button", { name: /^Data/ }).click();
  await button(page, "CSV …").click();
  const text = page.getByRole("textbox", { name: "Points" });
  expect((await text.inputValue()).split("\n"), "the points that were made").toHaveLength(60);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download CSV").click()]);
  expect(download.suggestedFilename()).toBe("points.csv");
  const rows = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(rows[0]).toBe("x1,x2,class");
  expect(rows.slice(1)).toEqual((await text.inputValue()).replaceAll(", ", ",").split("\n"));

  // As a spreadsheet has them where a comma is in the numbers.
  const exported = rows.map((row) => row.split(",").map((column) => `"${column.replace(".", ",")}"`).join(";"));
  await text.fill(`\ufeff${exported.join("\r\n")}\r\n`);
  await button(page, "Use these points").click();
  await expect(page.getByText("Points taken: 60.")).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Points as text" }).getByRole("listitem")).toHaveCount(0);
  await text.fill("1.000,5;2;1\r\n0,5;0,5;1");
  await button(page, "Use these points").click();
  await expect(page.getByRole("listitem").filter({ hasText: "Line 1: a coordinate is no number. “1.000,5;2;1”" })).toBeVisible();
});

test("the whole set-up is in the address, own points too", async ({ page }) => {
  await open(page, "hidden=3-2&activation=sigmoid&loss=squared-error&optimizer=adam&learningRate=0.02&l2=0.001&batchSize=7&seed=9&features=x1_x2_x1x2&trueStep=yes");
  await page.getByRole("radio", { name: "Own" }).check();
  await clickAt(page, [[0.2, 0.2], [0.61, 0.33], [0.8, 0.7]]);
  await expect(page.getByText(/^3 train/).or(page.getByText(/^2 train, 1 test/))).toBeVisible();
  await button(page, "Epoch").click();
  await expect(readout(page, "Epoch")).toHaveText("1");
  const loss = await readout(page, "Train loss").textContent();
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await button(page, "Epoch").click();
  await expect(readout(page, "Epoch")).toHaveText("1");
  await expect(readout(page, "Train loss")).toHaveText(`${loss}`);
  expect(page.url()).toBe(address);
  await expect(page.getByText("3 → 3 → 2 → 1")).toBeVisible();
  await expect(page.getByRole("switch", { name: "True step" })).toBeChecked();
});

test("the learning rate changes in mid-run, without starting again", async ({ page }) => {
  await open(page);
  await button(page, "Train").click();
  await expectAbove(page, "Step", 100);
  const step = await number(page, "Step");
  await page.getByLabel("Learning rate").fill("0.01");
  await page.getByLabel("Learning rate").press("Enter");
  await expectAbove(page, "Step", step);
  await expect(button(page, "Pause")).toBeVisible();
  expect(page.url()).toContain("learningRate=0.01");
  await button(page, "Pause").click();
  expect(await number(page, "Step")).toBeGreaterThan(step);
});

test("a run that breaks is explained, and goes back to good weights", async ({ page }) => {
  await open(page, "activation=identity&hidden=4-4");
  await button(page, "Train").click();
  await expectAbove(page, "Epoch", 50);
  await page.getByLabel("Learning rate").fill("1e20");
  await page.getByLabel("Learning rate").press("Enter");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The loss is no longer a number");
  await expect(button(page, "Train")).toBeDisabled();
  await alert.getByRole("button", { name: "Back to the last good weights" }).click();
  await expect(alert).not.toContainText("The loss is no longer a number");
  await expectAbove(page, "Epoch", 40);
  await expect.poll(() => number(page, "Train loss")).toBeLessThan(1);
  await expect(page.getByLabel("Learning rate"), "so does the learning rate that led there").toHaveValue("0.1");
  const step = await number(page, "Step");
  await button(page, "Train").click();
  await expectAbove(page, "Step", step);
  await expect.poll(() => number(page, "Train loss")).toBeLessThan(1);
});

test("a run that is ruined without breaking is told, too, and goes back to the weights that did best", async ({ page }) => {
  await open(page, "learningRate=1000");
  await button(page, "Train").click();
  const alert = page.getByRole("alert");
  await expect(alert, "from the start").toContainText("The network no longer learns");
  await expect(page.getByText("Stopped: the weights are ruined.")).toBeVisible();
  await button(page, "Reset").click();
  await expect(alert).toBeEmpty();

  const rate = page.getByLabel("Learning rate");
  await rate.fill("0.1");
  await rate.press("Enter");
  await button(page, "Train").click();
  await expect.poll(() => mistakes(page)).toBeLessThanOrEqual(2);
  const step = await number(page, "Step");
  await rate.fill("1000");
  await rate.press("Enter");
  await expect(alert, "in mid-run").toContainText("The network no longer learns");
  await expect(button(page, "Train")).toBeDisabled();
  // Who presses Reset in the place of that loses nothing, either.
  await button(page, "Reset").click();
  await expect(readout(page, "Step")).toHaveText("0");
  await button(page, "Take it back").click();
  await expect.poll(() => mistakes(page)).toBeLessThanOrEqual(4);
  await expect(rate).toHaveValue("0.1");
  await rate.fill("1000");
  await rate.press("Enter");
  await button(page, "Train").click();
  await expect(alert).toContainText("The network no longer learns");
  await alert.getByRole("button", { name: "Back to the last good weights" }).click();
  await expect(alert).toBeEmpty();
  await expect.poll(() => mistakes(page)).toBeLessThanOrEqual(4);
  expect(await number(page, "Train loss")).toBeLessThan(0.3);
  expect(await number(page, "Step")).toBeGreaterThanOrEqual(step);
  await expect(rate).toHaveValue("0.1");
});

test("a circle, which long looks like guessing, is learnt at the usual settings and not stopped on the way", async ({ page }) => {
  await open(page, "data=circle&speed=100");
  await button(page, "Train").click();
  await expectAbove(page, "Step", 300);
  await expect(page.getByRole("alert")).toBeEmpty();
  await expect(button(page, "Pause")).toBeVisible();
});

test("training that only guesses is not called learning", async ({ page }) => {
  await open(page, "activation=relu&hidden=1&learningRate=10");
  await button(page, "Train").click();
  await expect(page.getByText("Training, but no better than guessing.")).toBeVisible();
});

test("training begins at a pace that can be watched, and goes from one step a second to as fast as it can", async ({ page }) => {
  await open(page, "speed=100");
  await page.evaluate(() => void (location.hash = "#/depth?tab=playground"));
  const speed = page.getByRole("radiogroup", { name: "Speed: steps per second" });
  await expect(speed.getByRole("radio", { name: "100", exact: true }), "where the address says nothing").toBeChecked();
  await button(page, "Train").click();
  await expectAbove(page, "Step", 50);
  expect(await number(page, "Step"), "half a second of a hundred a second, however late it is read").toBeLessThan(1000);
  expect(await mistakes(page), "the boundary is still being born").toBeGreaterThan(10);

  await speed.getByRole("radio", { name: "1", exact: true }).check();
  await expect.poll(() => number(page, "Epochs per second")).toBeLessThan(1);
  const slow = await number(page, "Step");
  await page.waitForTimeout(2500);
  expect(await number(page, "Step"), "one step a second").toBeGreaterThan(slow);
  expect(await number(page, "Step"), "one step a second").toBeLessThanOrEqual(slow + 4);
  expect(page.url()).toContain("speed=1");

  // A number of steps does not wait.
  await button(page, "Pause").click();
  await expect(page.getByText("Paused.")).toBeVisible();
  const paused = await number(page, "Step");
  for (let presses = 0; presses < 5; presses += 1) await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText(String(paused + 5), { timeout: 2000 });
  await speed.getByRole("radio", { name: "1", exact: true }).press("ArrowLeft");
  await expect(speed.getByRole("radio", { name: "max" })).toBeChecked();
  await button(page, "Train").click();
  await expectAbove(page, "Epochs per second", 500);
});

test("the read-out of an edge follows its weight, and makes nothing move", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "hidden=3&data=circle&seed=5");
  const places = () => page.getByRole("group", { name: "The network" }).getByRole("button").or(plane(page)).evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  const from = await page.getByRole("group", { name: "Inputs" }).getByText("x₁").boundingBox();
  const to = await button(page, "Hidden layer 1, unit 1").boundingBox();
  if (!from || !to) throw new Error("there is no network");
  await page.mouse.move((from.x + from.width / 2 + to.x + to.width / 2) / 2, (from.y + from.height / 2 + to.y + to.height / 2) / 2);
  const reading = page.getByText(/^x₁ → unit 1.1: /);
  await expect(reading).toBeVisible();
  expect(await places()).toEqual(before);
  const first = await reading.textContent();
  await page.keyboard.press("Space");
  await expect(reading, "while it learns").not.toHaveText(`${first}`);
  expect(await places()).toEqual(before);
});

test("the trained network is found as it was left, on this board and from another one", async ({ page }) => {
  await open(page, "hidden=3&untilEpoch=40");
  await button(page, "Train").click();
  await expect(readout(page, "Epoch")).toHaveText("40");
  const shown = () => Promise.all(["Epoch", "Step", "Test points right", "Train loss", "Test loss"].map((name) => readout(page, name).textContent()));
  const before = { shown: await shown(), picture: await pictureOf(plane(page)) };
  const address = page.url();
  await page.evaluate(() => void (location.hash = "#/perceptron"));
  await expect(page.getByRole("heading", { name: "What can one line decide?" })).toBeVisible();
  await page.goto(address);
  await expect(readout(page, "Epoch")).toHaveText("40");
  await expect(page.getByText("Stopped after epoch 40.")).toBeVisible();
  expect(await shown()).toEqual(before.shown);
  await expect.poll(() => pictureOf(plane(page))).toBe(before.picture);
  await button(page, "Step").click();
  await expect(readout(page, "Step"), "and it goes on from there").toHaveText("721");
});

test("a trained run that is dropped can be had back, by Reset as by a setting, with its settings", async ({ page }) => {
  await open(page, "hidden=3&untilEpoch=40");
  await button(page, "Train").click();
  await expect(readout(page, "Epoch")).toHaveText("40");
  const loss = await readout(page, "Train loss").textContent();
  const isBack = async () => {
    await expect(readout(page, "Epoch")).toHaveText("40");
    await expect(readout(page, "Train loss")).toHaveText(`${loss}`);
    await expect(page.getByText("2 → 3 → 1")).toBeVisible();
    await expect(page.getByText("Paused.")).toBeVisible();
    expect(page.url()).toContain("hidden=3&");
  };
  const offer = page.getByRole("button", { name: /back/i });
  await button(page, "Reset").click();
  await expect(readout(page, "Step")).toHaveText("0");
  await offer.click();
  await isBack();
  await button(page, "Add a hidden layer").click();
  await expect(page.getByText("2 → 3 → 2 → 1")).toBeVisible();
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  await offer.click();
  await isBack();
  await expect(offer).toHaveCount(0);
  await page.getByRole("switch", { name: "True step" }).check();
  await expect(readout(page, "Epoch"), "what is looked at drops nothing").toHaveText("40");
  await expect(offer).toHaveCount(0);
});

test("a point that is clicked in is seen, at once, also where it is to test; and the score says of which points it is", async ({ page }) => {
  await open(page, "data=own&testPoints=no");
  const marks = plane(page);
  const isMarked = (/** @type {[x: number, y: number]} */ place) =>
    marks.evaluate((canvas, [x, y]) => {
      const { width } = /** @type {HTMLCanvasElement} */ (canvas);
      const edge = Math.ceil(width / 60);
      const pixels = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d")?.getImageData(x * width - edge, y * width - edge, 2 * edge, 2 * edge).data ?? [];
      return pixels.some((value, index) => index % 4 === 3 && value === 255);
    }, place);
  const places = Array.from({ length: 20 }, (_, index) => /** @type {[x: number, y: number]} */ ([0.1 + 0.19 * (index % 5), 0.13 + 0.2 * Math.floor(index / 5)]));
  // The worker is kept from answering: the page does not wait for it.
  void inWorker(page, "const end = Date.now() + 1500; while (Date.now() < end);");
  await clickAt(page, places.slice(0, 4));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  for (const place of places.slice(0, 4)) expect(await isMarked(place), `at once at ${place}`).toBe(true);
  await clickAt(page, places.slice(4));
  await expect(page.getByText("14 train, 6 test")).toBeVisible();
  for (const place of places) expect(await isMarked(place), `at ${place}`).toBe(true);
  await expect(page.locator(".boundary-legend")).toHaveText("trainingtest");
  await expect(readout(page, "Test points right")).toHaveText(/ 6$/);

  await page.getByRole("radio", { name: "XOR" }).check();
  await expect(readout(page, "Training points right"), "those that test are not in sight").toHaveText(/ 176$/);
  await page.getByRole("switch", { name: "Test points" }).check();
  await expect(readout(page, "Test points right")).toHaveText(/ 74$/);
});

test("points that are read after the board was left change nothing", async ({ page }) => {
  await open(page, "data=own");
  await button(page, "CSV …").click();
  await page.getByRole("textbox", { name: "Points" }).fill("0.5,0.5,1");
  void inWorker(page, "const end = Date.now() + 1000; while (Date.now() < end);");
  await button(page, "Use these points").click();
  await page.evaluate(() => void (location.hash = "#/perceptron"));
  await expect(page.getByRole("heading", { name: "What can one line decide?" })).toBeVisible();
  await page.waitForTimeout(1500);
  expect(page.url()).toMatch(/#\/perceptron$/);
});

test("a worker that dies while another network is made is followed by that network", async ({ page }) => {
  await open(page, "hidden=3");
  await button(page, "Train").click();
  await expectAbove(page, "Epoch", 100);
  await button(page, "Pause").click();
  await inWorker(page, "self.onmessage = null");
  await button(page, "Add a hidden layer").click();
  await inWorker(page, "self.close()");
  await expect(page.getByRole("alert")).toContainText(/restarted/i, { timeout: 20_000 });
  await expect(page.getByText("2 → 3 → 2 → 1")).toBeVisible();
  await expect(readout(page, "Step")).toHaveText("0");
  await expect(page.getByText("Knows nothing yet.")).toBeVisible();
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
});

test("at 320 pixels nothing scrolls sideways, and no word is broken", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "hidden=8-8-8-8");
  for (const lang of ["en", "ko"]) {
    await page.goto(`./?lang=${lang}#/depth?tab=playground&hidden=8-8-8-8&data=own&speed=fastest`);
    await expect(page.getByRole("radiogroup").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBe(320);
    for (const choice of await page.getByRole("radio").all()) {
      // Two lines of it would be taller.
      const { top, bottom, right } = await choice.evaluate((input) => input.nextElementSibling?.getBoundingClientRect() ?? new DOMRect());
      expect(bottom - top, `${await choice.getAttribute("value")} in ${lang}`).toBeLessThan(50);
      expect(right).toBeLessThanOrEqual(320);
    }
  }
});

test("a weight is read and set, and the network follows", async ({ page }) => {
  // Hardly higher than the panel.
  await page.setViewportSize({ width: 1280, height: 340 });
  await open(page, "hidden=2");
  const before = await readout(page, "Train loss").textContent();
  await button(page, "Hidden layer 1, unit 2").click();
  await page.getByLabel("Weight of x₂").fill("-3.5");
  await page.getByLabel("Weight of x₂").press("Enter");
  await expect(readout(page, "Train loss")).not.toHaveText(`${before}`);
  await page.getByLabel("Bias", { exact: true }).fill("2e9");
  await page.keyboard.press("Enter");
  const reason = page.getByText("A number up to 1,000,000");
  await expect(reason).toBeVisible();
  await expect(reason, "whole, although the panel has grown by it").toBeInViewport({ ratio: 1 });
  // What is open speaks the language that the page does.
  await button(page, "한국어").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "은닉층 1의 유닛 2" })).toBeVisible();
  await expect(page.getByLabel("x₂의 가중치")).toHaveValue("-3.5");
  await button(page, "English").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hidden layer 1, unit 2" })).toBeVisible();
  await page.keyboard.press("Escape");
  await button(page, "Hidden layer 1, unit 2").click();
  await expect(page.getByLabel("Weight of x₂")).toHaveValue("-3.5");
});

test("a unit that is opened before its network has come shows its numbers as soon as it is there", async ({ page }) => {
  /** @type {() => void} */
  let letCome = () => {};
  const isWanted = new Promise((resolve) => (letCome = () => resolve(null)));
  await page.route(/\/playground\.worker-[\w-]+\.js$/, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground&hidden=2");
  await button(page, "Hidden layer 1, unit 2").click();
  await expect(page.getByRole("heading", { name: "Hidden layer 1, unit 2" })).toBeVisible();
  await expect(page.getByLabel("Bias", { exact: true }), "no number is shown that is not so").toHaveCount(0);
  letCome();
  await expect(page.getByLabel("Weight of x₁")).toBeFocused();
  await expect(page.getByLabel("Weight of x₂")).not.toHaveValue("0");
  await expect(page.getByLabel("Bias", { exact: true })).toHaveValue("0");
});

test("everything by keyboard alone", async ({ page }) => {
  await open(page, "data=own&trainPart=100");
  await plane(page).focus();
  for (const key of ["ArrowUp", "ArrowUp", "Enter", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "0", "Space"]) await page.keyboard.press(key);
  await expect(page.getByText("2 train, 0 test")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 train, 0 test"), "the same place again takes it out").toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("2 train, 0 test")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("s");
  await expect(readout(page, "Step")).toHaveText("1");
  await page.keyboard.press("Space");
  await expect(readout(page, "Training points right")).toHaveText("2 / 2");
  await page.keyboard.press("Space");
  await expect(page.getByText("Paused.")).toBeVisible();
  await page.keyboard.press("r");
  await expect(readout(page, "Step")).toHaveText("0");
  await button(page, "Hidden layer 1, unit 1").focus();
  await page.keyboard.press("ArrowDown");
  await expect(button(page, "Hidden layer 1, unit 2")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(button(page, "Output")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Weight of unit 1.1")).toBeFocused();
});

test("when the worker dies, another one goes on with the weights", async ({ page }) => {
  await open(page);
  await button(page, "Train").click();
  await expectAbove(page, "Epoch", 300);
  const step = await number(page, "Step");
  const lowestStep = await watchLowest(page, "Step");
  await inWorker(page, "self.close()");
  await expect(page.getByRole("alert")).toContainText(/restarted/i, { timeout: 20_000 });
  const reached = await number(page, "Step");
  await expectAbove(page, "Step", reached + 500);
  expect(await lowestStep(), "the steps that were done still count").toBeGreaterThanOrEqual(step);
  await expect(button(page, "Pause"), "it still trains").toBeVisible();
});

test("an edge of the network opens its weight", async ({ page }) => {
  await open(page, "hidden=1");
  const from = await page.getByRole("group", { name: "Inputs" }).getByText("x₁").boundingBox();
  const to = await button(page, "Hidden layer 1, unit 1").boundingBox();
  if (!from || !to) throw new Error("there is no network");
  const x = (from.x + from.width / 2 + to.x + to.width / 2) / 2;
  const y = (from.y + from.height / 2 + to.y + to.height / 2) / 2;
  await page.mouse.move(x, y);
  await expect(page.getByText(/^x₁ → unit 1.1: -?\d\.\d{3}$/)).toBeVisible();
  await page.mouse.click(x, y);
  await expect(page.getByLabel("Weight of x₁")).toBeFocused();
});

test("what happens to be shown changes, and the run goes on", async ({ page }) => {
  await open(page);
  await button(page, "Train").click();
  await expectAbove(page, "Epoch", 20);
  const lowestStep = await watchLowest(page, "Step");
  await page.getByRole("switch", { name: "True step" }).check();
  await page.getByRole("switch", { name: "Test points" }).uncheck();
  await page.getByRole("radio", { name: "log" }).check();
  await page.keyboard.press("Escape");
  await expect(button(page, "Pause")).toBeVisible();
  expect(await lowestStep()).toBeGreaterThan(0);
  const step = await number(page, "Step");
  await page.getByRole("tab", { name: "Two lines" }).click();
  await page.getByRole("tab", { name: "Playground" }).click();
  await expect(button(page, "Train"), "out of sight it rests").toBeVisible();
  expect(await number(page, "Step"), "and is there as it was left").toBeGreaterThanOrEqual(Math.max(100, step));
});

test("a step by hand: every number comes in its turn, each gradient stands beside its weight, and the step makes the loss smaller", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground");
  await page.getByRole("main").getByRole("button", { name: /^Loss/ }).click();
  await button(page, "A step by hand …").click();
  const dialog = page.getByRole("dialog", { name: "One step by hand" });
  const lines = dialog.getByRole("list", { name: "Numbers so far" }).getByRole("listitem");
  const row = (/** @type {string} */ weight) => dialog.getByRole("row", { name: new RegExp(`^${weight} `) });
  await expect(lines).toHaveCount(0);
  await button(page, "Next number").click();
  await expect(lines).toHaveText([/^z₁\s=\s0\.5000 · 1\.0000 \+ \(−0\.5000\) · 0\.0000 \+ 0\.0000\s=\s0\.5000$/]);
  await expect(row("v₁")).toHaveText(/1\.0000\s*–\s*–$/);
  for (let numbers = 0; numbers < 6; numbers += 1) await button(page, "Next number").click();
  await expect(lines).toHaveCount(7);
  await expect(lines.last()).toHaveText(/^L\s=/);
  const loss = Number((await lines.last().locator("b").textContent()) ?? NaN);
  await expect(dialog).toContainText("Before we go back");
  await button(page, "All that are left").click();
  await expect(row("v₁")).toHaveText(/1\.0000\s*[-−]0\.\d{4}\s*1\.\d{4}$/);
  await button(page, "Take the step").click();
  for (let numbers = 0; numbers < 7; numbers += 1) await button(page, "Next number").click();
  await expect(lines).toHaveCount(7);
  expect(Number((await lines.last().locator("b").textContent()) ?? NaN)).toBeLessThan(loss);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
