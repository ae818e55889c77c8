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
  expect(ofFour.reduce((sum, count) => sum + count, 0)).toBe(982);

  await grid.click({ button: "right" });
  const { name, content } = await taken(page, "예측 내려받기 (CSV)");
  expect(name).toBe("chalknet-예측.csv");
  const [head, ...rows] = rowsOf(content.toString());
  expect(head).toEqual(["시험 이미지", "정답", "예측", "확신"]);
  expect(rows.map(([image]) => Number(image))).toEqual([...Array(10_000).keys()]);
  const fours = rows.filter(([, actual]) => actual === "4");
  expect([...Array(10).keys()].map((digit) => fours.filter(([, , predicted]) => predicted === String(digit)).length)).toEqual(ofFour);
});
