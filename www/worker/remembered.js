/**
 * What was found out about this machine, and need not be found out at each visit.
 */

import { within } from "../ticks.js";

/** What older versions called it, too. */
const CACHE = "chalknet tuning";
/** In ticks: a memory that gives no answer has not kept anything. */
const PATIENCE = 2;

/** @param {string} key @returns {Promise<string | undefined>} */
export async function recall(key) {
  try {
    const kept = await within(caches.open(CACHE).then((cache) => cache.match(addressOf(key))), PATIENCE, "the cache");
    return await kept?.text();
  } catch {
    // A page that was opened from a file may keep nothing, and some browsers give no answer; then each opening of it finds it anew.
    return undefined;
  }
}

/** @param {string} key @param {string} text */
export async function remember(key, text) {
  try {
    await within(caches.open(CACHE).then((cache) => cache.put(addressOf(key), new Response(text))), PATIENCE, "the cache");
  } catch {
    // As above.
  }
}

/** A cache knows addresses only. @param {string} key */
function addressOf(key) {
  return `/chalknet-tuning?${encodeURIComponent(key)}`;
}
