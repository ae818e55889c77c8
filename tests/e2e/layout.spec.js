/*
 * The layout, measured: every page, board, tab, panel and dialog in its telling states, in both languages, on every screen
 * from a phone to a projector. The states are in layout/states.js, what is asked of each is in layout/page/rules/, and what
 * is meant so in layout/exceptions.js. Pictures of all of them are left in test-results/layout/, on sheets to look through.
 *
 * Firefox shows some of the states on some of the screens, without fingers, which it cannot be given, and leaves no pictures.
 *
 * STATES and SCREENS choose some of them: STATES="^digits" SCREENS=320 npx playwright test layout
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { noteDrawnTexts } from "./layout/drawn-texts.js";
import { exceptions } from "./layout/exceptions.js";
import { fewScreens, screens } from "./layout/screens.js";
import { Sheets } from "./layout/sheets.js";
import { fewStates, parts } from "./layout/states.js";
import { root } from "./support/files.js";
import { expect, test } from "./support/test.js";

// Boards that need all images are among those that are looked at.
test.use({ data: "whole" });

/** @import { CDPSession, Page } from "@playwright/test" */
/** @import { Question } from "./layout/page/check.js" */
/** @import { View } from "./layout/page/turn.js" */
/** @import { Screen } from "./layout/screens.js" */

/** What a finger finds, in pixels. */
const SMALLEST_TARGET = 44;
/** What the back row can read of a projector that is 1920 pixels wide. */
const SMALLEST_TEXT = 22;
/** What anyone can read who sits before it: a sign below a formula's line, on the smallest screen. */
const SMALLEST_SIGN = 7;
/** As much of a long page as a picture shows, in pixels. */
const TALLEST_PICTURE = 2600;

const languages = /** @type {const} */ (["en", "ko"]);

/** Where the page finds the rules, beside its own files. */
const RULES = "layout-rules/";

const wanted = new RegExp(process.env.STATES ?? "");
const shown = new RegExp(process.env.SCREENS ?? "");
const chosenParts = parts.map(({ name, states }) => ({ name, states: states.filter((state) => wanted.test(state.name)) })).filter(({ states }) => states.length > 0);
const sheets = new Sheets(join(root, "test-results/layout"), chosenParts.flatMap(({ states }) => states.map(({ name }) => name)));

/** @param {Screen} screen */
const sheetOf = ({ name }) => name.replaceAll(" ", "-");

// Side by side, the parts keep every core busy to the end.
test.describe.configure({ mode: "parallel" });

for (const part of chosenParts) {
  test(`every text is whole, alone in its place and beside what it belongs to, in every state, language and size: ${part.name}`, { tag: "@every-engine" }, async ({ page, browserName }) => {
    // On two busy cores a state takes ten seconds.
    test.setTimeout(600_000);
    page.setDefaultTimeout(15_000);
    const isChromium = browserName === "chromium";
    const chosen = isChromium || process.env.STATES ? part.states : part.states.filter((state) => fewStates.includes(state));
    const chosenScreens = (isChromium ? screens : fewScreens).filter(({ name }) => shown.test(name));
    if (isChromium) for (const { name } of chosen) for (const screen of chosenScreens) sheets.clear(sheetOf(screen), name);
    const devtools = isChromium ? await page.context().newCDPSession(page) : null;
    await serveRules(page);
    await page.addInitScript(noteDrawnTexts);
    await page.goto("./?lang=en&palette=paper&backend=cpu#/");

    for (const [turn, { name, address, reach, leave }] of chosen.entries()) {
      /** @type {string[]} */
      const found = [];
      await test.step(name, async () => {
        try {
          await page.evaluate((hash) => void (location.hash = hash), `#/${address}`);
          await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
          await reach?.(page);
        } catch (error) {
          found.push(`${name} is not reached: ${error}`);
        }
        // What is under the mouse may look another way.
        await page.mouse.move(0, 0);
        for (const [place, screen] of chosenScreens.entries()) {
          await show(page, devtools, screen);
          // Each screen begins with the language that the one before ended with: to change it draws the whole page anew.
          for (const language of place % 2 === 0 ? languages : languages.toReversed()) {
            const { findings, height } = await ask(page, language, { ...screen, isTouched: screen.isTouched && isChromium });
            found.push(...findings.map((finding) => `${name}, ${language}, ${screen.name}: ${finding}`));
            // A picture takes a quarter of the time: each sheet speaks both languages by turns, each in both palettes.
            const isPictured = language === languages[(place + Math.floor(turn / 2)) % 2];
            if (devtools && isPictured) sheets.add(sheetOf(screen), { caption: name, ...(await pictureOf(devtools, screen, height)) });
          }
        }
        await show(page, devtools, screens[0]);
        await page.evaluate(turnTo, { view: { ...screens[0], language: "en" }, rules: RULES });
        await leave?.(page);
        // Both palettes are on the sheets, state by state in turn.
        await page.locator(".tool-palette").dispatchEvent("click");
        // At once, so that it is told of a run that is cut short, too.
        expect.soft(found).toEqual([]);
      });
    }
  });
}

/** @param {Page} page */
async function serveRules(page) {
  await page.route(`**/${RULES}**`, (route) => {
    const [, name = ""] = new URL(route.request().url()).pathname.split(RULES);
    return route.fulfill({ contentType: "text/javascript", body: readFileSync(join(import.meta.dirname, "layout/page", name), "utf8") });
  });
}

/**
 * Sets the window's size, without a wait: the page waits for it when it is turned to a view.
 * @param {Page} page
 * @param {CDPSession | null} devtools
 * @param {Screen} screen
 */
async function show(page, devtools, { width, height, isTouched }) {
  if (!devtools) return page.setViewportSize({ width, height });
  await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: isTouched });
  await devtools.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
}

/** Runs in the page. @param {{ view: View, rules: string }} what */
async function turnTo({ view, rules }) {
  /** @type {typeof import("./layout/page/turn.js")} */
  const page = await import(new URL(`${rules}turn.js`, document.baseURI).href);
  await page.turnTo(view);
}

/**
 * @param {Page} page
 * @param {"en" | "ko"} language
 * @param {Screen} screen
 */
function ask(page, language, { width, isTouched, isProjected }) {
  /** @type {Question} */
  const question = { smallestTarget: isTouched ? SMALLEST_TARGET : 0, smallestText: isProjected && width === 1920 ? SMALLEST_TEXT : SMALLEST_SIGN, exceptions };
  // At once, for each way between here and the page takes a while.
  return page.evaluate(
    async ({ view, question, rules }) => {
      /** @type {[typeof import("./layout/page/turn.js"), typeof import("./layout/page/check.js")]} */
      const [{ turnTo }, { check }] = await Promise.all([import(new URL(`${rules}turn.js`, document.baseURI).href), import(new URL(`${rules}check.js`, document.baseURI).href)]);
      await turnTo(view);
      return { findings: check(question), height: document.documentElement.scrollHeight };
    },
    { view: { language, width, isProjected }, question, rules: RULES },
  );
}

/**
 * @param {CDPSession} devtools
 * @param {Screen} screen
 * @param {number} pageHeight
 */
async function pictureOf(devtools, { width, height, scale }, pageHeight) {
  const shown = Math.min(pageHeight, TALLEST_PICTURE);
  const clip = { x: 0, y: 0, width, height: shown, scale };
  const { data: jpeg } = await devtools.send("Page.captureScreenshot", { format: "jpeg", quality: 75, optimizeForSpeed: true, clip, captureBeyondViewport: shown > height });
  return { jpeg, width: Math.round(width * scale) };
}

/** Each of these is wrong in the way of the rule that it is named for. */
const wrong = {
  clipped: `<p style="width: 30px; overflow: hidden; white-space: nowrap">a text that is cut</p>`,
  lost: `<div style="height: 20px; overflow: hidden"><p style="margin-top: 40px">a text that is gone</p></div>`,
  outside: `<p style="width: 30px; border: 1px solid; white-space: nowrap">a text that leaves its box</p>`,
  broken: `<p style="width: 30px; overflow-wrap: anywhere">Wordsworth</p>`,
  overlapping: `<p style="position: relative">below<span style="position: absolute; left: 3px; top: 0">above</span></p>`,
  covered: `<p style="position: relative">under this<span style="position: absolute; inset: 0 20px 0 0; background: red"></span></p>`,
  value: `<input value="a value that is much too long" style="width: 40px">`,
  head: `<table><tr><th>name</th><th>a</th><th style="position: relative; left: 90px">b</th></tr><tr><th>row</th><td>1</td><td>2</td></tr></table>`,
  bar: `<div><span class="bar" style="display: block; width: 50px; height: 8px; background: red"></span><span style="display: block; margin-top: 60px">50%</span></div>`,
  scale: `<div><div><div class="inside-row"><canvas width="100" height="10"></canvas></div></div><div class="inside-scale"><span>0</span><span>1</span></div></div>`,
  sideways: `<div style="width: 40px; overflow-x: auto"><div style="width: 90px; height: 9px"></div></div>`,
  strip: `<nav style="width: 60px; overflow-x: auto; white-space: nowrap"><a>one</a> <a>two</a> <a>three</a> <a aria-current="page">four</a></nav>`,
  target: `<button style="width: 20px; height: 20px">x</button>`,
  small: `<p style="font-size: 9px">small</p>`,
};

test("each rule finds what is wrong in its way", async ({ page }) => {
  await serveRules(page);
  await page.addInitScript(noteDrawnTexts);
  // The page's own policy allows no style in a document.
  await page.route("**/specimen.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto("./specimen.html");
  await show(page, null, screens[0]);
  for (const [rule, specimen] of Object.entries(wrong)) {
    await page.setContent(`<!doctype html><body style="margin: 20px">${specimen}`);
    const { findings } = await ask(page, "en", { ...screens[0], isTouched: true, isProjected: true });
    expect(findings.filter((finding) => finding.startsWith(`${rule}: `)), `${rule} in ${specimen}`).not.toEqual([]);
  }
  await page.setContent(`<canvas width="100" height="20"></canvas>`);
  await page.evaluate(() => document.querySelector("canvas")?.getContext("2d")?.fillText("cut off", -20, 15));
  const { findings } = await ask(page, "en", screens[0]);
  expect(findings.join(), "what is written on a canvas").toContain('clipped: "cut off"');
});
