/**
 * The list of keys.
 */

import { el, said, tipped } from "./dom.js";
import { icon } from "./icons.js";
import { bindings } from "./keys.js";

export function createHelp() {
  const rows = bindings.flatMap(({ shown, means }) => [el("dt", {}, el("kbd", {}, shown)), el("dd", said(means))]);
  const title = el("h2", { id: "help-title", ...said("keys.title") });
  const dialog = el("dialog", { class: "panel help", "aria-labelledby": "help-title" });
  const shut = () => dialog.close();
  const close = el("button", { type: "button", class: "icon-button", onclick: shut, ...tipped("notice.close") }, icon("close"));
  dialog.append(el("div", { class: "panel-head" }, title, close), el("dl", { class: "keys" }, ...rows), el("p", { class: "small", ...said("keys.drawing") }));
  // A press beside the dialog closes it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) shut();
  });
  return dialog;
}
