/* Loading the data set: order, checksums, retries, and what is said of failures. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Data } from "../../www/worker/data.js";
import { Failure } from "../../www/worker/failure.js";

/** @import { DataProgress } from "../../www/protocol" */

const PIXELS = 28 * 28;

/** @param {Uint8Array} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * A server with a small data set: three training files and two test files of two images each, all pixels of which are
 * the file's number.
 */
function server() {
  /** @type {Map<string, Uint8Array<ArrayBuffer>>} */
  const files = new Map();
  /** @type {string[]} */
  const requests = [];
  /** @type {(RequestCache | undefined)[]} */
  const caches = [];
  /** @param {string} name @param {number} number */
  const shard = (name, number) => {
    const bytes = new Uint8Array(gzipSync(new Uint8Array(2 * (PIXELS + 1)).fill(number)));
    files.set(name, bytes);
    return { file: name, rows: 2, bytes: bytes.length, sha256: sha256(bytes) };
  };
  const manifest = {
    width: 28,
    height: 28,
    classes: 10,
    train: [0, 1, 2].map((number) => shard(`train-${number}.bin`, number)),
    test: [3, 4].map((number) => shard(`test-${number}.bin`, number)),
  };
  files.set("manifest.json", new TextEncoder().encode(JSON.stringify(manifest)));
  /** @param {URL} url @param {RequestInit} options */
  const fetch = async (url, options) => {
    const name = url.pathname.slice("/data/".length);
    requests.push(name);
    caches.push(options.cache);
    const bytes = files.get(name);
    return bytes ? new Response(bytes) : new Response(null, { status: 404 });
  };
  return { files, requests, caches, fetch };
}

/** @param {ReturnType<typeof server>} from */
function dataFrom({ fetch }) {
  /** @type {DataProgress[]} */
  const progress = [];
  /** @type {unknown[]} */
  const errors = [];
  const source = { fetch, sha256: async (/** @type {Uint8Array} */ bytes) => sha256(bytes), delay: async () => {} };
  const data = new Data(new URL("http://localhost/data/manifest.json"), source, {
    onProgress: (state) => progress.push(state),
    onBlocks: () => {},
    onError: (error) => errors.push(error),
  });
  const codes = () => errors.map((error) => (error instanceof Failure ? error.code : error));
  return { data, progress, codes };
}

/** @param {Data} data @param {"train" | "test"} split */
const filesOf = (data, split) => data.blocks[split].map((block) => block.images[0]);

test("training can start on the first file, and evaluating comes next", async () => {
  const from = server();
  const { data, progress } = dataFrom(from);
  await data.load();
  assert.deepEqual(from.requests, ["manifest.json", "train-0.bin", "test-3.bin", "test-4.bin", "train-1.bin", "train-2.bin"]);
  assert.deepEqual(filesOf(data, "train"), [0, 1, 2]);
  assert.deepEqual(filesOf(data, "test"), [3, 4]);
  const last = progress.at(-1);
  assert.equal(last?.complete, true);
  assert.equal(last?.loadedBytes, last?.totalBytes);
  assert.equal(last?.trainingImages, 6);
});

test("files are unpacked where nothing can be read from a Blob, as in WebKit's worker of a page from a disk", async (context) => {
  for (const name of /** @type {const} */ (["stream", "arrayBuffer", "text"])) {
    context.mock.method(Blob.prototype, name, () => {
      throw new DOMException("the operation is not supported", "NotSupportedError");
    });
  }
  const { data } = dataFrom(server());
  await data.load();
  assert.equal(data.rows("train"), 6);
});

test("files keep their order, whichever arrives first", async () => {
  const from = server();
  const slow = from.fetch;
  from.fetch = async (url, options) => {
    if (url.pathname.endsWith("train-1.bin")) await new Promise((resolve) => setTimeout(resolve, 30));
    return slow(url, options);
  };
  const { data } = dataFrom(from);
  await data.load();
  assert.deepEqual(filesOf(data, "train"), [0, 1, 2]);
});

test("a changed byte is refused, tried again past the cache, and reported once", async () => {
  const from = server();
  from.files.get("train-1.bin")?.set([0xff], 20);
  const { data, progress, codes } = dataFrom(from);
  await data.load();
  assert.equal(from.requests.filter((name) => name === "train-1.bin").length, 3);
  assert.equal(from.caches.filter((cache) => cache === "reload").length, 2);
  assert.deepEqual(codes(), ["data-damaged"]);
  assert.deepEqual(progress.at(-1)?.failed, ["train-1.bin"]);
  assert.deepEqual(filesOf(data, "train"), [0, 2]);
  assert.equal(data.expectedTrainingRows, 4);
});

test("a file that is cut short is refused", async () => {
  const from = server();
  from.files.set("test-3.bin", from.files.get("test-3.bin")?.slice(0, -5) ?? new Uint8Array());
  const { data, codes } = dataFrom(from);
  await data.load();
  assert.deepEqual(codes(), ["data-damaged"]);
  assert.deepEqual(filesOf(data, "test"), [4]);
  assert.equal(data.testIsWhole, true);
});

test("a missing file can be had later", async () => {
  const from = server();
  const bytes = from.files.get("train-0.bin") ?? new Uint8Array();
  from.files.delete("train-0.bin");
  const { data, progress, codes } = dataFrom(from);
  await data.load();
  assert.deepEqual(codes(), ["data-missing"]);
  from.files.set("train-0.bin", bytes);
  await data.load();
  assert.deepEqual(codes(), ["data-missing"]);
  assert.deepEqual(progress.at(-1)?.failed, []);
  assert.deepEqual(filesOf(data, "train"), [1, 2, 0]);
});

test("asking for a missing file again while others are still under way is not forgotten", async () => {
  const from = server();
  const bytes = from.files.get("train-0.bin") ?? new Uint8Array();
  from.files.delete("train-0.bin");
  const { fetch } = from;
  const { data } = dataFrom(from);
  data.source.fetch = async (url, options) => {
    if (url.pathname.endsWith("train-2.bin") && !from.files.has("train-0.bin")) {
      from.files.set("train-0.bin", bytes);
      void data.load();
    }
    return fetch(url, options);
  };
  await data.load();
  assert.deepEqual(filesOf(data, "train"), [1, 2, 0]);
});

test("without its list there is nothing, until there is one", async () => {
  const from = server();
  const manifest = from.files.get("manifest.json") ?? new Uint8Array();
  from.files.delete("manifest.json");
  const { data, progress, codes } = dataFrom(from);
  await data.load();
  assert.equal(from.requests.length, 3);
  assert.deepEqual(codes(), ["data-missing"]);
  assert.deepEqual(progress.at(-1)?.failed, ["manifest.json"]);
  assert.equal(progress.at(-1)?.complete, false);
  from.files.set("manifest.json", manifest);
  await data.load();
  assert.equal(progress.at(-1)?.complete, true);
});

test("a list that is none is refused", async () => {
  for (const text of ["", "{}", '{"width":28,"height":28,"classes":10,"train":[],"test":[]}']) {
    const from = server();
    from.files.set("manifest.json", new TextEncoder().encode(text));
    const { data, codes } = dataFrom(from);
    await data.load();
    assert.deepEqual(codes(), ["data-damaged"], text);
    assert.equal(data.rows("train"), 0);
  }
});

test("a login page in the place of a file is told from a damaged file, and its address is asked past the cache", async () => {
  const page = new TextEncoder().encode("\n<!DOCTYPE html><title>Log in</title>");
  const list = server();
  list.files.set("manifest.json", page);
  const listed = dataFrom(list);
  await listed.data.load();
  assert.deepEqual(listed.codes(), ["data-page"]);
  assert.equal(listed.progress.at(-1)?.reason, "data-page");
  const from = server();
  from.files.set("train-1.bin", page);
  const { data, progress, codes } = dataFrom(from);
  await data.load();
  assert.deepEqual(codes(), ["data-page"]);
  assert.equal(progress.at(-1)?.reason, "data-page");
  assert.equal(from.caches.filter((cache) => cache === "reload").length, 2);
  from.files.set("train-1.bin", from.files.get("train-0.bin") ?? page);
  await data.load();
  assert.deepEqual(codes(), ["data-page", "data-damaged"], "another file's content is damaged");
  assert.equal(progress.at(-1)?.reason, "data-damaged");
});

test("an image is found by its row across files", async () => {
  const { data } = dataFrom(server());
  await data.load();
  assert.equal(data.image("train", 3).label, 1);
  assert.equal(data.image("test", 2).image[0], 4);
  assert.throws(() => data.image("train", 6), RangeError);
});
