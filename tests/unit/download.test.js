/* A file that does not come, or stops coming, is given up in time; one that is only slow never is. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { download } from "../../www/worker/download.js";
import { Failure } from "../../www/worker/failure.js";
import { retrying } from "../../www/worker/shards.js";

beforeEach(() => mock.timers.enable({ apis: ["setInterval"] }));
afterEach(() => mock.timers.reset());

const url = new URL("http://localhost/data/file.bin");

/** @param {number} seconds */
async function pass(seconds) {
  for (let second = 0; second < seconds; second += 1) {
    mock.timers.tick(1000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A file that comes as this hand gives it. */
function byHand() {
  /** @type {ReadableStreamDefaultController<Uint8Array>[]} */
  const hands = [];
  const body = new ReadableStream({ start: (controller) => void hands.push(controller) });
  return { response: new Response(body), give: (/** @type {number} */ byte) => hands[0]?.enqueue(Uint8Array.of(byte)), end: () => hands[0]?.close() };
}

/** @param {() => Promise<Response>} answer */
function loading(answer) {
  const seen = { requests: 0, isAborted: false, received: 0, code: /** @type {string | null} */ (null), bytes: /** @type {number[]} */ ([]) };
  /** @param {URL} _ @param {RequestInit} options */
  const fetch = (_, { signal }) => {
    seen.requests += 1;
    signal?.addEventListener("abort", () => (seen.isAborted = true));
    return answer();
  };
  retrying((cache) => download(fetch, url, cache, (received) => (seen.received = received)), async () => {}).then(
    (bytes) => (seen.bytes = [...bytes]),
    (error) => (seen.code = error instanceof Failure ? error.code : String(error)),
  );
  return seen;
}

test("a request that is never answered is given up within 15 seconds, once and for all", async () => {
  const seen = loading(() => new Promise(() => {}));
  await pass(10);
  assert.equal(seen.code, null);
  await pass(4);
  assert.equal(seen.code, "data-silent");
  assert.equal(seen.isAborted, true);
  assert.equal(seen.requests, 1, "nobody is kept waiting for another try");
});

test("a file that stops coming in the middle is given up within 15 seconds of its last byte", async () => {
  const { response, give } = byHand();
  const seen = loading(async () => response);
  await pass(5);
  give(1);
  await pass(10);
  assert.equal(seen.code, null);
  await pass(4);
  assert.equal(seen.code, "data-silent");
});

test("a file that comes slowly is never given up", async () => {
  const { response, give, end } = byHand();
  const seen = loading(async () => response);
  for (let byte = 0; byte < 20; byte += 1) {
    give(byte);
    await pass(10);
    assert.equal(seen.received, byte + 1);
  }
  end();
  await pass(1);
  assert.equal(seen.code, null);
  assert.equal(seen.bytes.length, 20);
  assert.equal(seen.requests, 1);
});
