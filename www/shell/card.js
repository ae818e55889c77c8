/**
 * A card: the name of one ingredient, a summary, and a press that unfolds its settings.
 */

import { signal } from "@preact/signals-core";
import { el, named, said } from "./dom.js";
import { icon } from "./icons.js";

/** @import { Key } from "../i18n" */

/**
 * @param {{ id: string, title: Key, extra?: HTMLElement, settings: HTMLElement[] }} options
 * `extra` stays in view on the card
 */
export function createCard({ id, title, extra, settings }) {
  const summary = el("span", { class: "card-summary" });
  const detail = el("span", { class: "caption" });
  const button = el(
    "button",
    { type: "button", class: "card-head", popovertarget: `settings-${id}` },
    el("span", { class: "caption", ...said(title) }),
    summary,
    detail,
    icon("more"),
  );
  const panel = el(
    "div",
    { id: `settings-${id}`, class: "panel settings", popover: "auto", role: "dialog", ...named(title) },
    el("h2", said(title)),
    ...settings,
  );
  const isOpen = signal(false);
  panel.addEventListener("toggle", (event) => {
    isOpen.value = event instanceof ToggleEvent && event.newState === "open";
    button.setAttribute("aria-expanded", String(isOpen.value));
  });
  const element = el("div", { class: `sheet card card-${id}` }, button, ...(extra ? [extra] : []), panel);
  return { element, summary, detail, isOpen };
}
