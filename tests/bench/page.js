/* How smooth the page stays while it trains: what a visitor waits for, in milliseconds. */

/** @import { Browser, Page } from "@playwright/test" */
/** @import { Result } from "./table.js" */

const TRAIN_MS = 8000;
/** Longer tasks of the main thread are felt. The browser reports no shorter ones, which count as this. */
const LONG_TASK_MS = 50;
/** What is set on each board, and what it is called: one change of it is to cost the main thread less than 5 ms.
 *  @type {{ board: string, address: string, role: "slider" | "radio", names: string[] }[]} */
const SETTINGS = [
  { board: "rules", address: "rules?section=break", role: "slider", names: ["Rotation"] },
  { board: "perceptron", address: "perceptron", role: "slider", names: ["w1"] },
  { board: "depth, two lines", address: "depth", role: "slider", names: ["Fold"] },
  { board: "depth, playground", address: "depth?tab=playground", role: "radio", names: ["log", "linear"] },
  { board: "learning", address: "learning", role: "slider", names: ["Size of a step"] },
  { board: "revolution", address: "revolution?tab=race", role: "radio", names: ["Seconds", "Steps"] },
  { board: "digits", address: "digits", role: "radio", names: ["Epochs", "Steps"] },
];
/** Experiments of several networks, which draw curves and pictures while they learn. */
const EXPERIMENTS = ["next?look=networks", "next?tab=few", "next?tab=known&knownSeeds=1"];
/** By then such an experiment has an outcome. */
const EXPERIMENT_MS = 20_000;
/** By then all that a change has set off is done. */
const SETTLED_MS = 300;
/** By then a run that was started has done some steps. */
const UNDER_WAY_MS = 1000;

/**
 * @param {Browser} browser
 * @param {string} address of the site
 * @param {number} rounds
 * @returns {Promise<Result[]>}
 */
export async function measurePage(browser, address, rounds) {
  /** @type {Result[]} */
  const results = [];
  for (const backend of ["cpu", "webgpu"]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${address}?lang=en&backend=${backend}#/digits`);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
    await page.waitForTimeout(UNDER_WAY_MS);
    const group = `the page while it trains, ${backend}`;
    const add = (/** @type {string} */ name, /** @type {number[]} */ values) => results.push({ group, name, unit: "ms", values });
    add("longest task of the main thread", [await page.evaluate(longestTask, { forMs: TRAIN_MS, atLeast: LONG_TASK_MS })]);
    add("from the pen to the answer", await repeated(rounds, () => penToAnswer(page)));
    add("from pressing Pause to the pause", await repeated(rounds, () => pause(page)));
    await page.close();
  }
  for (const experiment of EXPERIMENTS) results.push(await measureExperiment(browser, address, experiment));
  for (const setting of SETTINGS) results.push(await measureSetting(browser, address, setting, rounds));
  return results;
}

/**
 * The longest task of the main thread from the press that starts an experiment on.
 * @param {Browser} browser
 * @param {string} address of the site
 * @param {string} place
 * @returns {Promise<Result>}
 */
async function measureExperiment(browser, address, place) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${address}?lang=en&backend=cpu#/${place}`);
  const main = page.locator(".controls .main:visible");
  await main.waitFor();
  await page.waitForTimeout(UNDER_WAY_MS * 3);
  const longest = page.evaluate(longestTask, { forMs: EXPERIMENT_MS, atLeast: LONG_TASK_MS });
  await main.click();
  const result = { group: "longest task of the main thread in an experiment, cpu", name: place, unit: "ms", values: [await longest] };
  await page.close();
  return result;
}

/**
 * What one change of a setting takes of the main thread, the answers of the worker included.
 * @param {Browser} browser
 * @param {string} address
 * @param {typeof SETTINGS[number]} setting
 * @param {number} rounds
 * @returns {Promise<Result>}
 */
async function measureSetting(browser, address, { board, address: place, role, names }, rounds) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${address}?lang=en&backend=cpu#/${place}`);
  await page.waitForTimeout(UNDER_WAY_MS * 3);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const busy = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN;
  let turn = 0;
  const values = await repeated(rounds + 1, async () => {
    const name = names[(turn += 1) % names.length] ?? "";
    const control = await page.getByRole(role, { name, exact: true }).first().elementHandle();
    // What the page does anyway does not count.
    const start = await busy();
    await page.waitForTimeout(SETTLED_MS);
    const before = await busy();
    await control?.evaluate((element, step) => {
      if (!(element instanceof HTMLInputElement)) return;
      if (element.type === "radio") return element.click();
      element.value = String(Number(element.min) + (Number(element.max) - Number(element.min)) * (0.3 + 0.02 * step));
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }, turn);
    await page.waitForTimeout(SETTLED_MS);
    return 1000 * (await busy() - before - (before - start));
  });
  await page.close();
  // The first time code is compiled.
  return { group: "one change of a setting", name: board, unit: "ms", values: values.slice(1) };
}

/** @param {number} times @param {() => Promise<number>} measure */
async function repeated(times, measure) {
  const values = [];
  for (let time = 0; time < times; time += 1) values.push(await measure());
  return values;
}

/** Runs in the page. @param {{ forMs: number, atLeast: number }} what @returns {Promise<number>} */
function longestTask({ forMs, atLeast }) {
  return new Promise((resolve) => {
    let longest = atLeast;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    setTimeout(() => {
      observer.disconnect();
      resolve(longest);
    }, forMs);
  });
}

/** From the first touch of an empty canvas to the first answer. @param {Page} page */
async function penToAnswer(page) {
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  // Otherwise the answer to the drawing before could be taken for that to the next one, or not change at all.
  await page.locator('output[aria-label="Prediction"]:text-is("?")').waitFor();
  const canvas = page.getByLabel("Draw a digit");
  const box = await canvas.boundingBox();
  if (!box) throw new Error("there is no canvas to draw on");
  const answered = watch(page, "Prediction", "pointerdown", /\d/);
  await answered.ready;
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.3);
  await page.mouse.down();
  const time = await answered.time;
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.7, { steps: 4 });
  await page.mouse.up();
  return time;
}

/** From the press to the button's other name, and on again. @param {Page} page */
async function pause(page) {
  const paused = watch(page, "", "pointerdown", /^Train$/);
  await paused.ready;
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const time = await paused.time;
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
  // The button says so as soon as it is asked to; a pause that comes before the run would not be one.
  await page.waitForTimeout(UNDER_WAY_MS);
  return time;
}

/**
 * Times, by the page's own clock, how long after the next `event` a text comes: that of the read-out with this name, or
 * of the main button.
 * @param {Page} page
 * @param {string} readout
 * @param {string} event
 * @param {RegExp} text
 */
function watch(page, readout, event, text) {
  const handle = page.evaluateHandle(
    ({ readout, event, source }) => {
      const pattern = new RegExp(source);
      const element = readout === "" ? [...document.querySelectorAll("button")].find((button) => button.textContent === "Pause") : document.querySelector(`output[aria-label="${readout}"]`);
      if (!element) throw new Error("there is nothing to watch");
      /** @type {Promise<number>} */
      const time = new Promise((resolve) => {
        let start = NaN;
        document.addEventListener(event, ({ timeStamp }) => (start = timeStamp), { capture: true, once: true });
        const observer = new MutationObserver(() => {
          if (Number.isNaN(start) || !pattern.test(element.textContent ?? "")) return;
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(element, { childList: true, characterData: true, subtree: true });
      });
      return { time };
    },
    { readout, event, source: text.source },
  );
  return { ready: handle, time: handle.then((watched) => watched.evaluate(({ time }) => time)) };
}
