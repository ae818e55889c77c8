/**
 * Code that is fetched when it is needed: a board's, a tab's, a language's. What does not come is said, in the place where
 * it would be or in a notice, with a button that truly tries again.
 */

import { el, said, translate } from "./dom.js";

/** @import { Key } from "../i18n" */
/** @import { NoticeAction, Notices } from "./types" */

/**
 * Why it is not here: it is merely late; it has given no sign for long; the server cannot be reached; another page came
 * in its place; a newer version of the page has replaced it; it is damaged, or this browser cannot run it.
 * @typedef {"late" | "silent" | "unreachable" | "foreign" | "replaced" | "broken"} Reason
 */

/**
 * @typedef {object} Absence
 * @property {Reason} reason
 * @property {NoticeAction} [action] what can be done about it
 */

/** Sooner than that, a word would only flicker. */
const LATE_MS = 1000;
/** What has given no sign for so long is not expected any more, and is welcome all the same. */
const SILENT_MS = 12_000;
/** The server is asked for its page, to find out why a part of it did not come. */
const ASKING_MS = 2500;

/**
 * Fetches code, however often it takes.
 * @template T
 * @param {() => Promise<T>} load
 * @param {(absence: Absence) => void} tell
 * @returns {Promise<T>} never rejects
 */
export function whenHere(load, tell) {
  return new Promise((resolve) => {
    const attempt = async () => {
      const timers = [
        setTimeout(() => tell({ reason: "late" }), LATE_MS),
        // Browsers answer a second request with the first one: only a new document asks anew.
        setTimeout(() => tell({ reason: "silent", action: reload }), SILENT_MS),
      ];
      try {
        resolve(await fetchOnce(load));
      } catch (error) {
        console.warn(error);
        for (const timer of timers) clearTimeout(timer);
        const reason = await reasonNow();
        tell({ reason, action: reason === "foreign" || reason === "replaced" || isKept(error) ? reload : again });
      } finally {
        for (const timer of timers) clearTimeout(timer);
      }
    };
    /** @type {NoticeAction} */
    const again = {
      label: "notice.retry",
      run: () => {
        tell({ reason: "late" });
        void attempt();
      },
    };
    void attempt();
  });
}

/** A browser keeps what it could not read as code, and answers with it until there is a new document. @param {unknown} error */
function isKept(error) {
  return error instanceof SyntaxError;
}

/**
 * Has the browser forget the code that it was given: it may have kept what came damaged.
 * @param {() => void} then
 * @param {string[]} [more] what has come of the worker's code
 */
export function fetchAnew(then, more) {
  if (window.fetchAnew) window.fetchAnew(then, more);
  else then();
}

/** @type {NoticeAction} */
export const reload = { label: "notice.reload", run: () => fetchAnew(() => location.reload()) };

/**
 * Says it in its place.
 * @param {(element: HTMLElement) => void} put
 * @param {(key: Key) => string} t
 * @returns {(absence: Absence) => void}
 */
export function sayInPlace(put, t) {
  return ({ reason, action }) => {
    const element =
      reason === "late"
        ? el("div", { class: "absence", role: "status" }, el("p", said("absent.late")))
        : el("div", { class: "absence", role: "alert" }, el("p", said(`absent.${reason}`)), el("p", { class: "small", ...said("absent.rest") }));
    if (action) element.append(el("button", { type: "button", class: "main", onclick: action.run, ...said(action.label) }));
    translate(element, t);
    put(element);
  };
}

/**
 * Fetches code for what has a place of its own, where it is said if it does not come.
 * @template T
 * @param {() => Promise<T>} load
 * @param {Element} place
 * @param {(key: Key) => string} t
 * @returns {Promise<T>} never rejects
 */
export function hereInPlace(load, place, t) {
  return whenHere(load, sayInPlace((absence) => place.replaceChildren(absence), t));
}

/**
 * Says it in a notice, of which one can speak for several things: its button does what is to be done for all of them.
 * @param {Notices} notices
 * @param {string} id
 * @returns {(absence: Absence) => void}
 */
export function sayInNotice(notices, id) {
  /** @type {Set<() => void>} */
  const runs = new Set();
  const runAll = () => {
    notices.dismiss(id);
    const all = [...runs];
    runs.clear();
    for (const run of all) run();
  };
  return ({ reason, action }) => {
    if (!action) return;
    runs.add(action.run);
    notices.problem({ id, text: `absent.${reason}`, action: { label: action.label, run: runAll } });
  };
}

/**
 * Fetches code for something that has no place of its own: if it does not come, a notice says so until it does.
 * @template T
 * @param {() => Promise<T>} load
 * @param {Notices} notices
 * @param {string} id of the notice
 * @returns {Promise<T>} never rejects
 */
export async function hereOrNotice(load, notices, id) {
  const code = await whenHere(load, sayInNotice(notices, id));
  notices.dismiss(id);
  return code;
}

/**
 * Puts the page's own styles to use, which the document has only asked for: a stylesheet that is late would keep its words
 * from being seen.
 * @returns {Promise<void>} never resolves where they do not come: the document itself says so then
 */
export function pageStyles() {
  return new Promise((resolve) => {
    const early = document.querySelector("link[rel=preload][as=style]");
    // A page that is one file has them in it.
    if (!(early instanceof HTMLLinkElement)) return resolve();
    const sheet = el("link", { rel: "stylesheet", href: early.href, crossorigin: "" });
    sheet.addEventListener("load", () => isWhole(sheet) && resolve());
    early.after(sheet);
  });
}

/**
 * A file of another kind under its name is a sheet with no rule in it to a browser, and one that was cut lacks the rule
 * with which all of them end (vite/whole-styles.js).
 * @param {HTMLLinkElement} link
 */
function isWhole({ sheet }) {
  return Array.from(sheet?.cssRules ?? []).at(-1) instanceof CSSLayerStatementRule;
}

/** What has failed; the bundler asks for each stylesheet once, and waits for it. @type {Set<HTMLLinkElement>} */
const failedSheets = new Set();
/** Told when one fails: the attempts under way. @type {Set<(error: Error) => void>} */
const attempts = new Set();

/** Sees to it that a stylesheet that has failed can be fetched again. */
export function watchStyles() {
  document.addEventListener("error", (event) => failSheet(event), true);
  document.addEventListener("load", (event) => event.target instanceof HTMLLinkElement && !isWhole(event.target) && failSheet(event), true);
}

/** @param {Event} event */
function failSheet(event) {
  const { target } = event;
  if (!(target instanceof HTMLLinkElement) || target.rel !== "stylesheet") return;
  // Whoever waits for it goes on waiting, for it is going to be fetched again.
  event.stopImmediatePropagation();
  failedSheets.add(target);
  for (const fail of attempts) fail(new Error(`there is no style in ${target.href}`));
}

/**
 * Loads code with its styles.
 * @template T what is there then, or several such things
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function fetchOnce(load) {
  /** @type {(error: Error) => void} */
  let fail = () => {};
  const failure = new Promise((_, reject) => (fail = reject));
  attempts.add(fail);
  try {
    const parts = Promise.all([...failedSheets].map(fetchSheetAgain)).then(load);
    const here = await Promise.race([parts, /** @type {Promise<never>} */ (failure)]);
    if ([here].flat().some(isNothing)) throw new SyntaxError("a file came with nothing in it");
    return here;
  } finally {
    attempts.delete(fail);
  }
}

/** Whoever loads code gets something. @param {unknown} part */
function isNothing(part) {
  const isModule = typeof part === "object" && part !== null && Reflect.get(part, Symbol.toStringTag) === "Module";
  return part === undefined || (isModule && Object.keys(part).length === 0);
}

/** Another one takes its place, and has it waited for no longer. @param {HTMLLinkElement} sheet */
async function fetchSheetAgain(sheet) {
  failedSheets.delete(sheet);
  // The browser may have kept what came. What it is given instead, the other one tells.
  await fetch(sheet.href, { cache: "reload" }).then((answer) => answer.blob()).catch(() => {});
  const next = el("link", { rel: "stylesheet", href: sheet.href });
  next.addEventListener("load", () => sheet.dispatchEvent(new Event("load")));
  sheet.replaceWith(next);
}

/** Why a part of the page may have failed to come, as the page itself tells that the server gives now. @returns {Promise<Reason>} */
async function reasonNow() {
  try {
    const response = await fetch(location.pathname, { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(ASKING_MS) });
    if (response.type === "opaqueredirect") return "foreign";
    if (!response.ok) return "unreachable";
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (nameOf(page) !== nameOf(document)) return "foreign";
    return scriptOf(page) === scriptOf(document) ? "broken" : "replaced";
  } catch {
    return "unreachable";
  }
}

/** @param {Document} page */
const nameOf = (page) => page.querySelector("meta[name=application-name]")?.getAttribute("content");

/** Its name changes with everything that it loads. @param {Document} page */
const scriptOf = (page) => page.querySelector("script[type=module]")?.getAttribute("src");
