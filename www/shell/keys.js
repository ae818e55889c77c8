/**
 * The keys that work everywhere on the page. One list binds them and lists them for the reader.
 */

import { drawNow } from "./frames.js";
import { recall, remember } from "./remembered.js";

/** @import { Key } from "../i18n" */
/** @import { Action, Actions } from "./types" */

/** @typedef {keyof Actions | "before" | "after" | "projector" | "fullScreen" | "pointer" | "share" | "presenter" | "help"} Command */

/**
 * @typedef {object} Binding
 * @property {Command} command
 * @property {string[]} shown the keys, each of which does it
 * @property {Key} means
 * @property {(event: KeyboardEvent) => boolean} matches
 * @property {boolean} [isCharacter] a letter or a sign, which dictation or a slip of the hand may type: can be switched off
 * @property {boolean} [withControl]
 */

/** @type {Binding[]} */
export const bindings = [
  { command: "run", shown: ["Space"], means: "keys.run", matches: ({ code }) => code === "Space" },
  { command: "step", shown: ["S"], means: "keys.step", matches: letter("S"), isCharacter: true },
  { command: "reset", shown: ["R"], means: "keys.reset", matches: letter("R"), isCharacter: true },
  { command: "undo", shown: ["Ctrl+Z", "⌘Z"], means: "keys.undo", matches: letter("Z"), withControl: true },
  // Clickers send the second ones.
  { command: "before", shown: ["←", "PageUp"], means: "keys.previous", matches: ({ key }) => key === "ArrowLeft" || key === "PageUp" },
  { command: "after", shown: ["→", "PageDown"], means: "keys.next", matches: ({ key }) => key === "ArrowRight" || key === "PageDown" },
  { command: "projector", shown: ["P"], means: "keys.projector", matches: letter("P"), isCharacter: true },
  { command: "fullScreen", shown: ["F"], means: "keys.fullScreen", matches: letter("F"), isCharacter: true },
  { command: "pointer", shown: ["L"], means: "keys.pointer", matches: letter("L"), isCharacter: true },
  { command: "share", shown: ["Q"], means: "keys.share", matches: letter("Q"), isCharacter: true },
  { command: "presenter", shown: ["N"], means: "keys.presenter", matches: letter("N"), isCharacter: true },
  { command: "help", shown: ["?"], means: "keys.help", matches: ({ key, code, shiftKey }) => key === "?" || (shiftKey && code === "Slash"), isCharacter: true },
];

/** What takes text, or a choice from a list by its letters. */
const WRITTEN_IN = "input:not([type=checkbox], [type=radio], [type=range]), select, textarea, [contenteditable]";
/** What has more than a line of it, in which pages are turned. */
const LONG_TEXT = "textarea, [contenteditable]";
const PRESSED_BY_SPACE = "button, summary, [role=button], [type=checkbox], [type=radio]";
/** One of several that is the chosen one already: a press does nothing. */
const CHOSEN = "[aria-selected=true], [data-chosen], [type=radio]:checked";
const MOVED_BY_ARROWS = "[type=range], [type=radio]";
/** What lies over the page, and has all keys; `:is` forgives browsers that know no popovers. */
const LAYERS = ":is(dialog[open], :popover-open)";

export class Keys {
  /** @type {Partial<Record<Command, Action>>} */
  #actions = {};
  #hasCharacters = recall("letterKeys") !== "off";

  constructor() {
    document.addEventListener("keydown", (event) => this.#press(event));
  }

  /** Whether letters and signs do something. */
  get hasCharacters() {
    return this.#hasCharacters;
  }

  set hasCharacters(has) {
    this.#hasCharacters = has;
    remember("letterKeys", has ? "on" : "off");
  }

  /**
   * @param {Partial<Record<Command, Action>>} actions
   * @returns {() => void} takes them back
   */
  bind(actions) {
    this.#actions = { ...this.#actions, ...actions };
    return () => {
      for (const command of /** @type {Command[]} */ (Object.keys(actions))) delete this.#actions[command];
    };
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.defaultPrevented || event.altKey || event.repeat) return;
    const withControl = event.ctrlKey || event.metaKey;
    const binding = bindings.find((one) => one.matches(event) && (one.withControl ?? false) === withControl);
    const action = binding && this.#actions[binding.command];
    if (!action || (binding.isCharacter && !this.#hasCharacters)) return;
    // What was chosen a moment ago is marked as chosen in the next frame only.
    drawNow();
    if (event.target instanceof Element && belongsTo(event.target, event)) return;
    event.preventDefault();
    if (!action.isOff?.()) action.act();
  }
}

/**
 * A letter is what the key types, and where that is no Latin letter, the key's place: in Korean the key S types ㄴ.
 * @param {string} name
 * @returns {(event: KeyboardEvent) => boolean}
 */
function letter(name) {
  return ({ key, code }) => (/^[a-z]$/i.test(key) ? key.toUpperCase() === name : code === `Key${name}`);
}

/**
 * Whether the key means something to what has the focus, or to what lies over the page.
 * @param {Element} target
 * @param {KeyboardEvent} event
 */
function belongsTo(target, { code, key }) {
  if (document.querySelector(LAYERS)) return true;
  if (key.startsWith("Page")) return target.matches(LONG_TEXT) || isInScroller(target);
  if (target.matches(WRITTEN_IN)) return true;
  if (code === "Space") return target.closest(PRESSED_BY_SPACE) !== null && !target.closest(CHOSEN);
  return key.startsWith("Arrow") && target.matches(MOVED_BY_ARROWS);
}

/** Whether it is in a part of the page that scrolls by itself. @param {Element} target */
function isInScroller(target) {
  /** @type {Element | null} */
  let element = target;
  while (element && element !== document.body && element !== document.documentElement) {
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)) return true;
    element = element.parentElement;
  }
  return false;
}
