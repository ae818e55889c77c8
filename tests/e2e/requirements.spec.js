/* Browsers that are too old: told so in plain words before anything fails, and free to try. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectVerdict, finding } from "./check.js";
import { site } from "./support/files.js";
import { expect, test } from "./support/test.js";

const tooOld = /This browser is too old.*Chrome or Edge 114.*오래된 브라우저예요/s;

test("what an old browser lacks is named in both languages before anything else is seen, and by the check of the machine", async ({ context }) => {
  /** @type {Record<string, () => void>} */
  const removals = {
    popover: () => void Reflect.deleteProperty(HTMLElement.prototype, "popover"),
    "@property": () => void Reflect.deleteProperty(window, "CSSPropertyRule"),
    checkVisibility: () => void Reflect.deleteProperty(Element.prototype, "checkVisibility"),
    "WebAssembly SIMD": () => void (WebAssembly.validate = () => false),
  };
  for (const [name, remove] of Object.entries(removals)) {
    const page = await context.newPage();
    await page.addInitScript(remove);
    // One that cannot even read the modules.
    if (name === "popover") await page.route(/index-[\w-]+\.js$/, (route) => route.fulfill({ status: 404 }));
    await page.goto("./?lang=en&backend=cpu#/check", { waitUntil: "domcontentloaded" });
    const words = page.locator("body > [role=alert]");
    await expect(words, name).toHaveText(tooOld);
    await expect(words).toContainText(`없는 기능: ${name}`);
    expect(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight - 20)?.id), "nothing else is in view").toBe("outdated");
    if (name !== "WebAssembly SIMD") continue;
    await words.getByRole("link", { name: "Check of this machine" }).click();
    await expect(words).toBeHidden();
    await expectVerdict(page, /^Not ready/);
    await expect(finding(page, "Browser")).toContainText("too old: WebAssembly SIMD");
    await page.goto("./?lang=en&backend=cpu#/perceptron");
    await page.reload();
    await words.getByRole("button", { name: "Open it all the same" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What can one line decide?");
  }
});

test("where what looks for it never comes, the page opens all the same, with the board of its address", async ({ page }) => {
  await page.route(/requirements\.js$/, () => {});
  await page.goto("./?lang=en&backend=cpu#/perceptron", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What can one line decide?");
});

test("what looks for it is written as old browsers read it", () => {
  const script = readFileSync(join(site, "requirements.js"), "utf8").replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "");
  expect(script.match(/=>|`|\?\.|\?\?|\.\.\.|\b(const|let|class|async|import|export)\b/g)).toBeNull();
});
