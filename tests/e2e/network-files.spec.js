/* A network saved as a file, and one opened from a file. */
import { readFile } from "node:fs/promises";
import { button, drawOne, number, readout } from "./breaking.js";
import { drop } from "./support/dropping.js";
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
  const address = page.url();
  expect(await drop(page, "cut.safetensors", file.subarray(0, -4))).toBe(true);
  await expect(page.getByRole("alert")).toContainText("cut.safetensors cannot be opened");
  const text = file.toString("latin1");
  await drop(page, "bent.safetensors", Buffer.from(text.replace('\\"relu\\"', '\\"tanh\\"').replace('\\"identity\\"', '\\"sigmoid\\"'), "latin1"));
  await expect(page.getByRole("alert")).toContainText(/bent.safetensors/);
  expect(page.url()).toBe(address);
  await drop(page, "whole.safetensors", file);
  await expect(page.getByText("The network from whole.safetensors is open")).toBeVisible();
  await expect(page.getByRole("alert"), "what was said of the others is over").toBeEmpty();
});

test("a file that holds no network is refused with what to do instead, and elsewhere, too, a drop loses nothing", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=16");
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  const alert = page.getByRole("alert");
  await drop(page, "mine.onnx", Buffer.from("\u0008\u0008onnx"));
  await expect(alert).toContainText("mine.onnx is ONNX: networks leave this page as that, but come in as safetensors only.");
  const [lines] = await Promise.all([page.waitForEvent("download"), button(page, "Download these lines").click()]);
  expect(lines.suggestedFilename()).toBe("to_safetensors.py");
  expect((await readFile(await lines.path())).toString()).toContain("save_file(weights");
  for (const name of ["model.keras", "points.json", "own"]) {
    await drop(page, name, Buffer.from("{}"));
    await expect(alert).toContainText(`${name} is no safetensors file`);
  }
  await drop(page, "shoe.png", Buffer.from("not looked at"), "image/png");
  await expect(alert).toContainText("shoe.png is no network.");
  await button(page, "Collect handwriting").click();
  await expect(page.getByRole("dialog", { name: "Collect handwriting" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(readout(page, "Step"), "nothing is lost").toHaveText("1");
  await page.goto("./?lang=en&backend=cpu#/digits?collect=draw");
  await expect(page.getByRole("heading", { level: 1, name: "Write a 0" })).toBeVisible();
  expect(await drop(page, "shoe.png", Buffer.from("")), "the browser does not leave the page for it").toBe(true);
  await expect(page.getByText("No file is opened here.")).toBeVisible();
  await page.goto("./?lang=en&backend=cpu#/teach");
  await expect(page.getByRole("heading", { level: 1, name: /told right and wrong/ })).toBeVisible();
  expect(await drop(page, "shoe.png", Buffer.from(""))).toBe(true);
  await expect(page.getByText("This is no file of drawings from this board.")).toBeVisible();
});

test("a network from a file takes the place of one that learns own kinds, and that can be had back with its pictures", async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu${board}`);
  const file = await saved(page);
  await page.goto("./?lang=en&backend=cpu&story=no#/digits?hidden=8&collect=class");
  const dialog = page.getByRole("dialog", { name: "Collect handwriting" });
  await expect(dialog).toContainText("Nobody's handwriting is here yet.");
  await drop(page, "own.csv", Buffer.from(Array.from({ length: 20 }, (_, row) => `${row % 2},${Array(784).fill(row % 2 ? 255 : 0).join()}`).join("\n")));
  await expect(dialog, "what is dropped on the window goes there").toContainText("own.csv, pictures: 20.");
  await expect(page.getByRole("alert")).toBeEmpty();
  for (const [name, words] of [["mine.safetensors", "mine.safetensors is no file with pictures in it"], ["notes.txt", "holds no handwriting"]]) {
    await drop(page, name ?? "", Buffer.from("{}"));
    await expect(dialog).toContainText(words ?? "");
  }
  await button(page, "Train the board's network on these").click();
  await button(page, "Step").click();
  await expect(readout(page, "Step")).toHaveText("1");
  await drop(page, "points.json", Buffer.from("[]"));
  await expect(page.getByRole("alert")).toContainText("Nothing has changed.");
  await expect(page.getByRole("main")).toContainText("Own own.csv, 16 images");
  await drop(page, "mine.safetensors", file);
  await expect(page.getByText("The network from mine.safetensors is open")).toBeVisible();
  await expect(page.getByRole("main"), "it is for MNIST").toContainText("MNIST, 5,000 of 60,000 images");
  await button(page, "Take it back").click();
  await expect(page.getByRole("main")).toContainText("Own own.csv, 16 images");
  await expect(readout(page, "Step")).toHaveText("1");
});
