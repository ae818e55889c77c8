/* What an address holds is soon read or refused, however long it is. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { startEngine } from "./support/engine.js";

// Some settings come with what asks the engine.
await startEngine();

const root = new URL("../../www/boards/", import.meta.url);

/** A hundred thousand letters, or what begins as some setting's value does. */
const long = ["A", "1_", "1-", "9", "-", "가_", "ab-", "ink_gt_1_0-", "1.5_", " ", "o"].map((part) => part.repeat(100_000 / part.length));

/** In milliseconds: one frame of a page that is opened, on a slow machine. */
const SOON = 300;

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /(?:^|\/)settings\.js$/.test(file));

for (const file of files) {
  test(`${file}: each setting soon says whether a hundred thousand letters are one of its values`, async () => {
    /** @type {{ settings: Record<string, { parse(text: string): unknown }> }} */
    const { settings } = await import(new URL(file, root).href);
    assert.ok(Object.keys(settings).length > 0);
    for (const [name, { parse }] of Object.entries(settings)) {
      for (const text of long) {
        const began = performance.now();
        parse(text);
        assert.ok(performance.now() - began < SOON, `${name}: ${text.slice(0, 12)}…`);
      }
    }
  });
}
