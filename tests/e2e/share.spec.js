/* Handing the page on: the address, its QR code, and a board with only some of its controls. */
import { button } from "./breaking.js";
import { readCode } from "./support/qr.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const dialog = (page) => page.getByRole("dialog", { name: "Hand this page on" });

/** @param {Page} page */
async function openShare(page) {
  await page.getByRole("button", { name: "Address and QR code (Q)" }).click();
  return dialog(page).getByRole("textbox", { name: "Address" });
}

test("Share shows the address, copies it, and draws it as a QR code that fills the screen", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./?lang=en&palette=board&backend=cpu#/digits?hidden=64-32&learningRate=0.05&seed=7");
  await expect(button(page, "Train")).toBeVisible();
  const address = await openShare(page);
  await expect(address).toHaveValue(page.url());
  await button(page, "Copy the address").click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  const code = dialog(page).getByRole("img", { name: "QR code of the address" });
  await expect.poll(() => readCode(code)).toBe(page.url());
  const box = await code.boundingBox();
  expect(box?.height, "large enough for the back row").toBeGreaterThan(0.7 * 720);
  await expect(dialog(page)).toContainText("others cannot open it");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  const handedOut = page.url();
  await page.locator("body").press("p");
  await page.locator("body").press("q");
  await expect(address, "the projector stays with the teacher").toHaveValue(handedOut);
});

test("of an address that is longer than its field no line is cut in half", async ({ page }) => {
  for (const [width, height] of [[820, 1180], [320, 640]]) {
    await page.setViewportSize({ width: width ?? 0, height: height ?? 0 });
    await page.goto("./?lang=en&backend=cpu#/perceptron?w1=1.25&w2=-0.75&b=0.35&rate=0.25&seed=4294967295&table=1001&speed=321&extra=map");
    await expect(button(page, "Learn")).toBeVisible();
    await page.locator("body").press("q");
    const address = dialog(page).getByRole("textbox", { name: "Address" });
    const cut = await address.evaluate((field) => {
      const { lineHeight, paddingTop } = getComputedStyle(field);
      const line = Number.parseFloat(lineHeight);
      const room = field.clientHeight - Number.parseFloat(paddingTop);
      return Math.min(field.scrollHeight - field.clientHeight, room % line, line - (room % line));
    });
    expect(cut, `at ${width} x ${height}`).toBeLessThan(2);
    await page.keyboard.press("Escape");
  }
});

test("an address that no QR code can hold is still shown and copied", async ({ page }) => {
  await page.goto(`./?lang=en&backend=cpu&note=${"n".repeat(3200)}#/digits`);
  const address = await openShare(page);
  await expect(address).toHaveValue(page.url());
  await expect(dialog(page)).toContainText("too long for a QR code");
});

test("a board is handed out with just the controls that were chosen, in any language, and stays so", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/digits?hidden=32");
  await expect(button(page, "Train")).toBeVisible();
  const address = await openShare(page);
  await dialog(page).getByText("Choose controls to keep").click();
  for (const box of await dialog(page).getByRole("checkbox").all()) await box.uncheck();
  for (const name of ["Reset", "Loss"]) await dialog(page).getByRole("checkbox", { name, exact: true }).check();
  const handedOut = await address.inputValue();
  expect(new URL(handedOut).searchParams.get("keep")).toBe("digits*digits.reset*loss.title");
  await expect.poll(() => readCode(dialog(page).getByRole("img"))).toBe(handedOut);

  await page.goto(handedOut.replace("lang=en", "lang=ko"));
  const board = page.getByRole("main");
  await expect(board.getByRole("button", { name: "학습", exact: true })).toBeVisible();
  await expect(board.getByLabel("숫자 그리기")).toBeVisible();
  await expect.poll(() => board.locator("button:visible, input:visible, [role=tab]:visible").count()).toBe(5);
  await board.getByRole("button", { name: "학습", exact: true }).click();
  await expect(board.getByRole("button", { name: "일시 정지" })).toBeVisible();
  await expect(board.getByRole("button", { name: "처음으로" })).toBeVisible();
  await expect(board.getByRole("tab")).toHaveCount(0);
  // Other boards have all of theirs.
  await page.goto(handedOut.replace(/#.*/, "#/perceptron"));
  await expect(button(page, "One update")).toBeVisible();
});

test("controls of another version are said to be unknown, and then all are there", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu&keep=digits*digits.fly#/digits");
  await expect(page.locator(".note")).toContainText("keep=digits*digits.fly");
  await expect(button(page, "Step")).toBeVisible();
});

test("the frame's code puts the board into another page, without its head and as it is set", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu&palette=board#/perceptron?w1=1.25&w2=-0.75");
  await expect(button(page, "Learn")).toBeVisible();
  await openShare(page);
  await dialog(page).getByText("Put it into another page").click();
  const code = await dialog(page).getByRole("textbox", { name: "Code of a frame" }).inputValue();
  await page.route("**/another-page.html", (route) => route.fulfill({ contentType: "text/html", body: `<h1>A course</h1>${code}` }));
  await page.goto("./another-page.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText("What can one line decide?");
  await expect(frame.getByRole("banner")).toBeHidden();
  await expect(frame.locator("html")).toHaveAttribute("data-palette", "board");
  await frame.getByRole("button", { name: "Learn", exact: true }).click();
  const overflow = await frame.locator("html").evaluate((root) => root.scrollHeight - root.clientHeight);
  expect(overflow, "the board fills the frame and does not scroll in it").toBeLessThanOrEqual(0);
});

test("a frame that does not let the page be itself says what it needs", async ({ page }) => {
  await page.route("**/another-page.html", (route) =>
    route.fulfill({ contentType: "text/html", body: '<iframe sandbox="allow-scripts" src="./?lang=en&embed=yes#/perceptron" width="1280" height="720"></iframe>' }),
  );
  await page.goto("./another-page.html");
  await expect(page.frameLocator("iframe").getByText("it needs allow-scripts and allow-same-origin")).toBeVisible({ timeout: 10_000 });
});
