/**
 * One file, from its first byte to its last. However long it takes, it is given up only when nothing comes any more.
 */

import { Patience } from "../ticks.js";
import { Failure } from "./failure.js";

/** Ticks without a byte. */
const PATIENCE = 12;

/** What a page begins with that a network puts in the place of everything until somebody logs in. */
const PAGE = /^\s*<(!doctype html|html)/i;

/**
 * @param {(url: URL, options: RequestInit) => Promise<Response>} fetch
 * @param {URL} url
 * @param {RequestCache} cache
 * @param {(received: number) => void} onBytes told how many have come
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a `Failure`
 */
export function download(fetch, url, cache, onBytes) {
  return new Promise((resolve, reject) => {
    const abort = new AbortController();
    const patience = new Patience(PATIENCE, () => {
      reject(new Failure("data-silent", `${url}: nothing has come for ${PATIENCE} s`));
      abort.abort();
    });
    const onPart = (/** @type {number} */ received) => {
      patience.renew();
      onBytes(received);
    };
    receive(fetch(url, { cache, signal: abort.signal }), url, onPart)
      .finally(() => patience.end())
      .then(resolve, reject);
  });
}

/**
 * @param {Promise<Response>} answer
 * @param {URL} url
 * @param {(received: number) => void} onPart
 */
async function receive(answer, url, onPart) {
  const bytes = await received(answer, onPart).catch((error) => {
    throw new Failure("data-missing", `${url}: ${error instanceof Error ? error.message : error}`);
  });
  if (PAGE.test(new TextDecoder().decode(bytes.subarray(0, 100)))) throw new Failure("data-page", `${url}: a web page came`);
  return bytes;
}

/**
 * @param {Promise<Response>} answer
 * @param {(received: number) => void} onPart
 */
async function received(answer, onPart) {
  const { ok, status, body } = await answer;
  if (!ok) throw new Error(`the server answered ${status}`);
  onPart(0);
  return body ? readAll(body, onPart) : new Uint8Array();
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {(received: number) => void} onPart told how many bytes have come
 */
export async function readAll(stream, onPart) {
  const reader = stream.getReader();
  const parts = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    onPart(length);
  }
  return join(parts, length);
}

/** @param {Uint8Array[]} parts @param {number} length of all together */
function join(parts, length) {
  const bytes = new Uint8Array(length);
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
