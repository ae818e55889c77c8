/* Tests in WebKit: one browser for all of them, on a copy of the site that tells what goes wrong in it unnoticed. */
import { test as base, expect } from "@playwright/test";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeServiceWorker } from "../../../vite/service-worker.js";
import { BROWSER } from "../support/browsers.js";
import { root } from "../support/files.js";
import { serveCopy } from "../support/server.js";
import { WebKit } from "./browser.js";

/** @import { Fixtures, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs, PlaywrightWorkerOptions } from "@playwright/test" */

/** @typedef {Awaited<ReturnType<typeof serveCopy>>} Served */

/**
 * @typedef {object} Tools
 * @property {WebKit} webkit
 * @property {Served} served
 */

/** A site of one's own, with what the tests need in the page. */
export async function serveTested() {
  const served = await serveCopy();
  const tests = (/** @type {string} */ path) => join(served.folder, "tests", path);
  cpSync(join(root, "tests/e2e/layout"), tests("layout"), { recursive: true });
  for (const file of ["finder.js", "in-page.js"]) cpSync(join(root, "tests/e2e/webkit", file), tests(`webkit/${file}`));
  const index = join(served.folder, "index.html");
  writeFileSync(index, readFileSync(index, "utf8").replace("<script", `<script type="module" src="./tests/webkit/in-page.js"></script>$&`));
  // A frame is as small as a phone, which no window is.
  writeFileSync(join(served.folder, "frame.html"), `<!doctype html><body style="margin: 0"><iframe style="border: 0"></iframe>`);
  writeServiceWorker(served.folder);
  return served;
}

/** @type {Fixtures<{ complaints: void }, Tools, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs & PlaywrightWorkerOptions>} */
const tools = {
  webkit: [
    async ({}, use) => {
      const webkit = await WebKit.start(process.env.WEBKIT ?? "");
      await webkit.resize(1280, 720);
      await use(webkit);
      await webkit.close();
    },
    { scope: "worker" },
  ],
  served: [
    async ({}, use) => {
      const served = await serveTested();
      // What is kept for later would be fetched while the tests look at what is there now.
      rmSync(join(served.folder, "service-worker.js"));
      await use(served);
      served.close();
    },
    { scope: "worker" },
  ],
  complaints: [
    async ({ webkit }, use, testInfo) => {
      testInfo.annotations.push({ type: BROWSER, description: `WebKitGTK ${webkit.version}` });
      await use();
      expect(await webkit.evaluate(() => window.complaints ?? []), "what went wrong unnoticed").toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(tools);
export { expect };
