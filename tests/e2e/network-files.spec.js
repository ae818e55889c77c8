/* A network saved as a file, and one opened from a file. */
import { readFile } from "node:fs/promises";
import { button, drawOne, number, readout } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const board = "#/digits?hidden=16&batchSize=32&trainingImages=2000&untilEpoch=1&view=code";

/** @param {Page} page @param {string} [format] */
async function saved(page, format = "safetensors") {
  await page.getByLabel("File format").selectOption(format);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save network").click()]);
  expect(download.suggestedFilename()).toBe(`chalknet.${format}`);
  return readFile(await download.path());
}

/** @param {Page} page @param {string} name @param {Buffer} buffer */
async function open(page, name, buffer) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Open network").click()]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer });
}

test("a trained network is saved, and opened elsewhere it answers the same, with its settings; what it takes the place of can be had back", async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu${board}`);
  await button(page, "Train").click();
  await expect(page.getByText("Stopped after epoch 1.")).toBeVisible();
  await expect(readout(page, "Test accuracy")).toHaveText(/\d%$/);
  const accuracy = await number(page, "Test accuracy");
  expect(accuracy).toBeGreaterThan(50);
  const file = await saved(page);
  expect((await saved(page, "onnx")).includes("layers.0.kernel")).toBe(true);

  await page.goto("about:blank");
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=8&optimizer=adam&view=code");
  await drawOne(page);
  await expect(page.getByText("it has not learnt yet")).toBeVisible();
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  await open(page, "mine.safetensors", file);
  await expect(page.getByText("The network from mine.safetensors is open")).toBeVisible();
  await expect(readout(page, "Test accuracy")).toHaveText(`${accuracy.toFixed(1)}%`);
  await expect(page.getByText("it has not learnt yet"), "it has, though not here").toBeHidden();
  await expect(page.getByRole("status", { name: "State" }), "nor is it told that it knows nothing").toHaveText("It has learnt elsewhere.");
  expect(page.url(), "the file's settings, and nothing of those before").toMatch(/digits\?batchSize=32&hidden=16&view=code$/);
  expect(await saved(page), "bit for bit").toEqual(file);
  await button(page, "Take it back").click();
  await expect(readout(page, "Step")).toHaveText("1");
  expect(page.url()).toContain("hidden=8");
});

test("a file dropped on the page is opened; what does not fit is refused in words and changes nothing", async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu${board}`);
  const file = await saved(page);
  const drop = (/** @type {string} */ name, /** @type {Buffer} */ bytes) =>
    page.evaluate(
      ([name = "", text = ""]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
        const body = document.body;
        const isTaken = !body.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer }));
        body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        return isTaken;
      },
      [name, bytes.toString("base64")],
    );
  const address = page.url();
  expect(await drop("cut.safetensors", file.subarray(0, -4))).toBe(true);
  await expect(page.getByRole("alert")).toContainText("cut.safetensors cannot be opened");
  const text = file.toString("latin1");
  await drop("bent.safetensors", Buffer.from(text.replace('\\"relu\\"', '\\"tanh\\"').replace('\\"identity\\"', '\\"sigmoid\\"'), "latin1"));
  await expect(page.getByRole("alert")).toContainText(/bent.safetensors/);
  expect(page.url()).toBe(address);
  await drop("whole.safetensors", file);
  await expect(page.getByText("The network from whole.safetensors is open")).toBeVisible();
  await expect(page.getByRole("alert"), "what was said of the others is over").toBeEmpty();
});
