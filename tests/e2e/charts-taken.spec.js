/* What can be taken of a chart: its picture and its numbers. */
import { readFile } from "node:fs/promises";
import { rowsOf } from "../unit/support/csv.js";
import { button, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Locator, Page } from "@playwright/test" */

/** @param {Page} page @param {string} name */
async function taken(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** A finger that stays where it is. @param {Locator} chart */
async function pressLong(chart) {
  const box = await chart.boundingBox();
  if (!box) throw new Error("there is no chart");
  const finger = { pointerType: "touch", pointerId: 7, clientX: box.x + 40, clientY: box.y + 40 };
  await chart.dispatchEvent("pointerdown", finger);
  await chart.dispatchEvent("pointermove", { ...finger, clientX: box.x + 43 });
  // The mouse is another pointer.
  await chart.dispatchEvent("pointermove", { pointerType: "mouse", pointerId: 1, clientX: box.x + 200, clientY: box.y + 40 });
}

test("a curve's picture and its numbers are taken along: by the right button, a long press, or Enter", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu&palette=paper#/depth?tab=playground&hidden=3");
  for (const count of [1, 2, 3]) {
    await button(page, "Step").click();
    await expect(readout(page, "Step")).toHaveText(String(count));
  }
  const chart = page.getByRole("img", { name: "Curve of the loss" });
  const menu = page.getByRole("dialog", { name: "Take this chart along" });

  await chart.click({ button: "right" });
  await expect(menu).toBeVisible();
  const svg = await taken(page, "Save picture (SVG)");
  await expect(menu, "it is gone when one has chosen").toHaveCount(0);
  expect(svg.name).toBe("chalknet-Loss.svg");
  const sheet = await chart.evaluate((element) => getComputedStyle(element).getPropertyValue("--sheet"));
  const picture = await page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    return { root: root.tagName, ground: root.querySelector("rect")?.getAttribute("fill"), texts: [...root.querySelectorAll("text")].map(({ textContent }) => textContent) };
  }, svg.content.toString());
  expect(picture).toMatchObject({ root: "svg", ground: sheet });
  expect(picture.texts).toEqual(expect.arrayContaining(["Loss", "Epoch", "train", "test"]));

  await pressLong(chart);
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);

  await chart.focus();
  await chart.press("Enter");
  const { name, content } = await taken(page, "Save picture (PNG)");
  expect(name).toBe("chalknet-Loss.png");
  expect([content.toString("latin1", 1, 4), content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual(["PNG", 1920, 1080]);
  expect(content.length, "something is drawn in it").toBeGreaterThan(10_000);
  await expect(chart, "the focus is where it was").toBeFocused();

  await chart.press("Enter");
  const table = await taken(page, "Download CSV");
  const [head, ...rows] = rowsOf(table.content.toString());
  expect(head).toEqual(["Epoch", "train", "test"]);
  expect(rows).toHaveLength(4);
  const last = (await readout(page, "Train loss").textContent()) ?? "";
  expect(Number(rows.at(-1)?.[1]).toFixed(3)).toBe(last);
});

test("the confusions are taken along as a table, and so is every prediction", async ({ page }) => {
  await page.goto("./?lang=ko&backend=cpu#/digits?trainingImages=1000&hidden=32&untilEpoch=2&view=confusion");
  await button(page, "학습").click();
  await expect(page.getByText("2에폭을 마치고 멈추었어요.")).toBeVisible();
  const grid = page.getByRole("grid", { name: "혼동 행렬" });
  await grid.click({ button: "right" });
  const counts = rowsOf((await taken(page, "CSV 내려받기")).content.toString());
  expect(counts[0]).toEqual(["정답 \\ 예측", ..."0123456789"]);
  const ofFour = (counts[5] ?? []).slice(1).map(Number);
  expect(ofFour.reduce((sum, count) => sum + count, 0)).toBe(500);

  await grid.click({ button: "right" });
  const { name, content } = await taken(page, "예측 내려받기 (CSV)");
  expect(name).toBe("chalknet-예측.csv");
  const [head, ...rows] = rowsOf(content.toString());
  expect(head).toEqual(["시험 이미지", "정답", "예측", "확신"]);
  expect(rows.map(([image]) => Number(image))).toEqual([...Array(5_000).keys()]);
  const fours = rows.filter(([, actual]) => actual === "4");
  expect([...Array(10).keys()].map((digit) => fours.filter(([, , predicted]) => predicted === String(digit)).length)).toEqual(ofFour);
});

/** A picture of a chart as a file, read by a page of its own, as other programs read it. @param {Page} page @param {Locator} chart */
async function pictureOf(page, chart) {
  await chart.click({ button: "right", position: { x: 6, y: 6 } });
  const { name, content } = await taken(page, "Save picture (SVG)");
  const read = await page.evaluate(async (text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0));
    return {
      texts: [...root.querySelectorAll("text")].map((element) => element.textContent),
      ground: root.querySelector("rect")?.getAttribute("fill"),
      // What other programs do not know.
      odd: text.match(/foreignObject|var\(|oklab|light-dark|color-mix|rgb\(/g),
      colours: new Set(pixels).size,
      ink: pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length,
    };
  }, content.toString());
  return { name, ...read };
}

const small = "trainingImages=1000&hidden=32&untilEpoch=1";

/** Every chart that is no curves: where it is, what it is, and what its picture says beside what it shows.
 * @type {{ board: string, chart: (page: Page) => Locator, says: string[], begin?: (page: Page) => Promise<void> }[]} */
const figures = [
  { board: "perceptron?gate=xor", chart: (page) => page.getByRole("group", { name: "The plane of the inputs" }), says: ["The plane of the inputs", "x₁", "x₂", "-0.5", "1.5", "class 1", "class 0", "(0, 1)"] },
  { board: "perceptron?gate=xor&extra=map", chart: (page) => page.locator(".extra-map"), says: ["How many rows every line gets right", "w₁", "w₂", "-3", "3", "2"] },
  { board: "depth?tab=two-lines", chart: (page) => page.getByRole("region", { name: "Unit h1" }), says: ["Unit h₁", "x₁", "x₂", "class 1"] },
  { board: "depth?tab=two-lines&fold=100", chart: (page) => page.getByRole("region", { name: "The plane, folded" }), says: ["The plane, folded", "h₁", "h₂", "x = (0, 1)"] },
  { board: "depth?tab=two-lines&figure=pentagon", chart: (page) => page.getByRole("region", { name: "Half-planes" }), says: ["Half-planes and what they share", "x₁", "x₂"] },
  { board: "depth?tab=playground&hidden=3", chart: (page) => page.locator(".boundary-square"), says: ["What the network decides", "x₁", "x₂", "class 1", "test"] },
  { board: "depth?tab=playground&hidden=3", chart: (page) => page.getByRole("group", { name: "The network" }), says: ["The network", "weight above 0", "weight below 0", "x₁"] },
  { board: "learning?model=line", chart: (page) => page.locator(".surface-head"), says: ["Loss map", "w", "b", "-1", "W now", "lowest place"] },
  { board: "learning", chart: (page) => page.locator(".draw-frame"), says: ["What is learnt, and what was to be found", "Data: g(x)", "Model: f(x; W)", "x"] },
  { board: "learning", chart: (page) => page.locator(".strip"), says: ["div(f(x), g(x))", "x"] },
  { board: "rules?section=break", chart: (page) => page.locator(".histogram"), says: ["Images"] },
  { board: `digits?${small}`, chart: (page) => page.locator(".bars"), says: ["What the network answers", "0", "9"] },
  { board: `digits?${small}&view=confusion`, begin: train, chart: (page) => page.getByRole("grid", { name: "Confusion" }), says: ["Confusion", "predicted", "actual", "right", "wrong", "9"] },
  { board: `digits?${small}&view=weights`, chart: (page) => page.getByRole("img", { name: "The first layer's weights" }), says: ["The first layer's weights as pictures", "ink here speaks for it"] },
  { board: `digits?${small}&view=confusion`, begin: (page) => train(page).then(() => page.getByRole("button", { name: /read as \d: [1-9]/ }).first().click()), chart: (page) => page.locator(".cell-images"), says: [] },
  { board: `digits?${small}&view=mistakes`, begin: train, chart: (page) => page.locator(".view.mistakes"), says: ["Mistakes"] },
  { board: `digits?${small}`, begin: (page) => page.getByRole("button", { name: /^Data/ }).click(), chart: (page) => page.locator(".browser .image-grid"), says: ["The images", "5"] },
  { board: `digits?${small}`, begin: (page) => page.getByRole("button", { name: /^Data/ }).click(), chart: (page) => page.locator(".strip"), says: ["The 128 images of a batch"] },
  { board: `digits?${small}`, begin: (page) => page.getByRole("button", { name: /^Model/ }).click(), chart: (page) => page.locator(".layers-picture"), says: ["Model", "784", "10"] },
  { board: "perceptron?gate=xor", chart: (page) => page.locator(".neuron"), says: ["Neuron"] },
  { board: "rules?section=learn", chart: (page) => page.locator(".tiles").first(), says: [] },
  { board: "rules?section=break", chart: (page) => page.locator(".specimen-picture"), says: [] },
  { board: "depth?tab=deep-or-wide", chart: (page) => page.locator(".wide-picture").first(), says: ["x₁", "x₂"] },
  { board: "depth?tab=two-lines&figure=pentagon", chart: (page) => page.locator(".two-lines-network:visible"), says: ["AND"] },
  { board: "revolution?tab=fields&fieldsOpen=vision", begin: (page) => button(page, "Step").first().click(), chart: (page) => page.locator(".application-card.open .application-picture"), says: [] },
  { board: "next?tab=few&fewImages=100", begin: steps, chart: (page) => page.locator(".fed"), says: ["With distortions", "Ten of the images, as they are"] },
  { board: "next?tab=known&knownExamples=5", begin: (page) => button(page, "Step").click(), chart: (page) => page.locator(".known-results"), says: ["Start from what is known", "above 0"] },
  { board: "next?tab=parts&window=300", chart: (page) => page.locator(".cells:visible").nth(1), says: ["Map of the sums", "above 0", "below 0"] },
  { board: "next?tab=parts&look=networks", chart: (page) => page.locator(".networks-maps"), says: ["Kernels and their maps", "above 0"] },
];

/** @param {Page} page */
async function train(page) {
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 1.")).toBeVisible();
}

/** @param {Page} page */
async function steps(page) {
  for (let step = 0; step < 2; step += 1) {
    await button(page, "Step").click();
    await expect(page.getByRole("status", { name: "State" })).toHaveText("Paused.");
  }
  await expect(page.getByText("The same in epoch 10")).toBeVisible();
}

for (const { board, chart, says, begin } of figures) {
  test(`what is seen is taken along as a picture that stands alone: ${says[0] ?? board}, ${board.split("?")[0]}`, async ({ page }) => {
    await page.goto(`./?lang=en&backend=cpu&palette=board&story=no#/${board}`);
    await begin?.(page);
    await expect(chart(page)).toBeVisible();
    // What the worker makes of it has come.
    await page.waitForTimeout(500);
    const { name, texts, ground, odd, colours, ink } = await pictureOf(page, chart(page));
    expect(name).toMatch(/^chalknet-.+\.svg$/);
    expect(texts).toEqual(expect.arrayContaining(says));
    expect(ground, "the palette's").toBe("#182b26");
    expect(odd).toBeNull();
    expect(colours, "there is something to be seen").toBeGreaterThan(8);
    expect(ink).toBeGreaterThan(0.02);
  });
}

test("a figure's menu opens by Enter where it or something in it has the focus, and by Shift and Enter where Enter presses that", async ({ page }) => {
  const menu = page.getByRole("dialog", { name: "Take this chart along" });
  await page.goto("./?lang=en&backend=cpu&story=no#/perceptron?gate=xor");
  await page.getByRole("slider", { name: "Line", exact: true }).press("Enter");
  await expect(menu).toBeVisible();
  const { content } = await taken(page, "Save picture (PNG)");
  expect([content.readUInt32BE(16), content.readUInt32BE(20)].every((side) => side >= 960)).toBe(true);

  await page.goto(`./?lang=en&backend=cpu&story=no#/digits?${small}&view=confusion`);
  const cell = page.getByRole("grid", { name: "Confusion" }).getByRole("button").first();
  await cell.press("Enter");
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  await expect(menu).toHaveCount(0);
  await cell.press("Shift+Enter");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator(".bars-sheet").press("Enter");
  await expect(menu).toBeVisible();
});

test("a finger that holds a line still has it, and opens no menu", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu&story=no#/perceptron?gate=xor");
  const menu = page.getByRole("dialog", { name: "Take this chart along" });
  const box = await page.locator(".plane-line .grip.end").first().boundingBox();
  if (!box) throw new Error("there is no line");
  const touch = await page.context().newCDPSession(page);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] });
  await expect(page.locator(".plane-line")).toHaveClass(/held/);
  await page.waitForTimeout(900);
  await expect(menu).toHaveCount(0);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await pressLong(page.getByRole("group", { name: "The plane of the inputs" }));
  await expect(menu).toBeVisible();
});
