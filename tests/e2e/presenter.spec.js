/* The presenter's window beside the lecture's. */
import { button } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {() => Promise<void>} press */
async function opened(page, press) {
  const [popup] = await Promise.all([page.waitForEvent("popup"), press()]);
  return popup;
}

test("notes, clock and the act to come stand in a window of their own, which turns the lecture's pages and follows them", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/rules?section=break&pair=38");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const notes = await opened(page, () => button(page, "Presenter window").click());
  await expect(notes.getByRole("heading", { name: "When are rules enough" })).toBeVisible();
  await expect(notes.getByText("Begin with no rule")).toBeVisible();
  await expect(notes.getByText("5 min for this act, which ends at minute 7 of 50")).toBeVisible();
  await expect(notes.getByRole("status", { name: "Time since the beginning" })).toHaveText(/^0:0[1-9]$/);

  await button(notes, "Next act").click();
  await expect(notes.getByText("a network learns them in seconds")).toBeVisible();
  expect(page.url(), "the board's other settings stay").toContain("#/rules?section=learn&pair=38");
  await button(notes, "Next act").click();
  await expect(page).toHaveURL(/#\/teach/);
  await expect(notes.getByText("It guesses before it is told").or(notes.getByText("draw, in turn, a kind each"))).toBeVisible();
  await notes.getByRole("radio", { name: "90 min" }).check();
  await expect(notes.getByText("8 min for this act, which ends at minute 25 of 90")).toBeVisible();
  await notes.locator("body").press("PageUp");
  await expect(page).toHaveURL(/#\/rules/);

  await page.locator("body").press("ArrowRight");
  await page.locator("body").press("ArrowRight");
  await expect(notes.getByRole("heading", { name: "What can one line decide?" }), "the lecture was turned by itself").toBeVisible();
  await button(page, "한국어").click();
  await expect(notes.getByText("흔한 오해")).toBeVisible();
});

test("what was set last stays set, also where the address does not show it yet", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/rules?section=break");
  const size = page.getByRole("slider", { name: "Size" });
  await expect(size).toBeVisible();
  const notes = await opened(page, () => button(page, "Presenter window").click());
  const next = button(notes, "Next act");
  await expect(next).toBeVisible();
  // Faster than any browser lets a page write its address.
  const last = await size.evaluate((slider) => {
    if (!(slider instanceof HTMLInputElement)) return "";
    for (let moves = 0; moves < 60; moves += 1) {
      slider.stepDown(1);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      slider.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const other = window.open("", "chalknet-presenter");
    [...(other?.document.querySelectorAll("button") ?? [])].find(({ textContent }) => textContent === "Next act")?.click();
    return slider.value;
  });
  await expect(page).toHaveURL(new RegExp(`section=learn.*size=${last}(&|$)|size=${last}&.*section=learn`));
});

test("views within one tab are acts of their own, with notes of their own", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/next");
  const notes = await opened(page, () => page.locator("body").press("n"));
  await expect(notes.getByText("read the nine products aloud")).toBeVisible();
  await button(notes, "Next act").click();
  await expect(page.getByRole("radio", { name: "Pooling" })).toBeChecked();
  await expect(notes.getByText("which one is kept")).toBeVisible();
  await page.getByRole("radio", { name: "Networks" }).check();
  await expect(notes.getByText("Both read a digit in the middle well")).toBeVisible();
  await button(notes, "Next act").click();
  await expect(page.getByRole("tab", { name: "More from few" })).toHaveAttribute("aria-selected", "true");
  await expect(notes.getByText("It reads all 1,000 of its images rightly")).toBeVisible();
  await button(notes, "Previous act").click();
  await expect(page.getByRole("radio", { name: "Networks" }), "back in the tab and in its view").toBeChecked();
});

test("the projected page is there in small, with what is drawn on it and what is set", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/perceptron?w1=1&w2=1&b=-1.5");
  const weight = page.getByRole("slider", { name: "w1", exact: true });
  await expect(weight).toBeVisible();
  const notes = await opened(page, () => page.locator("body").press("n"));
  const small = notes.frameLocator("iframe");
  await expect(small.locator("main[data-board=perceptron] h1")).toHaveText("What can one line decide?");
  await weight.fill("2");
  await expect.poll(() => small.locator("input[type=range]").first().inputValue()).toBe(await page.locator("input[type=range]").first().inputValue());
  const isDrawn = () => small.locator("body").evaluate((body) => [...body.querySelectorAll("canvas")].some((canvas) => canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)));
  await page.goto("./?lang=en&backend=cpu#/teach");
  await expect(page.getByRole("textbox", { name: "Kind 1" })).toBeVisible();
  await expect.poll(isDrawn).toBe(true);
});

test("a lecture that was reloaded takes its presenter's window up again; one that is refused says what to do", async ({ page }) => {
  await page.goto("./?lang=en&backend=cpu#/teach");
  const notes = await opened(page, () => page.locator("body").press("n"));
  await expect(notes.getByText("draw, in turn, a kind each")).toBeVisible();
  await page.reload();
  await expect(notes.getByText("Press N there to come back")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Kind 1" })).toBeVisible();
  await page.locator("body").press("n");
  await expect(notes.getByText("draw, in turn, a kind each")).toBeVisible();
  await expect(notes.getByText("Press N there to come back")).toBeHidden();

  await page.evaluate(() => void (globalThis.open = () => null));
  await page.locator("body").press("n");
  await expect(page.getByText("The browser opened no window")).toBeVisible();
});
