/** Telling a screen reader of what changes often: with every stroke, it would never be heard to its end. */

/** What has stood for so long is told. */
const SETTLED_MS = 800;

export class Settled {
  #timer = 0;
  #told = "";

  /** @param {(text: string) => void} announce */
  constructor(announce) {
    this.announce = announce;
  }

  /**
   * @param {string} text
   * @param {string} [what] told once until it is another one
   */
  tell(text, what = text) {
    if (what === this.#told) return;
    this.#told = what;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.announce(text), SETTLED_MS);
  }

  /** It stands no more. */
  drop() {
    clearTimeout(this.#timer);
  }
}
