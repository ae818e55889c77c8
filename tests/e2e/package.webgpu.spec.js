/* The package in pkg/ on a graphics card, in somebody else's page. */
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { packageRoot } from "./support/files.js";

/**
 * Opens an empty page that has the package.
 * @param {import("@playwright/test").Page} page
 * @param {string | undefined} baseURL
 * @returns {Promise<string>} its address
 */
async function open(page, baseURL) {
  const folder = `${baseURL}example/`;
  await page.route(folder, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Example</title>" }));
  await page.route(`${folder}chalknet/*`, (route) => route.fulfill({ path: join(packageRoot, new URL(route.request().url()).pathname.split("/").at(-1) ?? "") }));
  await page.goto(folder);
  return `${folder}chalknet/index.js`;
}

test("the way that suits a graphics card is found by trying, once in a page, and what trains with it learns", async ({ page, baseURL }) => {
  const script = await open(page, baseURL);
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
  }, script);
  const { tunings, toTry, toTryAgain, losses: [first = 0, last = 1] } = found;
  expect(tunings[0]).toMatch(/^[48]x[48](-shared|-widely-shared)?$/);
  expect(tunings[1]).toBe(tunings[0]);
  expect(toTry).toBeGreaterThan(3);
  expect(toTryAgain).toBe(0);
  expect(last).toBeLessThan(first / 2);
});

test("a trainer tells whose graphics card it has, and trains where a browser tells nothing", async ({ page, baseURL }) => {
  const script = await open(page, baseURL);
  const named = await page.evaluate(async (address) => {
    /** @type {typeof import("../../pkg/chalknet/index.js")} */
    const { Trainer } = await import(address);
    const info = (await navigator.gpu.requestAdapter())?.info;
    const trainers = [await Trainer.create({ layers: [2, 2], backend: "webgpu" }), await Trainer.create({ layers: [2, 2] })];
    return { vendor: info?.vendor, adapters: trainers.map(({ adapter }) => adapter) };
  }, script);
  expect(named.vendor).toBeTruthy();
  expect(named.adapters).toEqual([expect.stringContaining(String(named.vendor)), ""]);
  // As browsers before 2025 are.
  await page.addInitScript(() => Reflect.deleteProperty(GPUAdapter.prototype, "info"));
  await page.reload();
  const silent = await page.evaluate(async (address) => {
    /** @type {typeof import("../../pkg/chalknet/index.js")} */
    const { Trainer } = await import(address);
    const trainer = await Trainer.create({ layers: [2, 2], backend: "webgpu" });
    trainer.addTrainingData(new Uint8Array(4), [0, 1]);
    return { adapter: trainer.adapter, steps: (await trainer.train(2)).losses.length };
  }, script);
  expect(silent).toEqual({ adapter: "", steps: 2 });
});

test("a batch of more rows than the graphics card takes is refused with a code, and what trains beside it goes on", async ({ page, baseURL }) => {
  const found = await page.evaluate(async (address) => {
    /** @type {typeof import("../../pkg/chalknet/index.js")} */
    const { Trainer } = await import(address);
    const inputs = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]);
    const other = await Trainer.create({ layers: [2, 8, 2], backend: "webgpu", seed: 1 });
    other.addTrainingData(inputs, [0, 1, 1, 0]);
    /** What comes of a batch of so many rows. @param {number} rows */
    const trained = async (rows) => {
      const trainer = await Trainer.create({ layers: [1, 2], backend: "webgpu", batchSize: rows });
      try {
        trainer.addTrainingData(new Uint8Array(rows), new Uint8Array(rows));
        return (await trainer.train(1)).rows[0];
      } catch (error) {
        const { code, message } = /** @type {import("../../pkg/chalknet/index.js").TrainerError} */ (error);
        return { code, message };
      } finally {
        trainer.free();
      }
    };
    return { most: await trained(131_070), more: await trained(131_071), steps: (await other.train(3)).losses.length };
  }, await open(page, baseURL));
  expect(found).toEqual({ most: 131_070, more: { code: "out-of-memory", message: expect.stringContaining("a batch or a layer takes 65536 workgroups") }, steps: 3 });
});
