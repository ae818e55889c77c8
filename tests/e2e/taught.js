/* Drawings as a visitor may have taught them: two kinds, of one hand, which never draws one twice alike. */
import { digits } from "./playing.js";
import { expect } from "./support/test.js";

/** @import { Page } from "@playwright/test" */

/** What each kind looks like. */
const models = [digits[4] ?? [], digits[7] ?? []];

/** From -1 to 1, and always the same. @param {number} at */
const wobble = (at) => Math.sin(at * 12.9898);

/** A file of drawings. @param {number[]} counts of each kind */
export function drawingsFile(counts) {
  const drawings = counts.flatMap((count, kind) =>
    Array.from({ length: count }, (_, index) => {
      const place = 7 * index + kind;
      const [wide, slant] = [1 + 0.2 * wobble(place), 0.2 * wobble(place + 3)];
      const strokes = (models[kind] ?? []).map((line) =>
        line.flatMap(([x, y], point) => {
          const moved = [0.5 + (x - 0.5) * wide + slant * (y - 0.5), y].map((coordinate, axis) => coordinate + 0.04 * wobble(31 * place + 5 * point + axis));
          return moved.map((coordinate) => Math.min(1, Math.max(0, coordinate)));
        }),
      );
      return { strokes, kind, guess: null };
    }),
  );
  return JSON.stringify({ format: "chalknet-drawings", version: 1, kinds: ["", ""], drawings });
}

/** Has these taught on their board. @param {Page} page @param {number[]} counts */
export async function teach(page, counts) {
  await page.locator("main input[type=file]").setInputFiles({ name: "drawings.json", mimeType: "application/json", buffer: Buffer.from(drawingsFile(counts)) });
  await expect(page.locator("main .thumbnail")).toHaveCount(counts.reduce((sum, count) => sum + count, 0));
}

/** Has these taught, and goes on to another board. @param {Page} page @param {number[]} counts @param {string} next the other board's part of the address */
export async function taught(page, counts, next) {
  const open = (/** @type {string} */ board) => page.evaluate((hash) => void (location.hash = hash), `#/${board}`);
  await open("teach");
  await teach(page, counts);
  await open(next);
}
