/*
 * The browser tests: the site in dist/, in the system's Chromium, under a path of its own and with two shards of the data,
 * or with all of it where a test says `test.use({ data: "whole" })`.
 *
 * Files named *.webgpu.spec.js run with WebGPU (in software), all others without it, as on a machine that has none. Those run
 * in Chromium's headless shell where HEADLESS_SHELL names one: the same engine without a browser's windows around it, which
 * takes a quarter less of the processor's time. What is the whole browser's runs in the whole browser.
 * Those that are tagged @every-engine run in Firefox, too, where FIREFOX names one.
 * `cargo xtask test` names the browsers; by hand: CHROMIUM=/usr/bin/chromium npx playwright test digits
 */
import { defineConfig } from "@playwright/test";
import { TWO_SHARDS, WHOLE } from "./tests/e2e/support/paths.js";
import { findFreePort } from "./tests/e2e/support/port.js";

/** These tests keep the page's promises in every browser engine that a class has. */
const everyEngine = /@every-engine/;
const webgpuTests = /\.webgpu\.spec\.js$/;
/** Paper and fingers: the headless shell prints and zooms in ways of its own. */
const wholeBrowserTests = /\/(print|touch)\.spec\.js$/;
/** These drive a browser that Playwright cannot drive. */
const webkitTests = /\/webkit\/.*\.spec\.js$/;

// Each worker process reads this file again and must find the port that the first one chose.
const port = (process.env.SITE_PORT ??= String(await findFreePort()));
const baseURL = `http://localhost:${port}${TWO_SHARDS}`;
/** Few tests, which train as visitors do: with all of the data. */
const whole = { baseURL: `http://localhost:${port}${WHOLE}` };

/**
 * What Chromium is to leave out: what Playwright leaves out, for a second switch takes the place of its own; and the pages
 * that are the address bar's list, which every new window loads, at about a second of the processor's time for each test.
 */
const leftOut = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls"],
  ...["HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "Translate", "AutoDeElevate"],
  ...["BlockOriginHeaderModificationOnRedirect", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"],
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"],
];

const launchArguments = [
  // Chromium refuses to start as root, as it often is in a container, unless its sandbox is off.
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  // A request to any other host fails, on every machine alike.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
  `--disable-features=${leftOut.join()}`,
];

const wholeBrowser = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** @param {string} executablePath @param {string[]} more */
const chromium = (executablePath, ...more) => ({ launchOptions: { executablePath, args: [...launchArguments, ...more] } });

/** @param {Record<string, boolean>} preferences */
const firefox = (preferences) => ({
  browserName: /** @type {const} */ ("firefox"),
  channel: "moz-firefox",
  // A screenshot puts a style into the page, which its policy forbids.
  screenshot: /** @type {const} */ ("off"),
  launchOptions: {
    executablePath: process.env.FIREFOX ?? "",
    // Scroll bars take no room, as on most machines now.
    firefoxUserPrefs: { "ui.useOverlayScrollbars": 1, ...preferences },
  },
});
const firefoxProjects = [
  { name: "firefox", testIgnore: [webgpuTests, webkitTests], grep: everyEngine, use: firefox({ "dom.webgpu.enabled": false }) },
  {
    name: "firefox-webgpu",
    testMatch: webgpuTests,
    grep: everyEngine,
    workers: 1,
    use: { ...firefox({ "dom.webgpu.enabled": true, "gfx.webgpu.ignore-blocklist": true }), ...whole },
  },
];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }], ["./tests/e2e/support/browsers.js"]],
  // A page waits for its worker, its data and its clocks about as long as it computes: two keep two cores busy.
  workers: 2,
  // On a busy machine one may come late once; what is broken fails twice. The report names those that needed two.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    locale: "en-US",
    viewport: { width: 1280, height: 720 },
    trace: "off",
    screenshot: "only-on-failure",
    // It would answer in the place of the files that tests change on their way; its own tests let it in.
    serviceWorkers: "block",
  },
  projects: [
    // The windows of two would take the focus from each other. It comes first, so that others are at work beside it.
    ...(process.env.WEBKIT ? [{ name: "webkit", testMatch: webkitTests, workers: 1 }] : []),
    { name: "no-webgpu", testIgnore: [webgpuTests, webkitTests, wholeBrowserTests], use: chromium(process.env.HEADLESS_SHELL ?? wholeBrowser) },
    { name: "whole-browser", testMatch: wholeBrowserTests, use: { ...chromium(wholeBrowser), ...whole } },
    // Software WebGPU takes every core that a small machine has.
    { name: "webgpu", testMatch: webgpuTests, workers: 1, use: { ...chromium(wholeBrowser, "--enable-unsafe-webgpu"), ...whole } },
    ...(process.env.FIREFOX ? firefoxProjects : []),
  ],
  webServer: {
    command: `node tests/e2e/support/preview.js ${port}`,
    cwd: import.meta.dirname,
    url: baseURL,
    reuseExistingServer: false,
  },
});
