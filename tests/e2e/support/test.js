/*
 * Playwright's `test` with three promises that every test of the page also keeps: no request leaves the site's own
 * address, no error goes uncaught in the page or its worker, and nothing breaks the page's Content-Security-Policy.
 * A test that breaks something on purpose names the errors it causes: `test.use({ expectedErrors: [/unreachable/] })`.
 * The site has two shards of the data, 5,000 images to train on and 5,000 to test on; a test that needs all of them says
 * `test.use({ data: "whole" })`, and one that needs a page whose workers may share memory `test.use({ data: "isolated" })`.
 */
import { test as base, expect } from "@playwright/test";
import { BROWSER } from "./browsers.js";
import { ISOLATED, TWO_SHARDS, WHOLE } from "./paths.js";

/**
 * @import { Fixtures, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs } from "@playwright/test"
 * @typedef {object} Promises
 * @property {"two shards" | "whole" | "isolated"} data what the site has of it; isolated it has all
 * @property {RegExp[]} expectedErrors messages of uncaught errors that belong to the test
 * @property {string[]} requests the address of every request so far, the worker's included
 */

/** @type {Fixtures<Promises, {}, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs>} */
const promises = {
  data: ["two shards", { option: true }],
  baseURL: ({ baseURL, data }, use) => use(data === "two shards" ? baseURL : baseURL?.replace(TWO_SHARDS, WHOLE).replace(WHOLE, data === "whole" ? WHOLE : ISOLATED)),
  expectedErrors: [[], { option: true }],
  requests: [
    async ({ browser, context, baseURL, expectedErrors }, use, testInfo) => {
      testInfo.annotations.push({ type: BROWSER, description: `${browser.browserType().name().replace(/^./, (letter) => letter.toUpperCase())} ${browser.version()}` });
      /** @type {string[]} */
      const requests = [];
      /** @type {string[]} */
      const uncaught = [];
      context.on("request", (request) => requests.push(request.url()));
      context.on("weberror", (error) => uncaught.push(`${error.error().stack}`));
      /** @type {string[]} */
      const forbidden = [];
      context.on("console", (message) => {
        if (/Content Security Policy/i.test(message.text())) forbidden.push(message.text());
      });
      await use(requests);
      const leaving = requests.filter((url) => !url.startsWith(`${baseURL}`) && !/^(blob|data):/.test(url));
      expect(leaving, "requests that left the site").toEqual([]);
      const surprising = uncaught.filter((error) => !expectedErrors.some((expected) => expected.test(error)));
      expect(surprising, "errors that nobody caught").toEqual([]);
      expect(forbidden, "what the page's policy forbids").toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(promises);
export { expect };
