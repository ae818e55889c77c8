/* The package in pkg/ on a graphics card, in somebody else's page. */
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { packageRoot } from "./support/files.js";

test("the way that suits a graphics card is found by trying, once in a page, and what trains with it learns", async ({ page, baseURL }) => {
  const folder = `${baseURL}example/`;
  await page.route(folder, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Example</title>" }));
  await page.route(`${folder}chalknet/*`, (route) => route.fulfill({ path: join(packageRoot, new URL(route.request().url()).pathname.split("/").at(-1) ?? "") }));
  await page.goto(folder);
  const found = await page.evaluate(async (address) => {
    /** @type {typeof import("../../pkg/chalknet/index.js")} */
    const { Trainer } = await import(address);
    // A program is not tried out.
    Object.defineProperty(GPUAdapterInfo.prototype, "isFallbackAdapter", { get: () => false });
    let submitted = 0;
    const { submit } = GPUQueue.prototype;
    GPUQueue.prototype.submit = function (commands) {
      submitted += 1;
      return submit.call(this, commands);
    };
    const create = () => Trainer.create({ layers: [2, 8, 2], learningRate: 0.05, batchSize: 4, seed: 1, backend: "webgpu", tuning: "auto" });
    const first = await create();
    const toTry = submitted;
    const second = await create();
    const toTryAgain = submitted - toTry;
    second.addTrainingData(new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]), [0, 1, 1, 0]);
    const { losses } = await second.train(100);
    return { tunings: [first.tuning, second.tuning], toTry, toTryAgain, losses: [losses[0], losses.at(-1)] };
  }, `${folder}chalknet/index.js`);
  const { tunings, toTry, toTryAgain, losses: [first = 0, last = 1] } = found;
  expect(tunings[0]).toMatch(/^[48]x[48](-shared|-widely-shared)?$/);
  expect(tunings[1]).toBe(tunings[0]);
  expect(toTry).toBeGreaterThan(3);
  expect(toTryAgain).toBe(0);
  expect(last).toBeLessThan(first / 2);
});
