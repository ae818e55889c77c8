/**
 * The list of keys, and the switches of the page.
 */

import { switchField } from "./controls.js";
import { el, said } from "./dom.js";
import { bindings } from "./keys.js";
import { isTold, tell } from "./story/telling.js";
import { titledDialog } from "./titled-dialog.js";

/** @import { Key } from "../i18n" */
/** @import { Keys } from "./keys.js" */

/** What the switch is for, and what keys do within a picture that has the focus. @type {Key[]} */
const more = ["keys.lettersOff", "keys.tab", "keys.lines", "keys.chart", "keys.drawing"];

/** @param {Keys} keys */
export function createHelp(keys) {
  const rows = bindings.flatMap(({ shown, means, isCharacter }) => [
    el("dt", { class: isCharacter ? "character" : null }, ...shown.map((key) => el("kbd", {}, key))),
    el("dd", said(means)),
  ]);
  const list = el("dl", { class: "keys" }, ...rows);
  const letters = switchField("keys.letters", (on) => show((keys.hasCharacters = on)));
  const story = switchField("story.tell", tell);
  story.set(isTold());
  /** @param {boolean} hasLetters */
  function show(hasLetters) {
    letters.set(hasLetters);
    list.classList.toggle("without-letters", !hasLetters);
  }
  show(keys.hasCharacters);
  const { dialog, head } = titledDialog("help", "keys.title");
  dialog.append(head, list, letters.element, story.element, ...more.map((key) => el("p", { class: "small", ...said(key) })));
  return dialog;
}
