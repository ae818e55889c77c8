/* The package in pkg/, used by somebody else's page. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./support/test.js";
import { packageRoot } from "./support/files.js";

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));

test("the package names files that it has", () => {
  for (const file of [manifest.main, manifest.types, "README.md"]) {
    expect(existsSync(join(packageRoot, file)), file).toBe(true);
  }
  expect(manifest).toMatchObject({ name: "chalknet", type: "module" });
});

test("the README's example learns XOR on the page that it is pasted into", async ({ page, baseURL }) => {
  const example = readFileSync(join(packageRoot, "README.md"), "utf8").match(/```js\n([^]*?)```/)?.[1];
  expect(example, "a JavaScript example in the README").toBeDefined();
  const html = `<!doctype html><title>Example</title>
    <script type="importmap">{ "imports": { "chalknet": "./chalknet/${manifest.main}" } }</script>
    <script type="module">${example}</script>`;
  const folder = `${baseURL}example/`;
  await page.route(folder, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.route(`${folder}chalknet/*`, (route) =>
    route.fulfill({ path: join(packageRoot, new URL(route.request().url()).pathname.split("/").at(-1) ?? "") }),
  );

  /** What the example printed, line by line, as values. @type {unknown[][]} */
  const printed = [];
  page.on("console", async (message) => {
    const values = await Promise.all(message.args().map((value) => value.evaluate((it) => (ArrayBuffer.isView(it) ? Array.from(/** @type {Float32Array} */ (it)) : it))));
    printed.push(values);
  });
  await page.goto(folder);
  await expect.poll(() => printed.length).toBe(2);

  const [loss, answers] = printed;
  expect(loss).toEqual(["loss", expect.any(Number), "to", expect.any(Number)]);
  expect(Number(loss?.[3])).toBeLessThan(Number(loss?.[1]) / 5);
  const probabilities = /** @type {number[]} */ (answers?.[1]);
  const classes = [0, 2, 4, 6].map((row) => (Number(probabilities[row]) > Number(probabilities[row + 1]) ? 0 : 1));
  expect(classes).toEqual([0, 1, 1, 0]);
});
