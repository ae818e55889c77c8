/* The worksheet: every question of every board, room to write, the key apart, and links for phones. */
import { text } from "../../www/i18n/index.js";
import { boards } from "./support/boards.js";
import { expect, test } from "./support/test.js";
import { en, ko } from "./support/texts.js";

const asked = Object.keys(en).filter((key) => /\.story\.\w+\.ask$/.test(key));

for (const language of /** @type {const} */ (["en", "ko"])) {
  const texts = { en, ko }[language];
  test(`the sheet asks every question of every board, and explains each apart, in ${language}`, async ({ page }) => {
    await page.goto(`./?lang=${language}&backend=cpu#/worksheet`);
    await expect(page.getByRole("heading", { level: 1, name: texts["worksheet.title"] ?? "" })).toBeVisible();
    const explained = page.getByRole("region", { name: texts["worksheet.key"] ?? "" });
    const main = page.getByRole("main");
    const written = (/** @type {any} */ key) => text(language, key, {}).replaceAll(/\{\w+\}/g, "____");
    expect(asked.length).toBeGreaterThan(10);
    for (const name of asked) {
      for (const [place, key] of /** @type {const} */ ([[main, name], [explained, name.replace(/ask$/, "explain")]])) {
        const onPaper = `${key}OnPaper`;
        await expect(place.getByText(written(onPaper in texts ? onPaper : key), { exact: true })).toBeVisible();
      }
      const answer = name.replace(/ask$/, "answer");
      expect(answer in texts || name.replace(/ask$/, "explainOnPaper") in texts, `${name}: what comes is said`).toBe(true);
      if (answer in texts) await expect(explained.getByText(written(answer), { exact: true }).first()).toBeVisible();
    }
    await expect(main, "it needs no run and no setting").not.toContainText("____");
    await expect(main.getByText(texts["worksheet.predicted"] ?? "", { exact: true })).toHaveCount(asked.length);
    for (const board of boards) await expect(main.getByRole("link", { name: texts[`${board}.title`] ?? "", exact: true }).locator("svg path")).toHaveAttribute("d", /^M/);
    // What is drawn on the board is drawn on paper, too.
    const sketched = asked.filter((name) => /Sketch/.test(en[`${name}OnPaper`] ?? ""));
    expect(sketched.length).toBeGreaterThan(2);
    for (const name of sketched) {
      const frame = main.locator(".worksheet-act", { hasText: written(`${name}OnPaper`) }).locator(".worksheet-frame");
      await expect(frame).toContainText(written(name.replace(/ask$/, "across")).replaceAll(" · ", ""));
      await expect(frame.locator(".worksheet-field")).toHaveCSS("border-bottom-width", "1px");
    }
    await page.emulateMedia({ media: "print" });
    await expect(explained).toHaveCSS("break-before", "page");
    await expect(page.getByRole("button", { name: texts["worksheet.print"] ?? "" })).toBeHidden();
  });
}

test("it is reached from the dialog that shares, and speaks the other language when the page does", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/rules");
  await page.getByRole("button", { name: "Address and QR code (Q)" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Worksheet" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Worksheet" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "한국어" }).click();
  await expect(page.getByRole("main").getByText(ko["perceptron.story.ladder.ask"] ?? "")).toBeVisible();
});
