/**
 * Keeps the whole site, data included, so that it opens without a network after one visit.
 *
 * The cache holds each file under its checksum. A new version therefore fetches only what has changed, and its files lie
 * beside those of the version that is still in use; it is taken when no page of the old one is open any more, or when
 * the reader asks for it.
 */

/// <reference path="./worker/assets.d.ts" />

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Where the site is. One origin may serve several. */
const home = scope.registration.scope;
const CACHE = `chalknet ${home}`;

/** Every file of the site but this one, with its checksum as `fetch` wants it; index.html under the name of its folder. */
const files = new Map(Object.entries(__SITE_FILES__));

scope.addEventListener("install", (event) => event.waitUntil(Promise.all([...files.keys()].map(keep))));

scope.addEventListener("activate", (event) => event.waitUntil(Promise.all([scope.clients.claim(), tidy()])));

scope.addEventListener("message", ({ data }) => {
  if (data === "take over") void scope.skipWaiting();
});

scope.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answer(event.request, name));
});

/**
 * Fetches a file that is not there yet. The browser refuses what is not exactly the file of this version.
 * @param {string} name
 */
async function keep(name) {
  const cache = await caches.open(CACHE);
  const key = keyOf(name);
  if (await cache.match(key)) return;
  const response = await fetch(new URL(name, home), { integrity: files.get(name) ?? "", cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  await cache.put(key, response);
}

/** Drops what belongs to no version in use: a second page may still run the old one. */
async function tidy() {
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 1) return;
  const cache = await caches.open(CACHE);
  const wanted = new Set([...files.keys()].map(keyOf));
  const stale = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(stale.map((request) => cache.delete(request)));
}

/**
 * @param {Request} request
 * @param {string} name
 */
async function answer(request, name) {
  const cache = await caches.open(CACHE);
  // The page asks past all caches for what came damaged.
  if (request.cache === "reload" && files.has(name)) await cache.delete(keyOf(name)).then(() => keep(name));
  const kept = files.has(name) ? await cache.match(keyOf(name)) : await cache.match(request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

/**
 * The name of the site's file that is asked for; null where it is none.
 * @param {Request} request
 */
function nameOf({ method, mode, url }) {
  const address = url.replace(/[?#].*/s, "");
  if (method !== "GET" || !address.startsWith(home)) return null;
  const name = address.slice(home.length);
  return mode === "navigate" && name === "index.html" ? "" : name;
}

/** @param {string} name */
function keyOf(name) {
  return new URL(`${name}?${files.get(name)}`, home).href;
}
