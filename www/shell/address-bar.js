/**
 * The only writer of the address. Browsers limit how often a page may write it (Safari throws at the hundredth time within
 * 30 seconds, Chromium leaves writes out), so it follows at a pace that all of them allow, and always ends with the newest.
 * Another place is a step in the browser's history; all else that is written there takes the place of what was.
 */

const PACE_MS = 400;
/** So many may come together: what is changed by single presses is written at once, and a slider soon at the pace. */
const BURST = 20;
/** The pause after a browser has refused. */
const REFUSED_MS = 10_000;

/** What the browser keeps with a step of its history: where that is, and a number for the trail.
 *  @typedef {{ place: string, number: number }} Step */

/** @typedef {(step: Step | null, unused: string, address: string) => void} Write */

/** What of the page is concerned.
 *  @typedef {{ location: { search: string, hash: string }, history: { state: Step | null, pushState: Write, replaceState: Write } }} Page */

export class AddressBar {
  #page;
  #now;
  /** What the page itself is told: going back tells it nothing else. @type {string} */
  #search;
  /** Where the page has come to; the browser is elsewhere where it has gone on and the page has not followed yet. @type {string | null} */
  #followed = null;
  /** What the browser does not show yet. @type {{ hash: string, step: Step } | null} */
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
    this.#search = page.location.search;
  }

  get search() {
    return this.#search;
  }

  get hash() {
    return this.#toWrite?.hash ?? this.#page.location.hash;
  }

  /** What was written with the step that the browser is at; null where a link has led to it. */
  get step() {
    return this.#page.history.state;
  }

  /** The page has followed to where the browser is: from here on it writes there. */
  arrive() {
    this.#followed = this.#page.location.hash;
    this.#newest = null;
  }

  /** @param {string} search */
  writeSearch(search) {
    this.#search = search;
    this.#writeSoon();
  }

  /** What comes from where the browser is no longer is not written. @param {string} hash @param {Step} step */
  writeHash(hash, step) {
    this.#newest = { hash, step };
    this.#writeSoon();
  }

  /** Has the browser show the newest at once. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { search, hash } = this;
    const { location, history } = this.#page;
    const newest = this.#toWrite;
    const step = newest?.step ?? history.state;
    const isElsewhere = step?.place !== history.state?.place;
    try {
      if (isElsewhere || step?.number !== history.state?.number || search !== location.search || hash !== location.hash) {
        // A link's step is in the history already.
        const write = isElsewhere && history.state ? "pushState" : "replaceState";
        history[write](step, "", `${search}${hash}`);
        if (newest) this.#followed = location.hash;
        this.#due = Math.max(this.#due, this.#now()) + PACE_MS;
      }
      this.#newest = null;
    } catch {
      this.#due = this.#now() + REFUSED_MS + BURST * PACE_MS;
      this.#timer = setTimeout(() => this.flush(), REFUSED_MS);
    }
  }

  get #toWrite() {
    return this.#followed === this.#page.location.hash ? this.#newest : null;
  }

  #writeSoon() {
    const wait = this.#due - BURST * PACE_MS - this.#now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }
}
