/* The playground, played as a person plays it. */
import { button, expectAbove, inWorker, number, readout, watchLowest } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/**
 * The playground in English with these settings.
 * @param {Page} page
 * @param {string} [settings] "hidden=4-2&data=circle"
 */
async function open(page, settings = "") {
  await page.goto(`./?lang=en#/depth?tab=playground&${settings}`);
  await expect(plane(page)).toBeVisible();
  const isEmpty = settings.includes("data=own");
  await (isEmpty ? expect(page.getByText("There is no point to learn from yet.")).toBeVisible() : expect(readout(page, "Train loss")).toHaveText(/\d/));
}

/** @param {Page} page */
const plane = (page) => page.getByLabel(/^The plane with what the network decides/);

/** How many points are wrong. @param {Page} page */
async function mistakes(page) {
  const [hits = NaN, rows = NaN] = ((await readout(page, "Score").textContent()) ?? "").split("/").map(Number);
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

test("the XOR cloud is learnt with hidden units", async ({ page }) => {
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
  await open(page);
  await page.getByRole("radio", { name: "Slope" }).check();
  await expect(page.getByRole("button", { name: /^Loss Squared error .* linear output/ })).toBeVisible();
  await expect(readout(page, "Score")).toBeHidden();
  await button(page, "Train").click();
  const typicalError = async () => Number((await readout(page, "Typical error").textContent())?.replace("± ", ""));
  await expect.poll(typicalError).toBeLessThan(0.05);
  await page.getByRole("radio", { name: "XOR" }).check();
  await expect(page.getByRole("button", { name: /^Loss Cross-entropy .* sigmoid output/ })).toBeVisible();
  await expect(readout(page, "Score")).toHaveText(/\d+ \/ 74/);
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

test("own points are clicked in and out, and learnt", async ({ page }) => {
  await open(page, "hidden=4&trainPart=100");
  await page.getByRole("radio", { name: "Own" }).check();
  await expect(button(page, "Train")).toBeDisabled();
  await clickAt(page, [[0.3, 0.3], [0.7, 0.7], [0.5, 0.2]]);
  await page.getByRole("radio", { name: "○ class 0" }).check();
  await clickAt(page, [[0.3, 0.7], [0.7, 0.3]]);
  await expect(page.getByText("5 train, 0 test")).toBeVisible();
  await clickAt(page, [[0.5, 0.2]]);
  await expect(page.getByText("4 train, 0 test")).toBeVisible();
  await button(page, "Train").click();
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await clickAt(page, [[0.5, 0.5]]);
  await expect(readout(page, "Score"), "it goes on with the point that came").toHaveText("5 / 5");
});

test("own points by touch", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await open(page, "data=own&trainPart=100");
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
  await page.getByRole("textbox", { name: "Points" }).fill("0,100,1\n10,300,0");
  await button(page, "Use these points").click();
  await expect(page.getByText("each column is scaled")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("2 train, 0 test")).toBeVisible();
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
  await page.getByLabel("Learning rate").fill("0.05");
  await page.getByLabel("Learning rate").press("Enter");
  const step = await number(page, "Step");
  await button(page, "Train").click();
  await expectAbove(page, "Step", step);
  await expect.poll(() => number(page, "Train loss")).toBeLessThan(1);
});

test("a weight is read and set, and the network follows", async ({ page }) => {
  await open(page, "hidden=2");
  const before = await readout(page, "Train loss").textContent();
  await button(page, "Hidden layer 1, unit 2").click();
  await page.getByLabel("Weight of x₂").fill("-3.5");
  await page.getByLabel("Weight of x₂").press("Enter");
  await expect(readout(page, "Train loss")).not.toHaveText(`${before}`);
  await page.getByLabel("Bias", { exact: true }).fill("2e9");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A number up to 1,000,000")).toBeVisible();
  await page.keyboard.press("Escape");
  await button(page, "Hidden layer 1, unit 2").click();
  await expect(page.getByLabel("Weight of x₂")).toHaveValue("-3.5");
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
  await expect(readout(page, "Score")).toHaveText("2 / 2");
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
  await page.getByRole("switch", { name: "Test points" }).check();
  await page.getByRole("radio", { name: "log" }).check();
  await page.keyboard.press("Escape");
  await expect(button(page, "Pause")).toBeVisible();
  await page.getByRole("tab", { name: "Two lines" }).click();
  await page.getByRole("tab", { name: "Playground" }).click();
  await expect(button(page, "Train"), "out of sight it rests").toBeVisible();
  expect(await lowestStep()).toBeGreaterThan(0);
  expect(await number(page, "Step")).toBeGreaterThan(100);
});
