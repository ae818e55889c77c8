/**
 * The data set: loads its files in order, keeps the images, and tells how far it is.
 */

import { problemOf } from "./failure.js";
import { Images } from "./images.js";
import { PIXELS, fetchManifest } from "./manifest.js";
import { fetchShard, unpack } from "./shards.js";

/** @import { DataProgress, Problem, Split } from "../protocol" */
/** @import { Block } from "./images.js" */
/** @import { Manifest } from "./manifest.js" */
/** @import { Shard, Source } from "./shards.js" */

/** @typedef {Shard & { split: Split, received: number, status: "pending" | "loaded" | "failed" }} Part */

/** Files under way at once: enough to hide the latency, few enough that the first one is not slowed down. */
const LOOK_AHEAD = 3;
const PROGRESS_INTERVAL_MS = 100;

/** The manifest's name among the files that failed. */
const MANIFEST = "manifest.json";

export class Data extends Images {
  /** @type {Part[] | null} null until the manifest is there */
  #parts = null;
  #manifestFailed = false;
  /** Of the last file that failed. @type {Problem["code"] | null} */
  #reason = null;
  #loading = false;
  /** Another round was asked for while one was under way. */
  #again = false;
  #progressAt = -Infinity;

  /**
   * @param {URL} url of the manifest
   * @param {Source} source
   * @param {{ onProgress: (progress: DataProgress) => void, onBlocks: () => void, onError: (error: unknown) => void }} listener
   */
  constructor(url, source, listener) {
    super();
    this.url = url;
    this.source = source;
    this.listener = listener;
  }

  /** Loads what is not there yet; failures are reported once, and can be tried again by another call. */
  async load() {
    this.#again = true;
    if (this.#loading) return;
    this.#loading = true;
    while (this.#again) {
      this.#again = false;
      this.#parts ??= await this.#list();
      if (this.#parts) await this.#loadAll(this.#parts.filter((part) => part.status !== "loaded"));
      this.#changed();
    }
    this.#loading = false;
  }

  /** @override */
  get expectedTrainingRows() {
    if (!this.#parts) return Infinity;
    const coming = this.#parts.filter((part) => part.split === "train" && part.status === "pending");
    return this.rows("train") + coming.reduce((sum, part) => sum + part.rows, 0);
  }

  /** @override */
  get isComplete() {
    return this.#parts?.every((part) => part.status !== "pending") === true;
  }

  /** Images are on their way, or may be. @param {Split} split */
  isComing(split) {
    return this.#parts?.some((part) => part.split === split && part.status === "pending") ?? true;
  }

  /** @override */
  get testIsWhole() {
    return !this.isComing("test") && super.testIsWhole;
  }

  /** @returns {Promise<Part[] | null>} */
  async #list() {
    this.#manifestFailed = false;
    try {
      return inOrder(await fetchManifest(this.source, this.url));
    } catch (error) {
      this.#manifestFailed = true;
      this.#fail(error);
      return null;
    }
  }

  /** @param {Part[]} parts */
  async #loadAll(parts) {
    for (const part of parts) part.status = "pending";
    this.#changed();
    const started = parts.slice(0, LOOK_AHEAD).map((part) => this.#fetch(part));
    // Blocks are taken in order, whichever arrives first, so that a run does not depend on the network.
    for (const [index, part] of parts.entries()) {
      const block = await started[index];
      const next = parts[index + LOOK_AHEAD];
      if (next) started.push(this.#fetch(next));
      part.status = block ? "loaded" : "failed";
      if (block) this.blocks[part.split].push(block);
      this.#changed();
    }
  }

  /**
   * @param {Part} part
   * @returns {Promise<Block | null>} null where it could not be had, and the listener has been told
   */
  async #fetch(part) {
    try {
      const bytes = await fetchShard(this.source, new URL(part.file, this.url), part, (received) => {
        part.received = received;
        this.#progress();
      });
      return await unpack(bytes, part.rows, PIXELS);
    } catch (error) {
      part.received = 0;
      this.#fail(error);
      return null;
    }
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#reason = problemOf(error)?.code ?? null;
    this.listener.onError(error);
  }

  #changed() {
    this.listener.onBlocks();
    this.#progressAt = -Infinity;
    this.#progress();
  }

  #progress() {
    const now = performance.now();
    if (now - this.#progressAt < PROGRESS_INTERVAL_MS) return;
    this.#progressAt = now;
    const parts = this.#parts ?? [];
    const failed = this.#manifestFailed ? [MANIFEST] : parts.filter((part) => part.status === "failed").map((part) => part.file);
    this.listener.onProgress({
      loadedBytes: parts.reduce((sum, part) => sum + Math.min(part.received, part.bytes), 0),
      totalBytes: parts.reduce((sum, part) => sum + part.bytes, 0),
      trainingImages: this.rows("train"),
      testImages: this.rows("test"),
      failed,
      reason: failed.length > 0 ? this.#reason : null,
      complete: this.isComplete,
    });
  }
}

/**
 * The first training file, so that training can start; the test files, so that it can be judged; the rest.
 * @param {Manifest} manifest
 * @returns {Part[]}
 */
function inOrder(manifest) {
  /** @type {(split: Split) => (shard: Shard) => Part} */
  const as = (split) => (shard) => ({ ...shard, split, received: 0, status: "pending" });
  const train = manifest.train.map(as("train"));
  const test = manifest.test.map(as("test"));
  return [...train.slice(0, 1), ...test, ...train.slice(1)];
}
