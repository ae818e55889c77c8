/**
 * The list of keys.
 */

import { el, said, tipped } from "./dom.js";
import { icon } from "./icons.js";
import { bindings } from "./keys.js";

/** @import { Key } from "../i18n" */

/** What keys do within a picture that has the focus. @type {Key[]} */
const more = ["keys.tab", "keys.lines", "keys.drawing"];

export function createHelp() {
  const rows = bindings.flatMap(({ shown, means }) => [el("dt", {}, el("kbd", {}, shown)), el("dd", said(means))]);
  const title = el("h2", { id: "help-title", ...said("keys.title") });
  const dialog = el("dialog", { class: "panel help", "aria-labelledby": "help-title" });
  const shut = () => dialog.close();
  const close = el("button", { type: "button", class: "icon-button", onclick: shut, ...tipped("notice.close") }, icon("close"));
  dialog.append(el("div", { class: "panel-head" }, title, close), el("dl", { class: "keys" }, ...rows), ...more.map((key) => el("p", { class: "small", ...said(key) })));
  // A press beside the dialog closes it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) shut();
  });
  return dialog;
}
