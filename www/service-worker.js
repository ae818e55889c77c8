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

/** Before anything is asked for that the page does not need now, it may fetch what it needs. */
const PAGE_FIRST_MS = 1500;

scope.addEventListener("install", (event) => event.waitUntil(Promise.all([...files.keys()].map(keep))));

scope.addEventListener("activate", (event) => event.waitUntil(Promise.all([scope.clients.claim(), tidy()])));

scope.addEventListener("message", ({ data }) => {
  if (data === "take over") void scope.skipWaiting();
});

scope.addEventListener("fetch", (event) => {
  const { request, resultingClientId } = event;
  const name = nameOf(request);
  // Past all caches the page asks what the server gives now.
  if (name === null || request.cache === "no-store") return;
  event.respondWith((files.has(name) ? answer(event, name) : answerOld(request)).then(isolated));
  if (name !== "" || request.mode !== "navigate") return;
  event.waitUntil(lookForAnotherPage(resultingClientId));
  event.waitUntil(fillUp().catch(tellBroken));
});

/** What lets workers share memory, which not every server can give: with these headers the page, from its next opening on, is isolated. */
const isolation = Object.entries(__ISOLATION__);

/** @param {Response} response */
function isolated(response) {
  // Of an answer of another kind (a redirection, say) nothing can be seen or changed.
  if (response.type === "opaque" || response.type === "opaqueredirect" || response.type === "error") return response;
  const { status, statusText, headers } = response;
  const added = new Headers(headers);
  for (const [name, value] of isolation) added.set(name, value);
  return new Response(response.body, { status, statusText, headers: added });
}

/** Another page has the address now. */
let isAside = false;

/** What is kept has not been given when it was asked for. */
let isSilent = false;
/** Later than that no page wants to wait for what is kept: the network is asked. */
const SILENT_MS = 4000;

async function openCache() {
  if (isAside) throw new Error("it belongs to another page");
  if (isSilent) throw new Error("it gave no answer");
  return inTime(caches.open(CACHE));
}

/**
 * @template T
 * @param {Promise<T>} answer of the browser's memory
 * @returns {Promise<T>} rejects where it does not come
 */
async function inTime(answer) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => {
      isSilent = true;
      reject(new Error("it gives no answer"));
    }, SILENT_MS);
  });
  try {
    return await Promise.race([answer, /** @type {Promise<never>} */ (silence)]);
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches a file that is not there yet. @param {string} name */
async function keep(name) {
  const cache = await openCache();
  if (!(await cache.match(keyOf(name)))) await cache.put(keyOf(name), await fetchFile(name));
}

/**
 * The browser refuses what is not exactly the file of this version.
 * @param {string} name
 * @param {RequestCache} [cache]
 */
async function fetchFile(name, cache = "no-cache") {
  const response = await fetch(new URL(name, home), { integrity: files.get(name) ?? "", cache });
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return response;
}

/** Drops what belongs to no version in use: a second page may still run the old one. */
async function tidy() {
  const pages = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.length > 1) return;
  const cache = await openCache();
  const wanted = new Set([...files.keys()].map(keyOf));
  const stale = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(stale.map((request) => cache.delete(request)));
}

/**
 * Answers with the copy that is kept. Where there is none, or none that is whole, the network is asked, as it is without
 * a service worker; what it gives is kept instead.
 * @param {FetchEvent} event
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function answer(event, name) {
  const { request } = event;
  // The page asks past all caches for what came damaged.
  const isAskedAnew = request.cache === "reload" && request.mode !== "navigate";
  const copy = await keptCopy(name);
  if (copy && !isAskedAnew) return copy;
  try {
    const response = await fetchFile(name, isAskedAnew ? "reload" : "no-cache");
    const kept = response.clone();
    event.waitUntil(openCache().then((cache) => cache.put(keyOf(name), kept)).then(isAskedAnew ? undefined : refill).catch(tellBroken));
    return response;
  } catch {
    return copy ?? fetch(request);
  }
}

/** A file of another version, which a page that is still open may ask for. @param {Request} request */
async function answerOld(request) {
  const cache = await openCache().catch(tellBroken);
  const copy = cache && (await inTime(cache.match(request, { ignoreSearch: true })).catch(tellBroken));
  return copy ?? fetch(request);
}

/**
 * The file as it is kept; undefined where it is not whole. The page itself checks the data.
 * @param {string} name
 * @returns {Promise<Response | undefined>}
 */
async function keptCopy(name) {
  try {
    const cache = await openCache();
    const copy = await inTime(cache.match(keyOf(name)));
    if (!copy || name.endsWith(".bin")) return copy;
    const bytes = await inTime(copy.arrayBuffer());
    return (await checksum(bytes)) === files.get(name) ? new Response(bytes, copy) : undefined;
  } catch (error) {
    return tellBroken(error);
  }
}

/** @type {Promise<unknown> | null} */
let refilling = null;

function pageFirst() {
  return new Promise((resolve) => setTimeout(resolve, PAGE_FIRST_MS));
}

/** Browsers stop a service worker when they like, also in the middle of keeping files that no page asks for. */
async function fillUp() {
  const cache = await openCache();
  if ((await cache.keys()).length < files.size) await refill();
}

/** One file was gone: so may be others. */
function refill() {
  refilling ??= pageFirst()
    .then(() => Promise.all([...files.keys()].map(keep)))
    .finally(() => (refilling = null));
  return refilling;
}

/**
 * Steps aside where the address has become another page's: that one is shown, and what was kept goes. A network that wants
 * one to sign in gives its page for everything; only a server that this page has left says that this script is gone.
 * @param {string} client
 */
async function lookForAnotherPage(client) {
  await pageFirst();
  const response = await fetch(home, { cache: "no-store", redirect: "manual" }).catch(() => null);
  if (!response?.ok || !/^text\/html\b/.test(response.headers.get("content-type") ?? "")) return;
  if (/<meta name="application-name" content="Chalknet"/.test(await response.text())) return;
  const script = await fetch(new URL("service-worker.js", home), { cache: "no-store", redirect: "manual" }).catch(() => null);
  if (script?.status !== 404 && script?.status !== 410) return;
  isAside = true;
  await scope.registration.unregister();
  await caches.delete(CACHE).catch(tellBroken);
  const page = await scope.clients.get(client);
  if (page instanceof WindowClient) await page.navigate(page.url);
}

/** @param {ArrayBuffer} bytes */
async function checksum(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** The page works without what is kept. @param {unknown} error @returns {undefined} */
function tellBroken(error) {
  console.warn(`What is kept of the site cannot be used: ${error}`);
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
