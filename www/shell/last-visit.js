/**
 * What a board had come to: the browser keeps the newest from visit to visit, and it is offered when the board is shown the
 * next time. Where the browser keeps nothing, closing the page asks first.
 */

import { createStore, get, set } from "idb-keyval";

/** @import { Notice, Notices } from "./types" */

/** It may be megabytes, which are not to be written all the time. */
const MOST_OFTEN_MS = 10_000;

/** @template T @typedef {{ version: number, at: number, value: T }} Kept `at`: when, in milliseconds since 1970 */

/** @template T what can be cloned */
export class LastVisit {
  /** What is offered now. @type {Kept<T> | null} */
  #offer = null;
  /** The newest, until it is kept. @type {T | null} */
  #newest = null;
  #isKeeping = false;
  /** Keeps the newest without waiting any longer. */
  #hurry = () => {};
  #isShown = false;

  /**
   * @param {{ services: { notices: Notices } }} owner whose services come anew every time that its board is shown
   * @param {object} what
   * @param {string} what.name
   * @param {number} what.version what another version of the page has kept in another form is left alone
   * @param {(value: T, at: Date) => Pick<Notice, "text" | "values">} what.words
   * @param {(value: T) => void} what.restore
   */
  constructor(owner, { name, version, words, restore }) {
    this.owner = owner;
    this.name = name;
    this.version = version;
    this.words = words;
    this.restore = restore;
    void this.#recall();
  }

  /**
   * @param {T} value the newest that is worth keeping
   * @param {{ isLast: boolean }} how for the time being no more is to come
   */
  keep(value, { isLast }) {
    this.#newest = value;
    if (!this.#isKeeping) void this.#keepNewest();
    else if (isLast) this.#hurry();
  }

  /** What was kept is not what one would go on with any more. */
  end() {
    this.#offer = null;
    this.#say();
  }

  /** Its board is shown. */
  enter() {
    this.#isShown = true;
    this.#say();
  }

  /** Its board is left. */
  leave() {
    this.owner.services.notices.dismiss(this.name);
    this.#isShown = false;
  }

  async #recall() {
    try {
      /** @type {Kept<T> | undefined} */
      const kept = await get(this.name, storeOfPage());
      // What has come to something meanwhile is newer.
      if (kept?.version !== this.version || this.#newest || this.#isKeeping) return;
      if (wasDiscarded()) return this.restore(kept.value);
      this.#offer = kept;
      this.#say();
    } catch (error) {
      console.warn(error);
    }
  }

  async #keepNewest() {
    this.#isKeeping = true;
    try {
      while (this.#newest !== null) {
        const value = this.#newest;
        await set(this.name, { version: this.version, at: Date.now(), value }, storeOfPage());
        removeEventListener("beforeunload", askFirst);
        this.end();
        if (this.#newest === value) this.#newest = null;
        await this.#pause();
      }
    } catch (error) {
      console.warn(error);
      addEventListener("beforeunload", askFirst);
    } finally {
      this.#isKeeping = false;
    }
  }

  /** Between one keeping and the next: over, too, when nobody looks any more, for the page may be about to be closed. */
  #pause() {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        document.removeEventListener("visibilitychange", end);
        resolve(null);
      };
      const timer = setTimeout(end, MOST_OFTEN_MS);
      document.addEventListener("visibilitychange", end);
      this.#hurry = end;
    });
  }

  #say() {
    if (!this.#isShown) return;
    const { notices } = this.owner.services;
    if (!this.#offer) return notices.dismiss(this.name);
    const { value, at } = this.#offer;
    const run = () => {
      this.end();
      this.restore(value);
    };
    notices.offer({ id: this.name, ...this.words(value, new Date(at)), action: { label: "lastVisit.goOn", run } });
  }
}

/** @type {ReturnType<typeof createStore> | null} */
let store = null;

/** A store of the page's own: other pages of the same address may have theirs. */
function storeOfPage() {
  return (store ??= createStore("chalknet", "last-visit"));
}

/** The browser needed the memory while nobody looked: that was no visit's end. */
function wasDiscarded() {
  return Reflect.get(document, "wasDiscarded") === true;
}

/** @param {BeforeUnloadEvent} event */
function askFirst(event) {
  event.preventDefault();
}
