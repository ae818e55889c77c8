/* The check of the machine, as one reads it. */
import { expect } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page @param {string} name */
export const finding = (page, name) => page.getByRole("list", { name: "What was looked at" }).getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** @param {Page} page @param {RegExp} text */
export async function expectVerdict(page, text) {
  await expect(page.getByRole("status", { name: "Verdict" })).toHaveText(text, { timeout: 40_000 });
}

/** Ten steps have been done. */
export const trained = /10 steps done; the loss fell from \d\.\d+ to \d\.\d+, at [\d,]+ images a second/;
