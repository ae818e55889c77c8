/**
 * A dialog that has a title, and is closed by its button, by Escape, or by a press beside it.
 */

import { el, said, tipped } from "./dom.js";
import { icon } from "./icons.js";

/** @import { Key } from "../i18n" */

/**
 * @param {string} name of its class
 * @param {Key} title
 * @returns {{ dialog: HTMLDialogElement, head: HTMLElement }} the head is to be put into it
 */
export function titledDialog(name, title) {
  const id = `${name}-title`;
  const dialog = el("dialog", { class: `panel ${name}`, "aria-labelledby": id });
  const shut = () => dialog.close();
  const head = el("div", { class: "panel-head" }, el("h2", { id, ...said(title) }), el("button", { type: "button", class: "icon-button", onclick: shut, ...tipped("notice.close") }, icon("close")));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) shut();
  });
  return { dialog, head };
}
