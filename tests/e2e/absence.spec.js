/* What never comes: code, styles and texts that are fetched when they are needed, and a page that does not start at all. */
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { button, expectAbove, readout } from "./breaking.js";
import { boards } from "./support/boards.js";
import { site } from "./support/files.js";
import { serveCopy } from "./support/server.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const login = { status: 200, contentType: "text/html", body: "<!doctype html><title>Sign in</title><p>Sign in" };

/** @param {Page} page */
const alert = (page) => page.getByRole("main").getByRole("alert");
/** @param {Page} page @param {string} name */
const link = (page, name) => page.getByRole("navigation", { name: "Boards" }).getByRole("link", { name });

for (const { what, board, file, answer } of [
  { what: "script that is missing", board: "Rules", file: /\/rules-[\w-]+\.js$/, answer: { status: 404 } },
  { what: "script that the server fails to give", board: "Learning", file: /\/learning-[\w-]+\.js$/, answer: { status: 500 } },
  { what: "script in whose place a sign-in page comes", board: "Digits", file: /\/digits-[\w-]+\.js$/, answer: login },
  { what: "style that is missing", board: "Perceptron", file: /\/perceptron-[\w-]+\.css$/, answer: { status: 404 } },
  { what: "style in whose place a sign-in page comes", board: "Depth", file: /\/depth-[\w-]+\.css$/, answer: login },
  { what: "text file that is missing", board: "Why now", file: /\/revolution\.en-[\w-]+\.js$/, answer: { status: 404 } },
]) {
  test(`a board's ${what} is told in the board's place, and the button has it tried again`, async ({ page }) => {
    await page.goto("./?lang=en&backend=cpu#/check");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.route(file, (route) => route.fulfill(answer));
    await link(page, board).click();
    await expect(alert(page)).toContainText("damaged on the server");
    await expect(page.getByRole("heading", { level: 1 }), "what is shown is what the address names").toHaveText(board);
    await expect(link(page, board)).toHaveAttribute("aria-current", "page");
    await page.unroute(file);
    await button(page, "Try again").click();
    await expect(alert(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(board);
    expect(await page.getByRole("main").evaluate((main) => getComputedStyle(main).display), "it is styled").toBe("grid");
  });
}

test("code that came cut in half, or with nothing in it, is told in the board's place and had anew by reloading, for browsers keep it", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/check");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const { board, file, part, question } of [
    { board: "Rules", file: /\/rules-[\w-]+\.js$/, part: 0.5, question: "When are rules enough, and when do they break?" },
    { board: "Depth", file: /\/depth-[\w-]+\.js$/, part: 0, question: "What does a second layer buy?" },
    { board: "Perceptron", file: /\/perceptron\.en-[\w-]+\.js$/, part: 0, question: "What can one line decide?" },
  ]) {
    await page.route(file, async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ contentType: "text/javascript", body: body.subarray(0, part * body.length) });
    });
    await link(page, board).click();
    await expect(alert(page)).toContainText("did not come whole");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(board);
    await page.unroute(file);
    await button(page, "Reload the page").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(question);
  }
});

for (const { what, answer } of [
  { what: "is missing", answer: { status: 404 } },
  { what: "has another page in its place", answer: login },
  { what: "came cut in half", answer: { status: 200, contentType: "text/javascript", body: "export const handlers = (" } },
  { what: "came with nothing in it", answer: { status: 200, contentType: "text/javascript", body: "" } },
  { what: "never comes", answer: null },
]) {
  test(`what the worker has for a board and ${what} is told, and the button has it tried again`, { tag: "@every-engine" }, async ({ page }) => {
    const file = /\/playground\.worker-[\w-]+\.js$/;
    await page.route(file, (route) => answer && route.fulfill(answer));
    await page.goto("./?lang=en&backend=cpu#/depth?tab=playground");
    await expect(page.getByRole("alert")).toContainText(/training engine.*does not come/, { timeout: 16_000 });
    await page.unroute(file);
    await button(page, "Try again").click();
    await expect(page.getByRole("alert")).toHaveText("");
    await button(page, "Train").click();
    await expectAbove(page, "Epoch", 1);
  });
}

test("a board that never comes is told after some seconds, the others work, and it is welcome when it comes after all", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/check");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.clock.install();
  /** @type {(() => void)[]} */
  const held = [];
  await page.route(/\/(rules|depth)-[\w-]+\.js$/, (route) => void held.push(() => void route.continue()));
  await link(page, "Rules").click();
  await page.clock.fastForward(1500);
  await expect(page.getByRole("main")).toContainText("Loading …");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rules");
  await link(page, "Perceptron").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What can one line decide?");
  await link(page, "Depth").click();
  await page.clock.fastForward(14_000);
  await expect(alert(page)).toContainText("has not come yet");
  await button(page, "한국어").click();
  await expect(alert(page)).toContainText("아직 오지 않았어요");
  await button(page, "English").click();
  for (const release of held) release();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What does a second layer buy?");
  await expect(alert(page)).toHaveCount(0);
});

test("a board that never comes is fetched anew by reloading", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/check");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.clock.install();
  let isHeld = true;
  await page.route(/\/perceptron-[\w-]+\.js$/, (route) => (isHeld ? undefined : route.continue()));
  const asked = page.waitForRequest(/\/perceptron-[\w-]+\.js$/);
  await link(page, "Perceptron").click();
  await asked;
  await page.clock.fastForward(14_000);
  isHeld = false;
  await button(page, "Reload the page").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What can one line decide?");
});

test.describe("on a server of its own", () => {
  /** @type {Awaited<ReturnType<typeof serveCopy>>} */
  let copy;
  test.beforeEach(async () => {
    copy = await serveCopy();
  });
  test.afterEach(() => copy.close());
  test.use({ baseURL: "http://localhost" });

  test("a new version that was published while the page was open is told, and is there after reloading", async ({ page }) => {
    await page.goto(`${copy.url}?lang=en&backend=cpu#/check`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const assets = join(copy.folder, "assets");
    const named = (/** @type {RegExp} */ pattern) => readdirSync(assets).find((name) => pattern.test(name)) ?? "";
    const entry = named(/^index-.*\.js$/);
    const board = named(/^rules-.*\.js$/);
    renameSync(join(assets, entry), join(assets, "index-newer.js"));
    renameSync(join(assets, board), join(assets, "gone.js"));
    const index = join(copy.folder, "index.html");
    writeFileSync(index, readFileSync(index, "utf8").replace(entry, "index-newer.js"));
    await link(page, "Rules").click();
    await expect(alert(page)).toContainText("A new version of this page has been published");
    renameSync(join(assets, "gone.js"), join(assets, board));
    await button(page, "Reload the page").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("When are rules enough, and when do they break?");
  });

  test("what came cut in half, and is kept so by the browser, is told, and the button has it fetched anew", async ({ browser }) => {
    const assets = join(copy.folder, "assets");
    const named = (/** @type {RegExp} */ pattern) => readdirSync(assets).filter((name) => pattern.test(name)).map((name) => join(assets, name));
    for (const { files, board, action } of [
      { files: named(/^index-.*\.js$/), board: "rules", action: "Reload the page" },
      { files: named(/^learning-.*\.js$/), board: "learning", action: "Reload the page" },
      { files: named(/^perceptron-.*\.css$/), board: "perceptron", action: "Try again" },
      { files: named(/^main-.*\.js$/), board: "digits", action: "Try again" },
      { files: named(/^common\.worker-.*\.js$/), board: "digits", action: "Try again" },
      { files: named(/\.wasm$/), board: "digits", action: "Try again" },
    ]) {
      const whole = files.map((file) => readFileSync(file));
      for (const [index, bytes] of whole.entries()) writeFileSync(files[index] ?? "", bytes.subarray(0, bytes.length / 2));
      // Nothing is kept yet.
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      await page.goto(`${copy.url}?lang=en&backend=cpu#/${board}`);
      const act = page.getByRole("link", { name: action }).or(button(page, action));
      await expect(act, `${files}`).toBeVisible();
      for (const [index, bytes] of whole.entries()) writeFileSync(files[index] ?? "", bytes);
      await act.click();
      await expect(page.locator(`main[data-board="${board}"] .main`).first(), `${files}`).toBeEnabled();
      await expect(act).toHaveCount(0);
      await context.close();
    }
  });

  test("what the worker has for a board and came cut in half, and is kept so by the browser, is fetched anew, too", async ({ page }) => {
    const assets = join(copy.folder, "assets");
    const file = join(assets, readdirSync(assets).find((name) => name.startsWith("perceptron.worker-")) ?? "");
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    await page.goto(`${copy.url}?lang=en&backend=cpu#/perceptron`);
    await expect(button(page, "Try again")).toBeVisible();
    writeFileSync(file, whole);
    await button(page, "Try again").click();
    await expect(readout(page, "Score")).toHaveText(/\d \/ 4/);
  });

  test("a server that has gone, and a network that wants one to sign in, are told apart", async ({ page }) => {
    await page.goto(`${copy.url}?lang=en&backend=cpu#/check`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.route(() => true, (route) => route.fulfill(login));
    await link(page, "Rules").click();
    await expect(alert(page)).toContainText("Another page came in place of this part");
    await page.unrouteAll();
    copy.unplug();
    await link(page, "Perceptron").click();
    await expect(alert(page)).toContainText("the server does not answer as it should");
  });
});

test("a tab, the code in the share dialog, the cover's pictures and the other language: each says that it has not come, and can be tried again", async ({ page }) => {
  const late = /\/(playground|learn|qr|preview|shell\.ko)-[\w-]+\.js$/;
  await page.route(late, (route) => route.fulfill({ status: 404 }));
  const retry = page.getByRole("button", { name: "Try again" });

  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground");
  await expect(alert(page)).toContainText("damaged on the server");
  await page.unroute(late);
  await retry.click();
  await expect(button(page, "Train")).toBeVisible();

  await page.route(late, (route) => route.fulfill({ status: 404 }));
  await link(page, "Rules").click();
  await page.getByRole("tab", { name: "Let it learn" }).click();
  await expect(alert(page)).toContainText("damaged on the server");
  await page.locator("body").press("q");
  const share = page.getByRole("dialog", { name: "Hand this page on" });
  await expect(share.getByRole("alert")).toContainText("damaged on the server");
  await page.unroute(late);
  await share.getByRole("button", { name: "Try again" }).click();
  await expect(share.getByRole("img", { name: "QR code of the address" })).toBeVisible();
  await page.keyboard.press("Escape");
  await retry.click();
  await expect(button(page, "Train")).toBeVisible();

  await page.route(late, (route) => route.fulfill({ status: 404 }));
  await page.getByRole("link", { name: "chalknet" }).click();
  await expect(page.getByRole("alert")).toContainText("damaged on the server");
  await page.unroute(late);
  await retry.click();
  await expect(page.locator(".preview:not(:empty)")).toHaveCount(boards.length);
  await expect(retry).toHaveCount(0);

  await page.route(late, (route) => route.fulfill({ status: 404 }));
  await button(page, "한국어").click();
  await expect(page.getByRole("alert")).toContainText("damaged on the server");
  await page.unroute(late);
  await retry.click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
});

test("a page that does not start says so in both languages, whatever the reason", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: `${baseURL}`, reducedMotion: "reduce" });
  const open = async (/** @type {RegExp | null} */ pattern, /** @type {Parameters<import("@playwright/test").Route["fulfill"]>[0] | null} */ answer) => {
    const page = await context.newPage();
    if (pattern) await page.route(pattern, (route) => answer && route.fulfill(answer));
    return page;
  };
  const pages = {
    "an entry script that is missing": await open(/\/index-[\w-]+\.js$/, { status: 404 }),
    "a first language file that is missing": await open(/\/shell\.en-[\w-]+\.js$/, { status: 404 }),
    "scripts that are sent as text": await open(/\.js$/, { status: 200, contentType: "text/plain", body: "" }),
    "the wrong file, from the disk": await open(null, {}),
    "styles that are missing": await open(/\/index-[\w-]+\.css$/, { status: 404 }),
    "styles that never come": await open(/\/index-[\w-]+\.css$/, null),
    "styles in whose place a sign-in page comes": await open(/\/index-[\w-]+\.css$/, login),
    "styles that were cut on their way": await open(/\/index-[\w-]+\.css$/, { status: 200, contentType: "text/css", body: "body { color: red } main {" }),
    "a worker that is refused": await open(null, {}),
    "a frame that forbids too much": await open(/frame$/, { status: 200, contentType: "text/html", body: `<iframe sandbox="allow-scripts" width="900" height="600" src="./"></iframe>` }),
  };
  await pages["a worker that is refused"].addInitScript("delete globalThis.Worker");
  const addresses = { "the wrong file, from the disk": pathToFileURL(join(site, "index.html")).href, "a frame that forbids too much": "./frame" };
  await Promise.all(Object.entries(pages).map(([why, page]) => page.goto(/** @type {Record<string, string>} */ (addresses)[why] ?? "./?lang=en", { waitUntil: "commit" })));
  for (const [why, page] of Object.entries(pages)) {
    const document = page.frames().at(-1) ?? page;
    await expect(document.getByText("It has not started yet"), why).toBeVisible();
    await expect(document.getByText("아직 시작되지 않았어요"), why).toBeVisible();
    await expect.poll(() => document.evaluate(() => performance.getEntriesByName("first-contentful-paint").length), { message: `${why}: it is to be seen` }).toBe(1);
    await expect(page.locator("svg"), "nothing is shown without its styles").toHaveCount(0);
  }
  const healed = pages["styles that never come"];
  await healed.route(/\.css$/, (route) => route.continue());
  await healed.getByRole("link", { name: "Reload the page" }).click();
  await expect(healed.getByRole("heading", { level: 1 })).toBeVisible();
  await context.close();
});
