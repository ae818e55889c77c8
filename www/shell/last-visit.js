/**
 * What a board had come to: the browser keeps the newest from visit to visit, and it is offered when the board is shown the
 * next time. Where the browser keeps nothing, closing the page asks first.
 */

import { createStore, get, set } from "idb-keyval";
import { BoardOffer } from "./board-offer.js";
import { askBeforeClosing } from "./closing.js";

/** @import { Notice, Notices } from "./types" */

/** It may be megabytes, which are not to be written all the time. */
const MOST_OFTEN_MS = 10_000;

/** @template T @typedef {{ version: number, at: number, value: T }} Kept `at`: when, in milliseconds since 1970 */

/** @template T what can be cloned */
export class LastVisit extends BoardOffer {
  /** The newest, until it is kept. @type {T | null} */
  #newest = null;
  #isKeeping = false;
  #isResting = false;
  /** Keeps the newest without waiting any longer. */
  #hurry = () => {};

  /**
   * @param {{ services: { notices: Notices } }} owner
   * @param {object} what
   * @param {string} what.name
   * @param {number} what.version what another version of the page has kept in another form is left alone
   * @param {(value: T, at: Date) => Pick<Notice, "text" | "values">} what.words
   * @param {(value: T) => void} what.restore
   */
  constructor(owner, { name, version, words, restore }) {
    super(name, owner);
    this.version = version;
    this.words = words;
    this.restore = restore;
    void this.#recall();
  }

  /** @param {T} value the newest that is worth keeping */
  keep(value) {
    this.#newest = value;
    here.set(this.id, { version: this.version, at: Date.now(), value });
    this.#isResting = false;
    if (!this.#isKeeping) void this.#keepNewest();
  }

  /** For the time being no more is to come: what is not kept yet waits no longer. */
  rest() {
    this.#isResting = true;
    this.#hurry();
  }

  async #recall() {
    /** @type {Kept<T> | null} */
    const kept = await lastKept(this.id, this.version);
    // What has come to something meanwhile is newer.
    if (!kept || this.#newest || this.#isKeeping) return;
    if (wasDiscarded()) return this.restore(kept.value);
    this.#offer(kept);
  }

  async #keepNewest() {
    this.#isKeeping = true;
    try {
      while (this.#newest !== null) {
        const value = this.#newest;
        await set(this.id, { version: this.version, at: Date.now(), value }, storeOfPage());
        askBeforeClosing(this, false);
        // What was kept before is not what one would go on with any more.
        this.show(null);
        if (this.#newest === value) {
          this.#newest = null;
          here.delete(this.id);
        }
        if (!this.#isResting) await this.#pause();
      }
    } catch (error) {
      console.warn(error);
      askBeforeClosing(this, true);
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

  /** @param {Kept<T>} kept */
  #offer({ value, at }) {
    const run = () => {
      this.show(null);
      this.restore(value);
    };
    this.show(() => ({ ...this.words(value, new Date(at)), action: { label: "lastVisit.goOn", run } }));
  }
}

/** Of this visit, what the browser does not keep, or not yet. @type {Map<string, Kept<any>>} */
const here = new Map();

/**
 * What was kept last under a name, for whoever else goes on from it.
 * @param {string} name
 * @param {number} version
 * @returns {Promise<Kept<any> | null>}
 */
export async function lastKept(name, version) {
  try {
    /** @type {Kept<any> | undefined} */
    const kept = here.get(name) ?? (await get(name, storeOfPage()));
    return kept?.version === version ? kept : null;
  } catch (error) {
    console.warn(error);
    return null;
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
