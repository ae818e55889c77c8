/**
 * The keys that work everywhere on the page. One list binds them and lists them for the reader.
 */

/** @import { Key } from "../i18n" */
/** @import { BoardKeys } from "./types" */

/** @typedef {keyof BoardKeys | "previous" | "next" | "projector" | "fullScreen" | "pointer" | "share" | "help"} Command */

/**
 * By place on the keyboard where it is a letter: with a Korean layout the key S types ㄴ.
 * @type {{ command: Command, shown: string, means: Key, matches: (event: KeyboardEvent) => boolean }[]}
 */
export const bindings = [
  { command: "run", shown: "Space", means: "keys.run", matches: ({ code }) => code === "Space" },
  { command: "step", shown: "S", means: "keys.step", matches: ({ code }) => code === "KeyS" },
  { command: "reset", shown: "R", means: "keys.reset", matches: ({ code }) => code === "KeyR" },
  { command: "previous", shown: "←", means: "keys.previous", matches: ({ key }) => key === "ArrowLeft" },
  { command: "next", shown: "→", means: "keys.next", matches: ({ key }) => key === "ArrowRight" },
  { command: "projector", shown: "P", means: "keys.projector", matches: ({ code }) => code === "KeyP" },
  { command: "fullScreen", shown: "F", means: "keys.fullScreen", matches: ({ code }) => code === "KeyF" },
  { command: "pointer", shown: "L", means: "keys.pointer", matches: ({ code }) => code === "KeyL" },
  { command: "share", shown: "Q", means: "keys.share", matches: ({ code }) => code === "KeyQ" },
  { command: "help", shown: "?", means: "keys.help", matches: ({ key, code, shiftKey }) => key === "?" || (shiftKey && code === "Slash") },
];

/** Where a key belongs to the control that has the focus. */
const TYPING = "input, select, textarea, [contenteditable]";
const PRESSING = "button, a, summary, [role=tab], [role=gridcell]";

export class Keys {
  /** @type {Partial<Record<Command, () => void>>} */
  #commands = {};

  constructor() {
    document.addEventListener("keydown", (event) => this.#press(event));
  }

  /**
   * @param {Partial<Record<Command, () => void>>} commands
   * @returns {() => void} takes them back
   */
  bind(commands) {
    this.#commands = { ...this.#commands, ...commands };
    return () => {
      for (const command of /** @type {Command[]} */ (Object.keys(commands))) delete this.#commands[command];
    };
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof Element && belongsTo(event.target, event.code)) return;
    const binding = bindings.find(({ matches }) => matches(event));
    const command = binding && this.#commands[binding.command];
    if (!command) return;
    event.preventDefault();
    command();
  }
}

/**
 * @param {Element} target
 * @param {string} code
 */
function belongsTo(target, code) {
  if (target.closest("dialog[open]") || target.matches(TYPING)) return true;
  return code === "Space" && target.closest(PRESSING) !== null;
}
