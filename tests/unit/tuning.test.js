import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { rememberTuning, tuningOf } from "../../www/worker/tuning.js";

/** @import { DeviceInfo } from "../../www/protocol" */
/** @import { Tuning } from "../../www/worker/tuning.js" */

/** @param {string} adapter @param {boolean} [software] @returns {DeviceInfo} */
const device = (adapter, software = false) => ({ backend: "webgpu", adapter, software, reason: null });

/** Runs something where the browser's memory is another. @param {unknown} caches @param {() => Promise<void>} run */
async function withCaches(caches, run) {
  assert.equal("caches" in globalThis, false, "this place has a storage after all");
  Object.defineProperty(globalThis, "caches", { configurable: true, value: caches });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(globalThis, "caches");
  }
}

/** A browser's memory. @param {Map<string, string>} kept */
const memory = (kept) => ({
  open: async () => ({
    /** @param {string} key */
    match: async (key) => (kept.has(key) ? new Response(kept.get(key)) : undefined),
    /** @param {string} key @param {Response} response */
    put: async (key, response) => void kept.set(key, await response.text()),
  }),
});

test("a card is tried out once, also where the browser keeps nothing, as for a page from a file", async () => {
  assert.equal(await tuningOf(device("a card")), "auto");
  await rememberTuning("a card", "4x4");
  assert.equal(await tuningOf(device("a card")), "4x4");
  assert.equal(await tuningOf(device("another card")), "auto");
});

test("what was found is remembered for the next visit, and what nobody can have found is not believed", async () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  await withCaches(memory(kept), async () => {
    await rememberTuning("a card for long", "8x8-shared");
    assert.deepEqual([...kept.values()], ["8x8-shared"]);
    const [key = ""] = kept.keys();
    for (const [text, found] of [["4x4-shared", "4x4-shared"], ["16x16", "auto"], ["auto", "auto"]]) {
      kept.set(key.replace("for%20long", "of%20the%20next%20visit"), String(text));
      assert.equal(await tuningOf(device("a card of the next visit")), found);
    }
  });
});

test("a program is not tried out", async () => {
  assert.equal(await tuningOf(device("a program", true)), undefined);
});

test("a browser's memory that never answers holds nothing up", async () => {
  mock.timers.enable({ apis: ["setInterval"] });
  try {
    await withCaches({ open: () => new Promise(() => {}) }, async () => {
      /** @type {Tuning | undefined} */
      let found;
      const done = tuningOf(device("slow memory")).then((tuning) => (found = tuning));
      for (let second = 0; second < 6; second += 1) {
        mock.timers.tick(1000);
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.equal(found, "auto");
      await done;
    });
  } finally {
    mock.timers.reset();
  }
});
