/*
 * Playwright's `test` with two promises that every test of the page also keeps:
 * no request leaves the site's own address, and no error goes uncaught on the page.
 */
import { test as base, expect } from "@playwright/test";

/**
 * @import { Fixtures, PlaywrightTestArgs, PlaywrightTestOptions, PlaywrightWorkerArgs } from "@playwright/test"
 * @type {Fixtures<{ requests: string[] }, {}, PlaywrightTestArgs & PlaywrightTestOptions, PlaywrightWorkerArgs>}
 */
const promises = {
  /** The address of every request so far, the worker's included. */
  requests: [
    async ({ context, baseURL }, use) => {
      /** @type {string[]} */
      const requests = [];
      /** @type {Error[]} */
      const uncaught = [];
      context.on("request", (request) => requests.push(request.url()));
      context.on("weberror", (error) => uncaught.push(error.error()));
      await use(requests);
      const leaving = requests.filter((url) => !url.startsWith(`${baseURL}`) && !/^(blob|data):/.test(url));
      expect(leaving, "requests that left the site").toEqual([]);
      expect(uncaught, "errors that nobody caught").toEqual([]);
    },
    { auto: true },
  ],
};

export const test = base.extend(promises);
export { expect };
