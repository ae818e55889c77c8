/* Handwriting of a class: written on a phone, shown as a code, and taken in on the teacher's page. */
import { button, readout } from "./breaking.js";
import { digits, draw } from "./playing.js";
import { readCode } from "./support/qr.js";
import { expect, test } from "./support/test.js";

test("ten digits are written on a phone, shown as a QR code, taken in by the teacher, read, learnt from, and deleted", async ({ page, requests }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./?lang=en&backend=cpu#/digits?collect=draw");
  for (let digit = 0; digit < 10; digit += 1) {
    await expect(page.getByRole("heading", { level: 1, name: `Write a ${digit}` })).toBeVisible();
    await draw(page, Object.values(digits)[digit % 3] ?? []);
    await button(page, "Next").click();
  }
  await page.getByRole("textbox", { name: "Name, if you like" }).fill("Min");
  const link = page.getByRole("textbox", { name: "Link with your handwriting" });
  const code = page.getByRole("img", { name: "QR code of your handwriting" });
  await expect.poll(async () => (await readCode(code)) === (await link.inputValue())).toBe(true);
  const sent = (await readCode(code)) ?? "";
  const told = requests.filter((url) => url.includes("written"));
  expect(told, "nothing that was written is told to the server").toEqual([]);
  await button(page, "Delete everything").click();
  await expect(page.getByRole("heading", { level: 1, name: "Write a 0" })).toBeVisible();

  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=16&batchSize=32");
  await page.getByRole("main").getByRole("button", { name: /^Data/ }).click();
  await button(page, "Collect handwriting").click();
  const dialog = page.getByRole("dialog", { name: "Collect handwriting" });
  expect(await readCode(dialog.getByRole("img", { name: "QR code of the page to write on" }))).toMatch(/#\/digits\?collect=draw$/);
  const pasted = dialog.getByRole("textbox", { name: "Links, pasted" });
  await pasted.fill(`Min wrote: ${sent} and ${sent.slice(0, -7)}`);
  await button(page, "Take in").click();
  await expect(dialog).toContainText("People: 1 · digits: 10");
  await expect(dialog).toContainText("is damaged");
  await expect(readout(page, "Accuracy on your class")).toHaveText(/^\d/);
  await expect(dialog.getByRole("listitem")).toContainText("Min");
  await expect(dialog.getByRole("img", { name: /^Image \d+: a \d/ })).toHaveCount(10);
  await button(page, "Train with half of it, test on the other half").click();
  await expect(dialog).toContainText("Of the 5 of the other half it read");
  await button(page, "Delete everything").click();
  await expect(dialog).toContainText("Nobody's handwriting is here yet.");

  // A link that is opened brings its handwriting along.
  await page.goto(sent.replace(/written=/, "hidden=16&written="));
  await expect(dialog).toContainText("People: 1 · digits: 10");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(/written|collect/);
});
