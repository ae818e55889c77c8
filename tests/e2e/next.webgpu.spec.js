/* What comes next, on WebGPU, here a program on the CPU. */
import { button, number } from "./breaking.js";
import { expect, test } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

const networks = ["Convolutional", "Dense", "Convolutional, shifted", "Dense, shifted"];
const ways = ["Without distortions", "With distortions"];

/** What is told after the first steps. @param {Page} page @param {"cpu" | "webgpu"} backend @param {string} address @param {string[]} names */
async function firstSteps(page, backend, address, names) {
  await page.goto(`./?lang=en&backend=${backend}#/next?${address}`);
  await expect(page.getByRole("status", { name: "Device" })).toContainText(backend === "cpu" ? "CPU" : "GPU");
  const state = page.getByRole("status", { name: "State" });
  // The first test is before the first step.
  for (let tests = 0; tests < 2; tests += 1) {
    await button(page, "Step").click();
    await expect(state).not.toHaveText("Paused.");
    await expect(state).toHaveText("Paused.", { timeout: 60_000 });
  }
  return Promise.all(names.map((name) => number(page, name)));
}

for (const [what, address, names] of /** @type {const} */ ([
  ["the dense network and the convolutional one", "look=networks", networks],
  ["networks that are given a hundred images, distorted and not,", "tab=few&fewImages=100", ways],
])) {
  test(`${what} learn there what they learn on the CPU`, async ({ page }) => {
    test.slow();
    const expected = await firstSteps(page, "cpu", address, names);
    const found = await firstSteps(page, "webgpu", address, names);
    for (const [place, name] of names.entries()) expect(Math.abs((found[place] ?? NaN) - (expected[place] ?? NaN)), name).toBeLessThan(3);
    expect(Math.max(...found)).toBeGreaterThan(20);
  });
}
