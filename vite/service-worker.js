/**
 * Puts the service worker beside the finished site, with the list of the site's files and their checksums. The list is
 * part of the script, so that a browser finds a new version by comparing the script alone.
 */

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { ISOLATION } from "./isolation.js";

/** @import { Plugin } from "vite" */

const NAME = "service-worker.js";
const source = new URL("../www/service-worker.js", import.meta.url);

/**
 * @param {string} site the folder of the finished site
 * @returns {Plugin}
 */
export function serviceWorker(site) {
  return { name: "service-worker", apply: "build", closeBundle: () => writeServiceWorker(site) };
}

/** @param {string} site */
export function writeServiceWorker(site) {
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths
    .map((path) => ({ path, name: relative(site, path).replaceAll(sep, "/") }))
    .filter(({ name }) => name !== NAME)
    // Some servers redirect index.html to its folder, and no browser takes a redirected answer for a page.
    .map(({ path, name }) => [name.replace(/^index\.html$/, ""), checksum(path)])
    .sort();
  const placed = { __SITE_FILES__: Object.fromEntries(files), __ISOLATION__: ISOLATION };
  const script = Object.entries(placed).reduce((text, [name, value]) => text.replace(name, () => JSON.stringify(value)), readFileSync(source, "utf8"));
  writeFileSync(join(site, NAME), script);
}

/** @param {string} path */
function checksum(path) {
  return `sha256-${createHash("sha256").update(readFileSync(path)).digest("base64")}`;
}
