/**
 * The list of the data set's files. It comes from outside, so it is checked before anything relies on it.
 */

import { download } from "./download.js";
import { Failure } from "./failure.js";
import { retrying } from "./shards.js";

/** @import { Shard, Source } from "./shards.js" */

/**
 * @typedef {object} Manifest
 * @property {Shard[]} train
 * @property {Shard[]} test
 */

/** Pixels of an image and kinds of digits; the page's pictures and charts are made for these. */
export const PIXELS = 28 * 28;
export const CLASSES = 10;

/**
 * @param {Source} source
 * @param {URL} url
 * @returns {Promise<Manifest>}
 */
export function fetchManifest(source, url) {
  return retrying(async (cache) => {
    const bytes = await download(source.fetch, url, cache, () => {});
    /** @type {unknown} */
    let manifest;
    try {
      manifest = JSON.parse(new TextDecoder().decode(bytes));
    } catch (error) {
      throw new Failure("data-damaged", `${url}: ${error instanceof Error ? error.message : error}`);
    }
    if (!isManifest(manifest)) throw new Failure("data-damaged", `${url}: not a list of 28x28 images of ten kinds`);
    return manifest;
  }, source.delay);
}

/**
 * @param {unknown} value
 * @returns {value is Manifest}
 */
function isManifest(value) {
  if (!isRecord(value)) return false;
  const { width, height, classes, train, test } = value;
  const shaped = typeof width === "number" && typeof height === "number" && width * height === PIXELS;
  return shaped && classes === CLASSES && isShardList(train) && isShardList(test);
}

/** @param {unknown} value */
function isShardList(value) {
  return Array.isArray(value) && value.length > 0 && value.every(isShard);
}

/** @param {unknown} value */
function isShard(value) {
  if (!isRecord(value)) return false;
  const { file, rows, bytes, sha256 } = value;
  return typeof file === "string" && isCount(rows) && isCount(bytes) && typeof sha256 === "string";
}

/** @param {unknown} value */
function isCount(value) {
  return Number.isInteger(value) && Number(value) > 0;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
