/**
 * The only writer of the address. Browsers limit how often a page may write it (Safari throws at the hundredth time within
 * 30 seconds, Chromium leaves writes out), so it follows at a pace that all of them allow, and always ends with the newest.
 */

const PACE_MS = 400;
/** So many may come together: what is changed by single presses is written at once, and a slider soon at the pace. */
const BURST = 20;
/** The pause after a browser has refused. */
const REFUSED_MS = 10_000;

/** What of the page is concerned.
 *  @typedef {{ location: { search: string, hash: string }, history: { replaceState(data: null, unused: string, address: string): void } }} Page */

export class AddressBar {
  #page;
  #now;
  /** What the browser does not show yet, and over what. @type {{ search: string, hash: string, over: string } | null} */
  #newest = null;
  /** When all that has been written would be, had each waited for its turn. */
  #due = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Page} page
   * @param {() => number} [now] in milliseconds
   */
  constructor(page, now = () => performance.now()) {
    this.#page = page;
    this.#now = now;
  }

  get search() {
    return this.#newest?.search ?? this.#page.location.search;
  }

  get hash() {
    const { hash } = this.#page.location;
    // Who has gone elsewhere in the meantime is there.
    return this.#newest?.over === hash ? this.#newest.hash : hash;
  }

  /** @param {{ search?: string, hash?: string }} changes */
  write({ search = this.search, hash = this.hash }) {
    this.#newest = { search, hash, over: this.#page.location.hash };
    const wait = this.#due - BURST * PACE_MS - this.#now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /** Has the browser show the newest at once. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { search, hash } = this;
    const { location, history } = this.#page;
    try {
      if (search !== location.search || hash !== location.hash) {
        history.replaceState(null, "", `${search}${hash}`);
        this.#due = Math.max(this.#due, this.#now()) + PACE_MS;
      }
      this.#newest = null;
    } catch {
      this.#due = this.#now() + REFUSED_MS + BURST * PACE_MS;
      this.#timer = setTimeout(() => this.flush(), REFUSED_MS);
    }
  }
}
