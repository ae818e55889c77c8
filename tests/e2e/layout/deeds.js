/* What a visitor does, and waits for, on the way to a state of a board. */
import { button, readout } from "../breaking.js";
import { expect } from "../support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {string} name */
export const press = (name) => (/** @type {Page} */ page) => button(page, name).click();

/** @param {Page} page */
export const escape = (page) => page.keyboard.press("Escape");

/** @param {Page} page */
export const closeAlert = (page) => page.getByRole("alert").getByRole("button", { name: "Close" }).click();

/** @param {string} name as it begins */
export const unfold = (name) => (/** @type {Page} */ page) => page.getByRole("main").getByRole("button", { name: new RegExp(`^${name}`) }).click();

/** @param {string} label @param {string} value */
export const fill = (label, value) => async (/** @type {Page} */ page) => {
  const field = page.getByRole("main").getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press("Enter");
};

/** @param {...((page: Page) => Promise<unknown>)} deeds */
export const inTurn = (...deeds) => async (/** @type {Page} */ page) => {
  for (const deed of deeds) await deed(page);
};

/** @param {string} text */
export const see = (text) => (/** @type {Page} */ page) => expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible({ timeout: 30_000 });

/** @param {string} name @param {string | RegExp} text */
export const read = (name, text) => (/** @type {Page} */ page) => expect(readout(page, name)).toHaveText(text, { timeout: 30_000 });
