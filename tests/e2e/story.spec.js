/* How a board tells its story: predict, run, explain, onward; by keyboard alone, without an answer, and left out. */
import { boards } from "./support/boards.js";
import { button, openDigits } from "./breaking.js";
import { expect, test } from "./support/test.js";

// Boards that need all images are among those that are walked through.
test.use({ data: "whole" });

/** @import { Locator, Page } from "@playwright/test" */

/** @param {Page} page */
const story = (page) => page.getByRole("main").getByRole("group", { name: "Story", exact: true });
/** @param {Page} page */
const prediction = (page) => story(page).getByRole("status", { name: "Your prediction", exact: true });
/** @param {Page} page @param {string} name */
const inStory = (page, name) => story(page).getByRole("button", { name, exact: true });
/** What is explained begins with what came. */
const CAME = /It came /;

/** By Tab and Enter alone, from wherever the focus is. @param {Page} page @param {Locator} wanted */
async function tabTo(page, wanted) {
  await expect(wanted).toBeVisible();
  for (let moves = 0; moves < 60; moves += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${wanted} is not reached by Tab`);
}

/** @param {Page} page @param {Locator} wanted */
async function enter(page, wanted) {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** @param {Page} page @param {string} address */
async function open(page, address) {
  await page.goto(`./?lang=en&backend=cpu#/${address}`);
  await expect(story(page)).toBeVisible();
  await expect(prediction(page)).toHaveText("–");
}

/** Answers with the keyboard, sees that the answer is kept and the run is asked for. @param {Page} page @param {string} answer */
async function predict(page, answer) {
  await expect(story(page).locator("[aria-current]")).toHaveText("Predict");
  await expect(inStory(page, "Onward")).toBeHidden();
  await enter(page, inStory(page, answer));
  await expect(prediction(page)).toHaveText(answer);
  await expect(story(page).locator("[aria-current]")).toHaveText("Run");
}

/** What came is explained, and there is something to go on to. @param {Page} page @param {RegExp} [text] */
async function explained(page, text = CAME) {
  await expect(story(page).locator("[aria-current]")).toHaveText("Explain", { timeout: 60_000 });
  await expect(story(page)).toContainText(text);
  await expect(inStory(page, "Onward")).toBeVisible();
}

test("rules: the table is always right, rules fall on new data, and a network that never saw any falls with them", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, "rules");
  await predict(page, "now and then");
  await page.keyboard.press("Space");
  await explained(page, /never: a surprise/);
  await enter(page, inStory(page, "Onward"));

  await expect(page).toHaveURL(/section=break&rules=none/);
  await expect(story(page)).toContainText("Mission: you begin with no rule");
  await predict(page, "one");
  await enter(page, button(page, "Best measure"));
  await explained(page, /It came to one, as you predicted/);
  await enter(page, inStory(page, "Onward"));
  await expect(story(page), "as the page says beside it").toContainText("These rules get 99.5% right");
  await predict(page, "9 in 10");
  await page.keyboard.press("Space");
  await explained(page, /It came to 5 in 10/);
  await enter(page, inStory(page, "Onward"));

  await expect(page).toHaveURL(/section=learn/);
  await predict(page, "much better");
  await page.keyboard.press("Space");
  await explained(page, /It came to about the same/);
  await enter(page, inStory(page, "Onward"));
  await expect(prediction(page)).toHaveText("–");
  await predict(page, "a little better");
  await page.keyboard.press("Space");
  await explained(page);
});

test("teach: the guesses become right after a few drawings, and a third kind is asked about", async ({ page }) => {
  await open(page, "teach");
  const ways = /** @type {const} */ ({ cat: ["ArrowDown"], car: ["ArrowRight"], house: ["ArrowDown", "ArrowRight"] });
  /** @param {keyof typeof ways} kind */
  const draw = async (kind) => {
    await page.getByLabel("Draw one").focus();
    await page.keyboard.press("Space");
    for (const way of ways[kind]) for (let moves = 0; moves < 5; moves += 1) await page.keyboard.press(way);
    await page.keyboard.press("Space");
    // The pen goes back to where it began.
    for (const way of ways[kind]) for (let moves = 0; moves < 5; moves += 1) await page.keyboard.press(way === "ArrowDown" ? "ArrowUp" : "ArrowLeft");
  };
  /** @param {readonly (keyof typeof ways)[]} kinds */
  const lesson = async (kinds) => {
    for (let drawings = 0; drawings < 40 && (await story(page).getAttribute("data-beat")) !== "explain"; drawings += 1) {
      const kind = kinds[drawings % kinds.length] ?? "cat";
      const guess = page.getByRole("status", { name: "Guess", exact: true });
      await draw(kind);
      await expect(guess).not.toHaveText("?");
      const isRight = (await guess.textContent()) === kind;
      await enter(page, button(page, isRight ? "Right" : "Wrong"));
      if (!isRight && kinds.length > 2) {
        await page.getByRole("combobox", { name: "Which kind is it?" }).selectOption(kind);
        await enter(page, button(page, "Teach"));
      }
      await expect(guess).toHaveText("?");
    }
  };
  await predict(page, "thirty");
  for (const kind of /** @type {const} */ (["cat", "car"])) {
    await draw(kind);
    await enter(page, button(page, "Teach"));
  }
  await lesson(["cat", "car"]);
  await explained(page, /You wrote no rule/);
  await enter(page, inStory(page, "Onward"));
  await predict(page, "fewer");
  await lesson(["house", "cat", "car"]);
  await explained(page, /must now make room for a third/);
});

test("perceptron: the ladder of four gates, of which a line can do three, leads on to two lines", async ({ page }) => {
  await open(page, "perceptron?speed=1000");
  await predict(page, "all four");
  for (const [index, gate] of ["AND", "OR", "NAND", "XOR"].entries()) {
    await enter(page, button(page, gate));
    await enter(page, button(page, "Learn"));
    const next = ["AND is done. Press OR.", "OR is done. Press NAND.", "Three tables, three lines. Now press XOR."][index];
    if (next) await expect(story(page)).toContainText(next);
  }
  await explained(page, /It came to three: a surprise/);
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByRole("heading", { name: "Four conditions that cannot all hold" })).toBeVisible();
  await expect(story(page)).toContainText("What if there were two of them");
  await enter(page, inStory(page, "The next board"));
  await expect(page).toHaveURL(/#\/depth/);
});

test("depth: three lines do XOR, and a network finds lines by itself", async ({ page }) => {
  test.setTimeout(60_000);
  await open(page, "depth");
  await predict(page, "three");
  await enter(page, button(page, "Show OR, NAND, AND"));
  await explained(page, /It came to all four/);
  await enter(page, inStory(page, "Onward"));
  await enter(page, inStory(page, "Predict"));
  await expect(prediction(page)).toHaveText("100% · 100% · 100% · 100% · 100%");
  await page.keyboard.press("Space");
  await explained(page, /another way than you drew it.*both come to one corner/);
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByRole("main"), "what can be made is not said before").not.toContainText("any convex shape");
  await predict(page, "any shape");
  for (const line of [1, 2, 3]) {
    await page.getByRole("slider", { name: `Line of h${line}`, exact: true }).filter({ visible: true }).focus();
    await page.keyboard.press("ArrowUp");
  }
  await explained(page, /It came to only without dents/);
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByRole("main")).not.toContainText("with a gap between");
  await predict(page, "gaps only");
  for (const line of [2, 3, 4]) {
    await page.getByRole("slider", { name: `Line of h${line}`, exact: true }).filter({ visible: true }).focus();
    await page.keyboard.press("ArrowUp");
  }
  await explained(page, /It came to gaps and dents/);
  await expect(page.getByText("any region can be put together")).toBeVisible();
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByRole("tab", { name: "Playground" }), "the lecture goes through every tab").toHaveAttribute("aria-selected", "true");
  await predict(page, "half");
  await page.keyboard.press("Space");
  await explained(page);
  await enter(page, inStory(page, "Onward"));
  await expect(story(page)).toContainText("Mission: the spiral");
});

test("depth: the spiral is a mission that can be done, and what comes of as many weights in one layer, two and four is told", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, "depth?tab=playground&data=spiral&points=500&noise=2&hidden=8-8&optimizer=adam&learningRate=0.01&speed=fastest");
  await predict(page, "more");
  await page.keyboard.press("Space");
  await explained(page, /It came to up to 16/);
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByRole("tab", { name: "Deep or wide" })).toHaveAttribute("aria-selected", "true");
  await predict(page, "one layer");
  await page.keyboard.press("Space");
  await explained(page, /It came to (two|four) layers.*One layer came to \d+%, two to \d+%, four to \d+%/);
  await enter(page, inStory(page, "Onward"));
  await expect(page).toHaveURL(/wideSeeds=9/);
  await expect(story(page), "as long as it is not known").toContainText("Train all three");
  await page.keyboard.press("Space");
  await expect(story(page)).toContainText("how does a network find its weights?", { timeout: 60_000 });
});

test("learning: one step goes down the slope, the curve of the loss is drawn beforehand, and steps that are too long lead away", async ({ page }) => {
  await open(page, "learning");
  await expect(page.getByRole("slider", { name: "The line on the map" }), "it opens on two weights and the map of their loss").toBeVisible();
  await expect(page.locator(".surface-arrow"), "nothing shows the step beforehand").toHaveCount(0);
  await predict(page, "straight to the cross");
  await tabTo(page, page.getByRole("button", { name: "Step", exact: true }));
  await page.keyboard.press("Enter");
  await explained(page, /It came to where it is steepest: a surprise/);
  await expect(page.locator(".surface-arrow")).toHaveAttribute("d", /^M.*L/);
  await enter(page, inStory(page, "Onward"));
  await expect(page).toHaveURL(/model=network/);
  await page.getByLabel("Speed").press("End");
  const height = story(page).getByRole("slider", { name: "step 300" });
  await tabTo(page, height);
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowDown");
  await expect(height).toHaveAttribute("aria-valuetext", "90%");
  await enter(page, inStory(page, "Predict"));
  await expect(prediction(page)).toHaveText("100% · 90% · 100% · 100% · 100% · 100%");
  await page.keyboard.press("Space");
  await explained(page, /It came another way than you drew it/);
  await expect(story(page).locator(".sketch-true")).toHaveAttribute("points", /\d/);
  await enter(page, inStory(page, "Onward"));
  await predict(page, "arrive at the bottom");
  await page.keyboard.press("Space");
  await explained(page, /It came to swing and go away/);
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByText("w = −1.00, b = 1.00"), "the loss that only counts is met where the line begins").toBeVisible();
  await expect(page.getByRole("main"), "what comes of it is not said before").not.toContainText(/no slope|with a slope/);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(story(page)).toContainText("nothing moves");
});

test("revolution: what more data buys is drawn beforehand, a race needs two, and four fields learn in seconds", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, "revolution?network=128&distance=100");
  await enter(page, inStory(page, "Predict"));
  await expect(prediction(page)).toHaveText("75% · 75% · 75% · 75%");
  await page.keyboard.press("Space");
  await explained(page, /It came another way/);
  await enter(page, inStory(page, "Onward"));
  await predict(page, "slower");
  await page.keyboard.press("Space");
  await explained(page, /It came to no race\./);
  const race = await page.evaluate(() => JSON.parse(localStorage.getItem("chalknet.predictions") ?? "[]").find((/** @type {{ act: string }} */ { act }) => act === "race"));
  expect(race, "nothing was right or wrong").toMatchObject({ predicted: "slower", came: null });
  await enter(page, inStory(page, "Onward"));
  await predict(page, "hours");
  await page.keyboard.press("Space");
  await explained(page, /It came to seconds/);
  await enter(page, inStory(page, "Onward"));
  await predict(page, "none");
  await page.keyboard.press("Space");
  await explained(page, /It came to the shortest/);
  await enter(page, inStory(page, "Onward"));
  for (const [ask, answer, came] of /** @type {const} */ ([["Of a hundred new ones", "all", /about 9 in 10/], ["what will it write?", "words from the list", /words of its own|words from the list/], ["Is that enough to recommend one?", "yes", /yes, as you predicted/]])) {
    await expect(story(page)).toContainText(ask);
    await predict(page, answer);
    await page.keyboard.press("Space");
    await explained(page, came);
    await enter(page, inStory(page, "Onward"));
  }
});

test("digits: how much it will read is asked before it is shown", async ({ page }) => {
  test.setTimeout(120_000);
  await openDigits(page, "backend=cpu");
  await predict(page, "half");
  await page.keyboard.press("Space");
  await explained(page, /It came to 95 in 100/);
  await enter(page, inStory(page, "Onward"));
  await expect(page.getByRole("tab", { name: "Curves" }), "no mistake tells how sure it can be").toHaveAttribute("aria-selected", "true");

  // Three strokes that are no digit: a square with a cross, as the pointer draws it.
  await predict(page, "half sure at most");
  const pad = page.getByLabel("Draw a digit");
  const box = await pad.boundingBox();
  if (!box) throw new Error("the pad is not in view");
  const at = (/** @type {number} */ x, /** @type {number} */ y) => /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  const drawings = [
    [[[0.2, 0.2], [0.8, 0.2], [0.8, 0.8], [0.2, 0.8], [0.2, 0.2]], [[0.2, 0.2], [0.8, 0.8]], [[0.8, 0.2], [0.2, 0.8]]],
    [[[0.5, 0.1], [0.5, 0.9]], [[0.1, 0.3], [0.9, 0.3]], [[0.1, 0.7], [0.9, 0.7]], [[0.1, 0.3], [0.1, 0.7]]],
    [[[0.1, 0.1], [0.9, 0.1]], [[0.1, 0.5], [0.9, 0.5]], [[0.1, 0.9], [0.9, 0.9]]],
    [[[0.3, 0.1], [0.3, 0.9]], [[0.7, 0.1], [0.7, 0.9]], [[0.3, 0.5], [0.7, 0.5]], [[0.1, 0.1], [0.9, 0.1]]],
  ];
  for (const drawing of drawings) {
    if (await story(page).getAttribute("data-beat") === "explain") break;
    await button(page, "Clear").click();
    for (const [first = [0, 0], ...rest] of drawing) {
      await page.mouse.move(...at(first[0] ?? 0, first[1] ?? 0));
      await page.mouse.down();
      for (const [x = 0, y = 0] of rest) await page.mouse.move(...at(x, y), { steps: 8 });
      await page.mouse.up();
    }
    await page.waitForTimeout(300);
  }
  await explained(page, /It came to 99% sure: a surprise/);
  await button(page, "Clear").click();
  await expect(story(page), "what has been seen stays seen").toContainText("It came to 99% sure");
});

test("nobody is forced: who runs without an answer has it explained without one", async ({ page }) => {
  await open(page, "rules");
  await page.keyboard.press("Space");
  await explained(page, /It came to never\./);
  await expect(prediction(page)).toHaveText("–");
  expect(await page.evaluate(() => localStorage.getItem("chalknet.predictions"))).toBeNull();
});

test("a prediction stays on the machine, can be changed before the run, and is told again in another language", async ({ page }) => {
  await open(page, "perceptron");
  await predict(page, "two");
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("chalknet.predictions") ?? "[]"));
  await expect.poll(kept).toMatchObject([{ board: "perceptron", act: "ladder", predicted: "2", came: null }]);
  await enter(page, inStory(page, "Change it"));
  await expect.poll(kept).toEqual([]);
  await predict(page, "three");
  await button(page, "한국어").click();
  const group = page.getByRole("group", { name: "이야기", exact: true });
  await expect(group.getByRole("status", { name: "나의 예상", exact: true })).toHaveText("셋");
});

test("a browser that keeps nothing is told the same story", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("it is forbidden", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: refuse });
  });
  await open(page, "rules");
  await predict(page, "never");
  await page.keyboard.press("Space");
  await explained(page, /as you predicted/);
});

test("the beats can be left out by the address, and by a switch: then each board says what it said before", async ({ page }) => {
  await page.goto("./?lang=en&story=no&backend=cpu#/");
  for (const board of boards) {
    await page.evaluate((hash) => void (location.hash = hash), `#/${board}`);
    await expect(page.locator(`main[data-board="${board}"] h1`)).toBeVisible();
    await expect(page.getByRole("main").locator(".lead").first()).toBeVisible();
    await expect(page.getByRole("group", { name: "Story" })).toHaveCount(0);
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByRole("switch", { name: /Boards tell their story/ }).check();
  await page.keyboard.press("Escape");
  await expect(story(page)).toBeVisible();
  await expect(page).toHaveURL(/story=yes/);
});
