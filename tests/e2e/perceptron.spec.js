/* The perceptron board, played by mouse, by touch and by keyboard alone. */
import { button, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** What the plane shows, along both axes. */
const view = { from: -0.5, to: 1.5 };

/** @param {Page} page @param {string} [state] the board's part of the address */
async function open(page, state = "") {
  await page.goto(`./?lang=en#/perceptron?${state}`);
  await expect(readout(page, "Score")).toHaveText(/\d \/ 4/);
}

/** @param {Page} page @param {string} name */
const slider = (page, name) => page.getByRole("slider", { name, exact: true });

/** @param {Page} page @param {string} name */
const number = (page, name) => page.getByRole("spinbutton", { name, exact: true });

/** @param {Page} page @param {string} row for example "0 1" */
const lamp = (page, row) => page.getByRole("button", { name: new RegExp(`^Row ${row}: `) });

/** Targets and outputs of the four rows, as the lamps' names tell them. @param {Page} page */
async function rowsOf(page) {
  const names = await page.getByRole("button", { name: /^Row / }).evaluateAll((lamps) => lamps.map((lamp) => lamp.getAttribute("aria-label") ?? ""));
  return names.map((name) => name.match(/\d/g)?.slice(-2).map(Number) ?? []);
}

/** @param {Page} page @param {string} table */
const expectTable = (page, table) => expect.poll(async () => (await rowsOf(page)).map(([target]) => target).join("")).toBe(table);

/** @param {Page} page @param {[x: number, y: number]} point of the plane @returns {Promise<{ x: number, y: number }>} on the screen */
async function placeOf(page, [x, y]) {
  const box = await page.locator(".plane-picture").boundingBox();
  if (!box) throw new Error("there is no plane");
  const part = (/** @type {number} */ value) => (value - view.from) / (view.to - view.from);
  return { x: box.x + part(x) * box.width, y: box.y + (1 - part(y)) * box.height };
}

/** @param {Page} page @param {[number, number]} from @param {[number, number]} to */
async function drag(page, from, to) {
  const [start, end] = [await placeOf(page, from), await placeOf(page, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
}

/** Goes on by Tab until something with this name has the focus. @param {Page} page @param {RegExp} name */
async function tabTo(page, name) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${name} can be reached by Tab`);
}

test("a line that is dragged over AND gets all four rows right", { tag: "@every-engine" }, async ({ page }) => {
  await open(page);
  await expect(readout(page, "Score")).toHaveText("2 / 4");
  await drag(page, [0.25, 0.25], [0.75, 0.75]);
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await expect(readout(page, "Verdict")).toHaveText("All four points are on their side.");
  expect(await rowsOf(page)).toEqual([[0, 0], [0, 0], [0, 0], [1, 1]]);
  // As it was dragged, so it is in the address, and there again when the address is opened.
  await expect(page).toHaveURL(/b=-1\.5/);
  await expect(readout(page, "Equation")).toHaveText(/1\.00x1\+1\.00x2−1\.5\d?\d≥0/);
  await page.reload();
  await expect(readout(page, "Score")).toHaveText("4 / 4");
});

test("the equation, the sliders and the sums follow while the line is still held", async ({ page }) => {
  await open(page);
  const [start, end] = [await placeOf(page, [0.25, 0.25]), await placeOf(page, [0.5, 0.5])];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await expect(readout(page, "Equation")).toHaveText("1.00x1+1.00x2−1.00≥0");
  await expect(slider(page, "b")).toHaveValue("-1");
  await expect(number(page, "b")).toHaveValue("-1.00");
  // The sum of (0, 1) is zero now, which fires.
  await expect(page.getByRole("row", { name: /^0 1 / })).toContainText("0.00");
  await expect(lamp(page, "0 1")).toHaveAccessibleName("Row 0 1: target 0, output 1");
  await page.mouse.up();
});

test("an end of the line turns it, and the other end stays", async ({ page }) => {
  await open(page, "w1=0&w2=1&b=-0.5");
  // The line is level at half height. Its right end goes down, so the left one is where it was.
  const box = await page.locator(".plane-picture").boundingBox();
  const inset = (22 / (box?.width ?? 1)) * (view.to - view.from);
  await drag(page, [view.to - inset, 0.5], [view.to - inset, -0.2]);
  await expect.poll(async () => Number(await number(page, "w1").inputValue())).toBeGreaterThan(0.2);
  const [w1, w2, b] = await Promise.all(["w1", "w2", "b"].map(async (name) => Number(await number(page, name).inputValue())));
  expect(Math.abs((w1 ?? 0) * (view.from + inset) + (w2 ?? 0) * 0.5 + (b ?? 0))).toBeLessThan(0.03);
});

test("the gates are the deck's tables, and every other table is set by its lamps", async ({ page }) => {
  await open(page);
  for (const [gate, table] of Object.entries({ AND: "0001", OR: "0111", NAND: "1110", XOR: "0110" })) {
    await button(page, gate).click();
    await expectTable(page, table);
    await expect(button(page, gate)).toHaveAttribute("aria-pressed", "true");
  }
  const seen = new Set();
  for (let index = 0; index < 16; index += 1) {
    seen.add((await rowsOf(page)).map(([target]) => target).join(""));
    // A Gray code: one lamp a press goes through all sixteen.
    const row = ["0 0", "0 1", "1 0", "1 1"][Math.log2((index + 1) & -(index + 1)) % 4] ?? "";
    const before = await lamp(page, row).getAttribute("aria-pressed");
    await lamp(page, row).click();
    await expect(lamp(page, row)).toHaveAttribute("aria-pressed", String(before !== "true"));
  }
  expect(seen.size).toBe(16);
});

test("a sum of exactly zero fires, whatever binary numbers make of it", async ({ page }) => {
  await open(page, "w1=0.1&w2=0.2&b=-0.3");
  await expect(lamp(page, "1 1")).toHaveAccessibleName("Row 1 1: target 1, output 1");
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await number(page, "b").fill("-0.31");
  await number(page, "b").press("Enter");
  await expect(lamp(page, "1 1")).toHaveAccessibleName("Row 1 1: target 1, output 0");
});

test("a number that is not allowed is refused with its reason, and the line stays", async ({ page }) => {
  await open(page);
  await number(page, "w1").fill("11");
  await number(page, "w1").press("Enter");
  await expect(page.getByText("From −10 to 10, with at most two decimals.")).toBeVisible();
  await expect(readout(page, "Equation")).toHaveText("1.00x1+1.00x2−0.50≥0");
  await button(page, "한국어").click();
  await expect(page.getByText("−10부터 10까지")).toBeVisible();
  await button(page, "English").click();
  await number(page, "w1").fill("-2.5");
  await number(page, "w1").press("Enter");
  await expect(page.getByText("From −10 to 10, with at most two decimals.")).toBeHidden();
  await expect(readout(page, "Equation")).toHaveText("−2.50x1+1.00x2−0.50≥0");
});

test("the deck's two lines are one line that fires on opposite sides, projected as well", async ({ page }) => {
  // On a smaller projector the ladder has their place.
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, "table=1101");
  await page.keyboard.press("p");
  await button(page, "x₁ − x₂ + 1 = 0").click();
  await expect(readout(page, "Equation")).toHaveText("1.00x1−1.00x2+1.00≥0");
  const line = await page.locator(".plane-line .stroke").getAttribute("d");
  await expect.poll(async () => (await rowsOf(page)).map(([, output]) => output)).toEqual([1, 1, 1, 1]);
  await button(page, "−x₁ + x₂ − 1 = 0").click();
  await expect.poll(async () => (await rowsOf(page)).map(([, output]) => output)).toEqual([0, 1, 0, 0]);
  const places = (/** @type {string | null} */ d) => (d?.match(/[\d.]+/g) ?? []).map((place) => Math.round(Number(place))).sort();
  expect(places(await page.locator(".plane-line .stroke").getAttribute("d"))).toEqual(places(line));
  await button(page, "Flip side").click();
  await expect(readout(page, "Equation")).toHaveText("1.00x1−1.00x2+1.00≥0");
});

test("what is said in the place of a line does not lie on the line that was there before", async ({ page }) => {
  // The last of the four samples takes both weights to 0.
  await open(page, "table=0110&w1=0.5&w2=0.5&b=-0.5&rate=0.5");
  for (let samples = 0; samples < 4; samples += 1) await button(page, "One update").click();
  const hint = page.getByText("there is no line");
  await expect(hint).toBeVisible();
  await expect(page.locator(".line-before")).toBeVisible();
  await expect(hint).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
});

test("one update shows the sample in turn, its error, and the weights before and after", async ({ page }) => {
  await open(page, "table=0111&w1=0&w2=0&b=0&rate=1");
  await expect(page.getByText("there is no line")).toBeVisible();
  await button(page, "One update").click();
  await expect(page.getByText("Sample (0, 0): target 0, output 1, error −1.")).toBeVisible();
  await expect(page.getByText("(0.00, 0.00, 0.00) → (0.00, 0.00, −1.00)")).toBeVisible();
  await expect(readout(page, "Updates")).toHaveText("1");
  await button(page, "One update").click();
  await expect(page.getByText("(0.00, 0.00, −1.00) → (0.00, 1.00, 0.00)")).toBeVisible();
  await expect(readout(page, "Updates")).toHaveText("2");
  // (1, 0) is right: it is shown, and changes nothing.
  await button(page, "One update").click();
  await expect(page.getByText("Sample (1, 0): target 1, output 1, error 0.")).toBeVisible();
  const nothing = page.getByText("Right: there is nothing to update.");
  await expect(nothing).toBeVisible();
  await page.keyboard.press("p");
  await expect(nothing, "projected as well").toBeVisible();
  await page.keyboard.press("p");
  await expect(readout(page, "Updates")).toHaveText("2");
  await expect(readout(page, "Samples")).toHaveText("3");
  await expect(number(page, "w2")).toHaveValue("1.00");
  // The address is where it began, and so is the line after a reset.
  await expect(page).toHaveURL(/w2=0/);
  await button(page, "Reset").click();
  await expect(readout(page, "Updates")).toHaveText("0");
  await expect(number(page, "w2")).toHaveValue("0.00");
});

test("learning OR converges, and stops by itself", { tag: "@every-engine" }, async ({ page }) => {
  await open(page, "table=0111&w1=0&w2=0&b=0&rate=1&speed=100");
  await button(page, "Learn").click();
  await expect(readout(page, "Verdict")).toHaveText(/^Converged after 5 updates/);
  await expect(readout(page, "Updates")).toHaveText("5");
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await expect(button(page, "Learn")).toBeVisible();
});

test("a line that was learnt and then dropped can be had back, and where the next begins with it there is nothing to take back", async ({ page }) => {
  await open(page, "table=0111&w1=0&w2=0&b=0&rate=1&speed=100");
  await button(page, "Learn").click();
  await expect(readout(page, "Verdict")).toHaveText(/^Converged after 5 updates/);
  const names = ["Updates", "Samples", "Verdict", "Equation", "Score"];
  const shown = async () => [...(await Promise.all(names.map((name) => readout(page, name).textContent()))), page.url()];
  const before = await shown();
  const back = button(page, "Take it back");
  await page.keyboard.press("r");
  await expect(readout(page, "Updates")).toHaveText("0");
  await back.click();
  await expect.poll(shown).toEqual(before);
  await button(page, "Random start").click();
  await expect(page).toHaveURL(/seed=\d+/);
  await back.click();
  await expect.poll(shown).toEqual(before);
  // So it can where the line was moved by hand, perhaps by a touch that was not meant.
  for (let presses = 0; presses < 2; presses += 1) await slider(page, "b").press("ArrowRight");
  await expect(readout(page, "Updates")).toHaveText("0");
  await back.click();
  await expect.poll(shown).toEqual(before);
  await button(page, "OR").click();
  await button(page, "NAND").click();
  await expect(readout(page, "Updates")).toHaveText("0");
  await expect(back).toBeHidden();
});

test("who comes back from another board finds the line as it was learnt, and what can be had back", async ({ page }) => {
  await open(page, "table=0111&w1=0&w2=0&b=0&rate=1&speed=100");
  await button(page, "Learn").click();
  await expect(readout(page, "Verdict")).toHaveText(/^Converged after 5 updates/);
  const names = ["Updates", "Samples", "Verdict", "Equation", "Score"];
  const shown = async () => [...(await Promise.all(names.map((name) => readout(page, name).textContent()))), page.url()];
  const before = await shown();
  const lookAway = async () => {
    await page.keyboard.press("PageDown");
    await expect(page.getByRole("heading", { level: 1, name: "What does a second layer buy?" })).toBeVisible();
    await expect(button(page, "Take it back")).toBeHidden();
    await page.keyboard.press("PageUp");
  };
  await lookAway();
  await expect.poll(shown).toEqual(before);
  await page.keyboard.press("r");
  await expect(readout(page, "Updates")).toHaveText("0");
  await lookAway();
  await button(page, "Take it back").click();
  await expect.poll(shown).toEqual(before);
});

test("every table is learnt or seen to go round for ever", async ({ page }) => {
  for (let number = 0; number < 16; number += 1) {
    const table = number.toString(2).padStart(4, "0");
    await open(page, `table=${table}&w1=-0.7&w2=0.4&b=0.3&rate=0.1&seed=${number}&speed=1000`);
    await button(page, "Learn").click();
    const verdict = ["0110", "1001"].includes(table) ? /^Goes round for ever/ : /^Converged after \d+ update/;
    await expect(readout(page, "Verdict"), table).toHaveText(verdict);
  }
});

test("learning can be paused, watched faster, and goes on where it was", async ({ page }) => {
  await open(page, "table=0110&w1=9&w2=-7&b=4&rate=0.01&speed=1");
  await button(page, "Learn").click();
  await expect(button(page, "Pause")).toBeVisible();
  await expect(readout(page, "Samples")).toHaveText("2");
  await slider(page, "Speed").focus();
  await page.keyboard.press("End");
  await expect.poll(async () => Number((await readout(page, "Samples").textContent())?.replace(",", ""))).toBeGreaterThan(100);
  await button(page, "Pause").click();
  await expect(readout(page, "Verdict")).toHaveText(/Not there yet/);
  // An answer that was under way when Pause was pressed still counts.
  let paused = "";
  await expect
    .poll(async () => {
      const before = paused;
      paused = (await readout(page, "Samples").textContent()) ?? "";
      return paused === before;
    }, { intervals: [300] })
    .toBe(true);
  await button(page, "One update").click();
  const next = Number(paused.replace(",", "")) + 1;
  await expect(readout(page, "Samples")).toHaveText(next.toLocaleString("en"));
});

test("why XOR cannot be done is told only after trying, and built from the table", async ({ page }) => {
  await open(page, "table=0110&extra=reason");
  const why = page.getByRole("button", { name: "Why not?" });
  await expect(why).toBeHidden();
  await expect(page.getByText("The same sum")).toBeHidden();
  // Four lines that give different outputs: three are not yet enough.
  for (const bias of ["-1.5", "-0.4", "0.3", "-2.5"]) {
    await expect(why).toBeHidden();
    await number(page, "b").fill(bias);
    await number(page, "b").press("Enter");
    await expect(page).toHaveURL(new RegExp(`b=${bias}`));
    // What the line gives is known, and with that the line has been tried.
    await expect(page.getByRole("row", { name: /^0 0 / })).toContainText(`${Number(bias).toFixed(2).replace("-", "−")}`);
  }
  await expect(page.getByText("The same sum")).toBeVisible();
  await expect(page.getByRole("row", { name: /^\(0, 1\) fires/ })).toContainText("w2+b≥0");
  await expect(page.getByRole("row", { name: /^\(1, 1\) does not/ })).toContainText("w1+w2+b<0");
  await why.click();
  await expect(page.getByText("The same sum")).toBeHidden();
  // The other table that cannot be had has not been tried, and those that can have no such reason.
  for (const row of ["0 0", "0 1", "1 0", "1 1"]) await lamp(page, row).click();
  await expectTable(page, "1001");
  await expect(why).toBeHidden();
  await button(page, "AND").click();
  await expect(why).toBeHidden();
});

test("seeing learning go round is reason enough to ask why", async ({ page }) => {
  await open(page, "table=1001&speed=1000");
  await button(page, "Learn").click();
  await expect(readout(page, "Verdict")).toHaveText(/^Goes round for ever: after update \d+ everything is exactly as it was after update \d+/);
  await page.getByRole("button", { name: "Why not?" }).click();
  await expect(page.getByRole("row", { name: /^\(0, 0\) fires/ })).toContainText("b≥0");
  await expect(page.getByRole("row", { name: /^\(0, 1\) does not/ })).toContainText("w2+b<0");
});

test("the map of weights shows where all four are right, and its point is the line", async ({ page }) => {
  await open(page, "b=-1.5&w1=-1&w2=-1");
  await button(page, "Weight space").click();
  const map = page.locator(".map");
  await expect(map.locator("polygon.score-4")).toHaveCount(1);
  const box = await map.boundingBox();
  if (!box) throw new Error("there is no map");
  // The map goes from -3 to 3.
  const at = (/** @type {number} */ w) => (w + 3) / 6;
  await page.mouse.move(box.x + at(-1) * box.width, box.y + (1 - at(-1)) * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + at(1) * box.width, box.y + (1 - at(1)) * box.height, { steps: 5 });
  await page.mouse.up();
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await expect.poll(async () => Math.abs(Number(await number(page, "w1").inputValue()) - 1)).toBeLessThan(0.03);
  await button(page, "XOR").click();
  await expect(map.locator("polygon.score-3").first()).toBeVisible();
  await expect(map.locator("polygon.score-4")).toHaveCount(0);
});

test("a random start tells its seed in the address", async ({ page }) => {
  await open(page);
  const before = await readout(page, "Equation").textContent();
  await button(page, "Random start").click();
  await expect(page).toHaveURL(/seed=\d+/);
  // What is shown follows the address, and may come a moment later.
  await expect(readout(page, "Equation")).not.toHaveText(before ?? "");
  const equation = await readout(page, "Equation").textContent();
  await page.reload();
  await expect(readout(page, "Equation")).toHaveText(equation ?? "");
});

test("everything can be done by keyboard alone", async ({ page }) => {
  await open(page);
  await tabTo(page, /^Line$/);
  // AND: arrows move the line until only (1, 1) fires.
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press("ArrowRight");
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press("ArrowUp");
  await expect(readout(page, "Equation")).toHaveText("1.00x1+1.00x2−1.50≥0");
  await expect(readout(page, "Score")).toHaveText("4 / 4");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(readout(page, "Equation")).not.toHaveText("1.00x1+1.00x2−1.50≥0");
  await tabTo(page, /^Flip side$/);
  await page.keyboard.press("Enter");
  await expect(readout(page, "Score")).toHaveText("0 / 4");
  await tabTo(page, /^Weight space$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^The line on the map$/);
  const before = Number(await number(page, "w1").inputValue());
  await page.keyboard.press("ArrowRight");
  await expect(number(page, "w1")).toHaveValue((before + 0.1).toFixed(2));
  // Arrows belong to the line that has the focus, and do not change the board.
  await expect(page).toHaveURL(/#\/perceptron/);
  await tabTo(page, /^Row 0 1/);
  await page.keyboard.press("Enter");
  await expectTable(page, "0101");
  await page.locator("main").focus();
  await page.keyboard.press("s");
  await expect(readout(page, "Samples")).toHaveText("1");
  await page.keyboard.press("r");
  await expect(readout(page, "Samples")).toHaveText("0");
  await page.keyboard.press("Space");
  await expect(readout(page, "Verdict")).toHaveText(/^Converged after \d+ update/);
});

test("a point on the line counts as 1, and it is said why", async ({ page }) => {
  await open(page, "table=0111&w1=1&w2=1&b=-1");
  await expect(page.getByText("On the line: (0, 1) and (1, 0). 0 ≥ 0, so it fires.")).toBeVisible();
  await expect(button(page, "Row 0 1: target 1, output 1")).toBeVisible();
  await page.getByRole("spinbutton", { name: "b" }).fill("-1.01");
  await page.getByRole("spinbutton", { name: "b" }).press("Enter");
  await expect(button(page, "Row 0 1: target 1, output 0")).toBeVisible();
  await expect(page.getByText("It fires (1) where the sum is ≥ 0.")).toBeVisible();
  await button(page, "한국어").click();
  await expect(readout(page, "판정")).toHaveText(/^\(0, 1\)\S?과 \(1, 0\)\S?이 직선의 반대쪽에 있어요\.$/);
});

test("a point on the line that is to give 0 is not said to be on the wrong side", async ({ page }) => {
  await open(page, "b=-1");
  await expect(readout(page, "Verdict")).toHaveText("(0, 1) and (1, 0) are on the line: they give 1, not 0.");
  await open(page, "table=1101&b=-1");
  await expect(readout(page, "Verdict")).toHaveText("(0, 0) is on the wrong side. (1, 0) is on the line: it gives 1, not 0.");
});

test("the language changes, and the line stays", async ({ page }) => {
  await open(page, "table=0110&w1=-1.25");
  await button(page, "One update").click();
  await expect(readout(page, "Samples")).toHaveText("1");
  await button(page, "한국어").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("직선 하나로 무엇을 가를 수 있을까요?");
  await expect(readout(page, "본 예제")).toHaveText("1");
  await expect(page.getByRole("button", { name: "0 1 줄: 목표 1, 출력 1" })).toBeVisible();
});

for (const [width, height] of [[1920, 1080], [1280, 720]]) {
  for (const lang of ["ko", "en"]) {
    for (const extra of ["none", "map"]) {
      test(`nothing scrolls at ${width}x${height} in ${lang} with ${extra} unfolded`, async ({ page }) => {
        await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
        await page.goto(`./?lang=${lang}#/perceptron?table=0110&extra=${extra}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
        expect(size).toEqual([width, height]);
      });
    }
  }
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger moves the line, presses the lamps, and does not scroll the page", async ({ page }) => {
    await open(page);
    await page.locator(".plane-picture").scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    const finger = await page.context().newCDPSession(page);
    const touch = async (/** @type {"touchStart" | "touchMove"} */ type, /** @type {[number, number]} */ point) =>
      finger.send("Input.dispatchTouchEvent", { type, touchPoints: [await placeOf(page, point)] });
    await touch("touchStart", [0.25, 0.25]);
    for (const part of [0.4, 0.5, 0.6, 0.75]) await touch("touchMove", [part, part]);
    await finger.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect(readout(page, "Score")).toHaveText("4 / 4");
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await lamp(page, "0 1").tap();
    await expectTable(page, "0101");
    await button(page, "Learn").tap();
    await expect(readout(page, "Verdict")).toHaveText(/^Converged/);
  });
});

test("an axis keeps its name beside the line as it was before the step", async ({ page }) => {
  // The line goes through the corner at the lower right, where the first axis ends.
  await page.goto("./?lang=en&backend=cpu#/perceptron?table=0001&w1=1&w2=1&b=-1&rate=0.5");
  // The first sample is right, the second is not.
  for (const sample of ["1", "2"]) {
    await button(page, "One update").click();
    await expect(readout(page, "Samples")).toHaveText(sample);
  }
  const before = page.locator(".line-before");
  await expect(before).toBeVisible();
  const name = await page.locator(".axis-names .across").elementHandle();
  const away = () =>
    before.evaluate((path, label) => {
      if (!(path instanceof SVGPathElement) || !label) return 0;
      const { left, top, width, height } = label.getBoundingClientRect();
      const matrix = path.getScreenCTM();
      const places = [...Array(200).keys()].map((part) => path.getPointAtLength((part / 199) * path.getTotalLength()).matrixTransform(matrix ?? undefined));
      return Math.min(...places.map(({ x, y }) => Math.hypot(x - left - width / 2, y - top - height / 2)));
    }, name);
  await expect.poll(away).toBeGreaterThan(10);
});

test("the neuron adds up what the board's weights make of its inputs, and fires as the table says", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/perceptron?w1=1&w2=-2&b=-0.5&table=0110&rate=0.5");
  const neuron = page.getByRole("figure", { name: "Neuron", exact: true });
  await expect(neuron).toContainText("1.00 · 1 + (−2.00) · 1 + (−0.50) = −1.50 < 0 → 0");
  await neuron.getByRole("button", { name: "x₂ = 1" }).press("Enter");
  await expect(neuron).toContainText("1.00 · 1 + (−2.00) · 0 + (−0.50) = 0.50 ≥ 0 → 1");
  await page.getByRole("spinbutton", { name: "b", exact: true }).fill("-1");
  await page.getByRole("spinbutton", { name: "b", exact: true }).press("Enter");
  await expect(neuron).toContainText("= 0.00 ≥ 0 → 1");
  // A sample that is shown is what comes in.
  await page.getByRole("button", { name: "One update", exact: true }).click();
  await expect(neuron.getByRole("button")).toHaveText(["x₁ = 0", "x₂ = 0"]);
});

test("the ladder shows what was climbed, and how it ends only to who has tried XOR", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/perceptron?table=0001&speed=1000");
  await page.getByRole("button", { name: "Ladder", exact: true }).click();
  const ladder = page.getByRole("list", { name: "Ladder", exact: true });
  await expect(ladder.getByRole("listitem")).toContainText(["XOR", "NAND", "OR", "AND"]);
  await page.getByRole("button", { name: "Learn", exact: true }).click();
  await expect(ladder.getByRole("listitem").last()).toContainText("done");
  await expect(page.getByText("1958")).toBeVisible();
  await expect(page.getByText("1969")).toBeHidden();
  await page.getByRole("button", { name: "XOR", exact: true }).click();
  await page.getByRole("button", { name: "Learn", exact: true }).click();
  await expect(ladder.getByRole("listitem").first()).toContainText("tried, no line found");
  await expect(page.getByText("1969")).toBeVisible();
  await expect(page.getByText("A hundred classes? Easily.")).toBeVisible();
});

test("the longest equation stays within its card, for the back row, too", { tag: "@every-engine" }, async ({ page }) => {
  for (const [width, height] of [[1280, 720], [1920, 1080]]) {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    await page.goto("./?lang=en&backend=cpu&projector=on#/perceptron?w1=-10&w2=-10&b=-10");
    const over = await page.locator("output.equation").evaluate((equation) => {
      const card = equation.closest(".sheet")?.getBoundingClientRect().right ?? NaN;
      return Math.max(...[...equation.querySelectorAll("math")].map((math) => math.getBoundingClientRect().right)) - card;
    });
    expect(over, `at ${width} x ${height}`).toBeLessThan(0);
  }
});

test("learning that is begun before the worker has come begins with its first sample when it does", async ({ page }) => {
  /** @type {() => void} */
  let letCome = () => {};
  const isWanted = new Promise((resolve) => (letCome = () => resolve(null)));
  await page.route(/\/perceptron\.worker-[\w-]+\.js$/, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.goto("./?lang=en&backend=cpu#/perceptron?table=0110&speed=2");
  await button(page, "Learn").click();
  await page.waitForTimeout(4000);
  letCome();
  // Two a second: of the eight that had been due by then none is shown at once.
  await expect(readout(page, "Samples")).toHaveText(/^[12]$/, { timeout: 3000 });
  await expect(button(page, "Pause")).toBeVisible();
});
