import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { TUNINGS, fastest, tuningOf } from "../../www/worker/tuning.js";

/** @import { DeviceInfo } from "../../www/protocol" */
/** @import { Tuning } from "../../www/worker/tuning.js" */

/**
 * A graphics card that takes so long for a step, beside 1 ms for the way there and back.
 * @param {(tuning: Tuning) => number} stepMs
 * @param {number} [compileMs]
 */
function card(stepMs, compileMs = 0) {
  let time = 0;
  let open = 0;
  /** @type {Tuning[]} */
  const tried = [];
  return {
    tried,
    now: () => time,
    left: () => open,
    /** @param {Tuning} tuning */
    open: async (tuning) => {
      tried.push(tuning);
      open += 1;
      time += compileMs;
      /** @param {number} steps */
      const train = async (steps) => void (time += 1 + steps * stepMs(tuning));
      return { train, free: () => void (open -= 1) };
    },
  };
}

for (const wanted of TUNINGS) {
  test(`${wanted} is taken where it is the fastest`, async () => {
    const { open, now, left } = card((tuning) => (tuning === wanted ? 0.1 : 0.2));
    assert.equal(await fastest(open, now), wanted);
    assert.equal(left(), 0, "trials are still open");
  });
}

test("what is hardly faster is not preferred to what is plainer", async () => {
  const { open, now } = card((tuning) => (tuning === "4x4" ? 0.99 : 1));
  assert.equal(await fastest(open, now), "8x8");
});

test("a card that takes long to compile is not kept waiting for all of them", async () => {
  const { open, now, tried } = card((tuning) => (tuning === "8x8-shared" ? 0.1 : 0.2), 2000);
  assert.equal(await fastest(open, now), "8x8-shared");
  assert.deepEqual(tried, ["8x8", "8x8-shared"]);
});

test("a card that fails is reported, and nothing of it stays open", async () => {
  let open = 0;
  const broken = async () => {
    open += 1;
    return { train: () => Promise.reject(new Error("lost")), free: () => void (open -= 1) };
  };
  await assert.rejects(fastest(broken, () => 0), /lost/);
  assert.equal(open, 0);
});

/** @param {string} adapter @param {boolean} software @returns {DeviceInfo} */
const device = (adapter, software) => ({ backend: "webgpu", adapter, software, reason: null });

test("a card is tried out once, also where the browser keeps nothing, as for a page from a file", async () => {
  assert.equal("caches" in globalThis, false, "this place has a storage after all");
  const { open, tried } = card(() => 50);
  const found = await tuningOf(device("a card", false), open);
  assert.equal(await tuningOf(device("a card", false), open), found);
  assert.deepEqual(tried, TUNINGS);
});

test("a program is not tried out", async () => {
  const { open, tried } = card(() => 50);
  assert.equal(await tuningOf(device("a program", true), open), undefined);
  assert.deepEqual(tried, []);
});

test("a browser's memory that never answers holds nothing up", async () => {
  mock.timers.enable({ apis: ["setInterval"] });
  const memory = Object.getOwnPropertyDescriptor(globalThis, "caches");
  Object.defineProperty(globalThis, "caches", { configurable: true, value: { open: () => new Promise(() => {}) } });
  try {
    const { open } = card(() => 40);
    /** @type {Tuning | undefined} */
    let found;
    const done = tuningOf({ backend: "webgpu", adapter: "slow memory", software: false, reason: null }, open).then((tuning) => (found = tuning));
    for (let second = 0; second < 6; second += 1) {
      mock.timers.tick(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(found && TUNINGS.includes(found), "one has been found all the same");
    await done;
  } finally {
    mock.timers.reset();
    if (memory) Object.defineProperty(globalThis, "caches", memory);
    else Reflect.deleteProperty(globalThis, "caches");
  }
});
