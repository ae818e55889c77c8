/**
 * The address: `?lang=…&palette=…&backend=…` is the page's, `#/board?name=value` is the board's.
 */

import { AddressBar } from "./address-bar.js";
import { choice } from "./settings.js";
import { keptSetting } from "./kept-controls.js";

/** @import { Step } from "./address-bar.js" */

/** What is shown of an address. */
const LONGEST_PART = 40;
const MOST_PARTS = 6;

const bar = new AddressBar(window);

// Whoever goes elsewhere comes back to the newest.
addEventListener("click", ({ target }) => target instanceof Element && target.closest("a") && bar.flush(), { capture: true });
addEventListener("pagehide", () => bar.flush());
document.addEventListener("visibilitychange", () => bar.flush());

/** What the page itself is told by its address. What else stands there is left to others. */
export const pageSettings = {
  lang: choice(/** @type {const} */ (["ko", "en"])),
  palette: choice(/** @type {const} */ (["paper", "board"])),
  projector: choice(/** @type {const} */ (["on", "off"])),
  backend: choice(/** @type {const} */ (["auto", "webgpu", "cpu"])),
  /** Whether the boards tell their story. */
  story: choice(/** @type {const} */ (["yes", "no"])),
  /** Whether it is a frame in another page, and has no head of its own. */
  embed: choice(/** @type {const} */ (["no", "yes"])),
  /** Which of a board's controls are there; all where it is not said. */
  keep: keptSetting,
};

/** Those that are none of their setting's values, as they stand in the address. */
export function refusedPageParameters() {
  return Object.entries(pageSettings).flatMap(([name, setting]) => {
    const text = pageParameter(name);
    return text !== null && setting.parse(text) === undefined ? [`${name}=${text}`] : [];
  });
}

/** @param {string} name */
export function pageParameter(name) {
  return new URLSearchParams(bar.search).get(name);
}

/**
 * @param {string} name
 * @param {string} value
 */
export function setPageParameter(name, value) {
  const parameters = new URLSearchParams(bar.search);
  parameters.set(name, value);
  bar.writeSearch(`?${parameters}`);
}

/** The whole address as it is now, whether the browser shows it yet or not. */
export function pageAddress() {
  return new URL(`${bar.search}${bar.hash}`, location.href);
}

/** The same for others: the projector is the teacher's, and a frame is where it is. */
export function addressForOthers() {
  const url = pageAddress();
  for (const name of ["projector", "embed"]) url.searchParams.delete(name);
  return url;
}

/** Goes to a board, as a link does. @param {string} address */
export function goTo(address) {
  bar.flush();
  location.hash = address;
}

/**
 * The board that the browser has been led to; with the hash of what is newest, the one that is shown.
 * @param {string} [hash]
 * @returns {{ id: string, parameters: URLSearchParams }} `id` is empty where the address names no board, and the whole
 * where it is none of a board's form
 */
export function boardInAddress(hash = location.hash) {
  const [, id = hash, query = ""] = /^#\/([\w-]*)(?:\?(.*))?$/.exec(hash) ?? [];
  return { id, parameters: new URLSearchParams(query) };
}

/** Parts of an address to be read: it may hold anything, and much of it. @param {string[]} parts */
export function inShort(parts) {
  const cut = parts.slice(0, MOST_PARTS).map((part) => (part.length > LONGEST_PART ? `${part.slice(0, LONGEST_PART)}…` : part));
  return [...cut, ...(parts.length > MOST_PARTS ? ["…"] : [])].join(", ");
}

/**
 * @param {string} id
 * @param {URLSearchParams} [parameters]
 */
export function boardAddress(id, parameters) {
  const query = parameters?.toString();
  return query ? `#/${id}?${query}` : `#/${id}`;
}

/** The page is where the browser is; what that was told when it was there before, or null. */
export function arrive() {
  bar.arrive();
  return bar.step;
}

/** Tells in the address how a board is set: a step in the browser's history where it is another place. @param {string} address @param {Step} step */
export function writeBoardInAddress(address, step) {
  bar.writeHash(address, step);
}
