/* The network on the page as code to take along. */
import { readFile } from "node:fs/promises";
import { button } from "./breaking.js";
import { expect, test } from "./support/test.js";

test("the network stands there in Keras and in PyTorch, follows each setting, and one press copies it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32&batchSize=32");
  await page.getByRole("tab", { name: "Code" }).click();
  const code = page.getByRole("tabpanel", { name: "Keras" });
  await expect(code).toContainText('layers.Dense(32, activation="relu"');
  await expect(page.locator("mark")).toHaveCount(0);

  await page.getByLabel("Learning rate").fill("0.05");
  await page.getByLabel("Learning rate").press("Enter");
  await expect(page.locator("mark"), "what has changed is marked, and nothing else").toHaveText(/^ +optimizer=keras.optimizers.SGD\(learning_rate=0.05, momentum=0.9\),\s$/);

  await page.getByRole("tab", { name: "PyTorch" }).click();
  await expect(page.getByRole("tabpanel", { name: "PyTorch" })).toContainText("lr=0.05, momentum=0.9");
  await button(page, "Copy code").click();
  await expect(page.getByText("The code is copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toContain("    nn.Linear(784, 32),");
  expect(page.url()).toContain("view=code&code=pytorch");

  await button(page, "한국어").click();
  await expect(page.getByRole("tabpanel", { name: "PyTorch" }), "in the reader's words").toContainText("# 데이터");
});

test("a browser that keeps the clipboard to itself leaves the code selected", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto("./?lang=en&backend=cpu#/digits?view=code");
  await expect(page.getByRole("tabpanel", { name: "Keras" })).toContainText("import keras");
  await button(page, "Copy code").click();
  await expect(page.getByText("did not allow copying")).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toContain("model.fit(");
});

test("the notebook to download holds the network as it is set, in the reader's language, and the drawing", async ({ page }) => {
  await page.goto("./?lang=ko&backend=cpu#/digits?hidden=48&batchSize=32&untilEpoch=2&view=code");
  await expect(page.getByRole("tabpanel", { name: "Keras" })).toContainText("import keras");
  await page.locator(".drawing canvas").first().click();
  await expect(page.getByRole("status", { name: "예측" })).toHaveText(/\d/);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "노트북 내려받기").click()]);
  expect(download.suggestedFilename()).toBe("chalknet.ipynb");
  const { cells, nbformat } = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(nbformat).toBe(4);
  expect(cells[0].source[0]).toBe("# 손글씨 숫자 읽기\n");
  /** @param {string} id */
  const cell = (id) => cells.find((/** @type {{ id: string }} */ one) => one.id === id).source.join("");
  expect(cell("model")).toContain('layers.Dense(48, activation="relu"');
  expect(cell("fit")).toContain("    epochs=2,\n");
  const pixels = [...cell("own").matchAll(/^ {4}"(.*)"$/gm)].map(([, part]) => part).join("");
  const drawing = Buffer.from(pixels, "base64");
  expect(drawing).toHaveLength(28 * 28);
  expect(Math.max(...drawing), "a dot of ink").toBe(255);
});

test("the notebook is in the library that is looked at", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?view=code&code=pytorch");
  await expect(page.getByRole("tabpanel", { name: "PyTorch" })).toContainText("import torch");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Download notebook").click()]);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toContain("import torch");
  expect(file).toContain("torchvision, PyTorch's library for pictures");
  expect(file).not.toContain("keras");
});

test("the playground's network stands there as code beside it, follows what is changed on the page, and its points come as the file that it reads", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/depth?tab=playground&points=100&features=x1_x2_x1x2&hidden=3");
  await page.getByRole("button", { name: /^Network/ }).click();
  await button(page, "Code").click();
  const panel = page.getByRole("dialog", { name: "Code" });
  const code = panel.getByRole("tabpanel", { name: "Keras" });
  await expect(code).toContainText("x = np.stack([x1, x2, x1 * x2], axis=1)");
  await expect(code).toContainText("x_train, x_test = x[:70], x[70:]");
  await page.getByLabel("Learning rate").fill("0.03");
  await page.getByLabel("Learning rate").press("Enter");
  await expect(panel.locator("mark"), "it stays, and marks what has changed").toHaveText(/^ +optimizer=keras.optimizers.SGD\(learning_rate=0.03\),\s$/);
  await panel.getByRole("tab", { name: "PyTorch" }).click();
  await expect(panel.getByRole("tabpanel", { name: "PyTorch" })).toContainText("loss_function = nn.BCEWithLogitsLoss()");
  const [download] = await Promise.all([page.waitForEvent("download"), panel.getByRole("button", { name: "Download CSV" }).click()]);
  expect(download.suggestedFilename()).toBe("points.csv");
  expect((await readFile(await download.path(), "utf8")).trimEnd().split("\r\n")).toHaveLength(101);
  await panel.getByRole("button", { name: "Close" }).click();
  await expect(panel).toBeHidden();
});
