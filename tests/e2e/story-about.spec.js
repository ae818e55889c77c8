/* What an act asks about: with another setting it is asked anew, and what comes then is not held against what was predicted before. */
import { button } from "./breaking.js";
import { expect, test } from "./support/test.js";

// Boards that need all images are among those that are walked through.
test.use({ data: "whole" });

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const story = (page) => page.getByRole("main").getByRole("group", { name: "Story", exact: true });
/** @param {Page} page */
const prediction = (page) => story(page).getByRole("status", { name: "Your prediction", exact: true });
/** @param {Page} page */
const beat = (page) => story(page).locator("[aria-current]");
/** @param {Page} page @param {string} hash */
const turnTo = (page, hash) => page.evaluate((hash) => void (location.hash = hash), hash);
/** @param {Page} page @param {string} name */
const answer = (page, name) => story(page).getByRole("button", { name, exact: true }).click();

/** Where it is asked, an answer, and where another setting is asked about. */
const asked = /** @type {const} */ ([
  ["learning", "along the contour", "learning?g=step"],
  ["learning?model=network&learningRate=0.02", "Predict", "learning?model=network&learningRate=0.02&seed=2"],
  ["learning?model=network&learningRate=0.02&g=step", "Predict", "learning?model=network&g=step&learningRate=0.5"],
  ["learning?learningRate=0.3", "stand still", "learning?learningRate=0.5"],
  ["digits", "half", "digits?hidden=2"],
  ["depth?tab=playground", "half", "depth?tab=playground&noise=50"],
  ["depth?tab=playground&data=spiral", "4", "depth?tab=playground&data=spiral&noise=50"],
  ["rules?section=break&rules=none", "one", "rules?section=break&rules=none&pair=38"],
  ["rules?section=break", "far fewer", "rules?section=break&rules=width_gt_12_0"],
  ["rules?section=learn", "worse", "rules?section=learn&seed=2"],
  ["rules?section=learn&seen=yes", "no", "rules?section=learn&seen=yes&pair=38"],
  ["depth?tab=deep-or-wide", "all alike", "depth?tab=deep-or-wide&wideSeed=2"],
  ["revolution", "Predict", "revolution?seed=2"],
  ["revolution?tab=race", "slower", "revolution?tab=race&network=128"],
  ["next?look=networks", "hardly anything", "next?look=networks&networksSeed=2"],
  ["next?tab=few", "more mistakes", "next?tab=few&fewSeed=2"],
  ["next?tab=known", "worse than from scratch", "next?tab=known&knownSeed=2"],
  ["next?tab=known&knownExamples=all", "a larger lead", "next?tab=known&knownExamples=all&knownSeed=2"],
]);

test("with another setting it is asked anew, and what was predicted stands where it was asked", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/");
  for (const [here, name, there] of asked) {
    await test.step(here, async () => {
      await turnTo(page, `#/${here}`);
      await expect(beat(page)).toHaveText("Predict");
      await answer(page, name);
      await expect(beat(page)).toHaveText("Run");
      const predicted = (await prediction(page).textContent()) ?? "";
      await turnTo(page, `#/${there}`);
      await expect(beat(page)).toHaveText("Predict");
      await expect(prediction(page)).toHaveText("–");
      await turnTo(page, `#/${here}`);
      await expect(beat(page)).toHaveText("Run");
      await expect(prediction(page)).toHaveText(predicted);
    });
  }
});

test("learning: a curve that came with another rate is not held against the one that was drawn", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/learning?model=network&learningRate=0.02&speed=5000");
  await answer(page, "Predict");
  await turnTo(page, "#/learning?model=network&speed=5000&learningRate=0.1");
  await expect(beat(page)).toHaveText("Predict");
  await expect(story(page)).toContainText("with a learning rate of 0.1");
  await button(page, "Run").click();
  await expect(beat(page)).toHaveText("Explain");
  await expect(prediction(page)).toHaveText("–");
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem("chalknet.predictions") ?? "[]"))).toMatchObject([{ act: "curve", came: null }]);

  await button(page, "Pause").click();
  await button(page, "Reset").click();
  await turnTo(page, "#/learning?model=network&learningRate=0.02&speed=5000");
  await expect(prediction(page)).toHaveText(/^100% · 100%/);
  await button(page, "Run").click();
  await expect(story(page)).toContainText("It came another way than you drew it");
  await turnTo(page, "#/learning?model=network&speed=5000&learningRate=0.3");
  await expect(story(page), "what came by then has come").toContainText("It came another way than you drew it");
});

test("digits: what a second network reads is not held against what was predicted of the first one", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?trainingImages=2000&hidden=32");
  await answer(page, "half");
  await turnTo(page, "#/digits?trainingImages=2000&hidden=16");
  await expect(beat(page)).toHaveText("Predict");
  await button(page, "Train").click();
  await expect(beat(page)).toHaveText("Explain", { timeout: 30_000 });
  await expect(story(page)).toContainText(/It came to [^:,]*\./);
  await expect(prediction(page)).toHaveText("–");
  await turnTo(page, "#/digits?trainingImages=2000&hidden=32");
  await expect(prediction(page)).toHaveText("half");
  await expect(beat(page)).toHaveText("Run");
});

test("rules: the mission is done with the fewest rules, and Reset begins it anew, for it begins without any", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/rules?section=break&rules=none");
  await answer(page, "one");
  await button(page, "Best measure").click();
  await expect(story(page)).toContainText("It came to one, as you predicted");
  await button(page, "Add a rule").click();
  await expect(page).toHaveURL(/rules=.*-/);
  await expect(story(page)).toContainText("It came to one, as you predicted");

  await turnTo(page, "#/rules?section=break&rules=none&pair=79");
  await answer(page, "more");
  for (const count of [1, 2]) {
    await button(page, "Add a rule").click();
    await expect(page.getByRole("listitem", { name: /^Rule/ })).toHaveCount(count);
  }
  await button(page, "Reset").click();
  await expect(page).toHaveURL(/rules=none/);
  await expect(prediction(page)).toHaveText("more");
  await button(page, "Take it back").click();
  await expect(page.getByRole("listitem", { name: /^Rule/ })).toHaveCount(2);
  await button(page, "Reset").click();
  await page.evaluate(() => (location.search = "?lang=en&backend=cpu&story=no"));
  await button(page, "Reset").click();
  await expect(page.getByRole("listitem", { name: /^Rule/ }), "where no mission is told, there are the board's rules").toHaveCount(3);
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem("chalknet.predictions") ?? "[]"))).toMatchObject([{ act: "build", about: "7,9", came: null }]);
});
