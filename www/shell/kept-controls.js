/**
 * A board with only some of its controls: a link can name those that stay, so that a class is handed a board with just
 * three buttons. The main action and the pictures always stay.
 */

import { isKey } from "../i18n/index.js";

/** @import { Setting } from "./types" */

/** @typedef {{ key: string, element: HTMLElement }} Control `key`: the text that names it, which is the same in every language */
/** @typedef {{ board: string, keys: string[] }} Kept */

const CONTROLS = "button, input, select, textarea, summary";
/** What is one control to the reader although it consists of several. */
const GROUPS = ".card, .field, .switch, [role=radiogroup], [role=tablist], [role=group]";
const PICTURES = "canvas, svg:not(.icon), h1, h2";
const MAIN = ".main";

/** Written as board*key*key, in characters that addresses leave as they are.
 *  @type {Setting<Kept | null>} */
export const keptSetting = {
  fallback: null,
  parse: (text) => {
    const [board = "", ...keys] = text.split("*");
    return /^\w+$/.test(board) && keys.every((key) => /^[\w.-]+$/.test(key)) ? { board, keys } : undefined;
  },
  write: (kept) => (kept ? [kept.board, ...kept.keys].join("*") : ""),
};

/** The board's controls, each once, in the order of the page. @param {HTMLElement} root @returns {Control[]} */
export function controlsIn(root) {
  /** @type {Set<HTMLElement>} */
  const elements = new Set();
  for (const control of root.querySelectorAll(CONTROLS)) {
    if (control instanceof HTMLElement && !control.matches(MAIN)) elements.add(groupOf(control, root));
  }
  return [...elements].flatMap((element) => {
    const key = keyOf(element);
    return key ? [{ key, element }] : [];
  });
}

/** Those that the reader sees, or would see if they had not been put away. @param {HTMLElement} root */
export function visibleControls(root) {
  return controlsIn(root).filter(({ element }) => element.checkVisibility() || element.dataset.putAway !== undefined);
}

/** Keeps a board to the controls that a link named, also when it makes new ones. */
export class ControlKeeper {
  #watch = new MutationObserver(() => this.#apply());

  /**
   * @param {HTMLElement} root
   * @param {Kept | null} kept
   */
  constructor(root, kept) {
    this.root = root;
    this.kept = kept;
    if (kept) this.#watch.observe(root, { childList: true, subtree: true });
  }

  /**
   * Now that the texts of the board have come: false where a control is named that there is not. All of them are there then.
   * @param {string} board
   */
  knows(board) {
    if (this.kept?.board !== board || this.kept.keys.every(isKey)) return true;
    this.kept = null;
    this.#watch.disconnect();
    return false;
  }

  #apply() {
    for (const { key, element } of controlsIn(this.root)) {
      const isPutAway = this.kept?.board === this.root.dataset.board && !this.kept?.keys.includes(key);
      element.toggleAttribute("data-put-away", isPutAway);
    }
  }
}

/**
 * The outermost group that has the control and neither a picture nor the main action.
 * @param {HTMLElement} control
 * @param {HTMLElement} root
 */
function groupOf(control, root) {
  let found = control;
  for (let element = control.parentElement; element && element !== root; element = element.parentElement) {
    const isCard = element.matches(".card");
    if (element.matches(GROUPS) && !element.querySelector(MAIN) && (isCard || !element.querySelector(PICTURES))) found = element;
  }
  return found;
}

/** @param {HTMLElement} element @returns {string | undefined} */
function keyOf(element) {
  const own = (/** @type {Element | null} */ it) => it?.getAttribute("data-t") ?? it?.getAttribute("data-t-label") ?? undefined;
  return own(element) ?? own(element.querySelector("[data-t], [data-t-label]"));
}
