/* The look back at the lecture's end: what was predicted beside what came, in the language spoken, and the way to begin anew. */
import { button, openDigits } from "./breaking.js";
import { expect, test } from "./support/test.js";
import { en, ko } from "./support/texts.js";

// Boards that need all images are among those that are walked through.
test.use({ data: "whole" });

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const story = (page) => page.getByRole("main").getByRole("group", { name: "Story", exact: true });
/** @param {Page} page @param {string} board */
const told = (page, board) => page.getByRole("main").getByRole("region", { name: board, exact: true });
/** @param {Page} page @param {string} hash */
const turnTo = (page, hash) => page.evaluate((hash) => void (location.hash = hash), hash);
/** A text as it stands where nothing is put into its places. @param {string} key */
const t = (key) => en[key] ?? "";

test("what was predicted stands beside what came, leads back to its act, follows the language, and is forgotten when asked", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/");
  await expect(page.getByRole("link", { name: t("cover.start") })).toBeVisible();
  await expect(page.getByRole("link", { name: t("look-back.title") })).toHaveCount(0);

  await turnTo(page, "#/rules");
  await button(page, "now and then").click();
  await button(page, "Run").click();
  await expect(story(page)).toContainText("It came to never");
  await turnTo(page, "#/learning?model=network&learningRate=0.02");
  await story(page).getByRole("button", { name: "Predict", exact: true }).click();
  await expect.poll(() => page.evaluate(() => JSON.parse(localStorage.getItem("chalknet.predictions") ?? "[]").length)).toBe(2);

  await turnTo(page, "#/");
  await page.getByRole("link", { name: t("look-back.title") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("look-back.title") })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("0 of 1 experiments came as you predicted");
  const ofRules = told(page, t("rules.title")).getByRole("article");
  await expect(ofRules).toContainText(/Your prediction\s*now and then\s*It came to\s*never\s*A surprise/);
  await expect(told(page, t("learning.title"))).toContainText(/Your prediction\s*100% · 100%.*It came to\s*not yet/);
  const open = told(page, t("look-back.open"));
  await expect(open.getByRole("link", { name: t("perceptron.story.ladder.ask") })).toHaveAttribute("href", "#/perceptron");
  await expect(open.getByText(t("rules.story.enough.ask"))).toHaveCount(0);

  await button(page, "한국어").click();
  await expect(page.getByRole("main")).toContainText(ko["rules.story.sometimes"] ?? "");
  await expect(page.getByRole("main").getByRole("link", { name: ko["rules.story.enough.ask"] ?? "" })).toBeVisible();
  await button(page, "English").click();
  await expect(page).toHaveURL(/lang=en/);
  await page.reload();
  await expect(ofRules).toContainText("now and then");
  await page.emulateMedia({ media: "print" });
  await expect(ofRules).toBeVisible();
  await expect(button(page, "Print")).toBeHidden();
  await page.emulateMedia({ media: null });

  await ofRules.getByRole("link", { name: t("rules.story.enough.ask") }).click();
  await expect(story(page)).toBeVisible();
  await expect(page).toHaveURL(/#\/rules/);
  await page.goBack();
  await page.getByText(t("look-back.anew"), { exact: true }).click();
  await button(page, t("look-back.forget")).click();
  await expect(story(page).locator("[aria-current]")).toHaveText("Predict");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("chalknet.predictions"))).toBe("[]");
  await turnTo(page, "#/look-back");
  await expect(page.getByRole("main")).toContainText(t("look-back.nothing"));
});

test("a prediction outlives a reload, and what counts is the one made before the outcome was seen", async ({ page }) => {
  const beat = story(page).locator("[aria-current]");
  await page.goto("./?lang=en&backend=cpu#/rules");
  await button(page, "now and then").click();
  await expect(beat).toHaveText("Run");
  await page.reload();
  await expect(story(page).getByRole("status", { name: "Your prediction" }), "it is not asked again").toHaveText("now and then");
  await button(page, "Run").click();
  await expect(story(page)).toContainText("It came to never");
  await button(page, "Reset").click();
  await button(page, "Change it").click();
  await button(page, "never").click();
  await button(page, "Run").click();
  await expect(story(page)).toContainText("It came to never, as you predicted");
  await story(page).getByRole("button", { name: "Onward", exact: true }).click();
  await turnTo(page, "#/look-back");
  await expect(told(page, t("rules.title")).getByRole("article")).toContainText(/Your prediction\s*now and then\s*It came to\s*never\s*A surprise/);

  // Seen without a prediction, it is no prediction any more.
  await turnTo(page, "#/learning?model=line");
  await button(page, "Step").click();
  await expect(beat).toHaveText("Explain");
  await button(page, "Reset").click();
  await button(page, "where it is steepest").click();
  await button(page, "Step").click();
  await expect(story(page)).toContainText("as you predicted");
  await turnTo(page, "#/look-back");
  await expect(page.getByRole("main")).toContainText("0 of 1 experiments came as you predicted");
});

test("the last board leads on to the look back, where what was predicted before stands, too", async ({ page }) => {
  await openDigits(page, "backend=cpu");
  await button(page, "95 in 100").click();
  await page.keyboard.press("Space");
  await expect(story(page).locator("[aria-current]")).toHaveText("Explain", { timeout: 60_000 });
  await story(page).getByRole("button", { name: "Onward", exact: true }).click();
  await expect(story(page)).toContainText("Mission: a face");
  await turnTo(page, "#/teach");
  await expect(page.locator("main")).toHaveAttribute("data-board", "teach");
  await turnTo(page, "#/next?tab=course");
  await button(page, t("look-back.title")).click();
  await expect(page).toHaveURL(/#\/look-back/);
  await expect(page.getByRole("main")).toContainText("1 of 1 experiments came as you predicted");
  await expect(told(page, t("digits.title")).getByRole("article")).toContainText("As you predicted.");
});

test("what was predicted when its question did not say so much yet is told with a gap", async ({ page }) => {
  const kept = { board: "learning", act: "rate", values: {}, words: { away: "learning.story.away" }, course: null, predicted: "away", came: null, address: "#/learning?model=line" };
  await page.addInitScript((kept) => localStorage.setItem("chalknet.predictions", JSON.stringify([kept])), kept);
  await page.goto("./?lang=en&backend=cpu#/look-back");
  const act = told(page, t("learning.title")).getByRole("article");
  await expect(act).toContainText("With a learning rate of …, what will the point do?");
  await expect(act).toContainText("swing and go away");
});
