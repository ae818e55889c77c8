/* What is too small for a finger. */

/** @import { Page } from "@playwright/test" */

/**
 * The board's buttons that are less than 44 pixels high, or wide. In one look: what is hidden between two of them is seen by
 * the first, and has no size in the second.
 * @param {Page} page
 * @param {("width" | "height")[]} sides
 */
export function tooSmall(page, ...sides) {
  return page.evaluate((sides) => {
    const seen = [...document.querySelectorAll("main button")].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return seen.filter((one) => sides.some((side) => one.getBoundingClientRect()[side] < 44)).map((one) => one.getAttribute("aria-label") ?? one.textContent);
  }, sides);
}
