/**
 * The head of the page: the mark, the boards, and the tools at the right.
 */

import { boardAddress } from "./address.js";
import { el, named, said, tipped } from "./dom.js";
import { icon, mark } from "./icons.js";

/** @import { Action, BoardEntry, PageEntry } from "./types" */
/** @import { Key } from "../i18n" */

/** @typedef {"palette" | "share" | "projector" | "presenter" | "help"} Tool each with its icon */

/**
 * @param {HTMLElement} root
 * @param {PageEntry} cover
 * @param {BoardEntry[]} boards
 * @param {Record<Tool | "language" | "before" | "after", Action>} actions
 * @param {HTMLElement} device
 */
export function fillHeader(root, cover, boards, actions, device) {
  const links = boards.map(({ id }) => el("a", { href: boardAddress(id), "data-link": id, ...said(`${id}.title`), "data-t-title": `${id}.chapter` }));
  const home = el("a", { class: "mark", href: boardAddress(cover.id), "data-t-title": "shell.cover" }, mark(), "chalknet");
  const lecture = [home, ...links];
  const turns = { before: turn("before", actions.before.name()), after: turn("after", actions.after.name()) };
  const nav = el("nav", named("shell.boards"), ...links);
  const pages = el("div", { class: "pages" }, turns.before, nav, turns.after);
  const tool = (/** @type {Tool} */ name) => el("button", { type: "button", class: `icon-button tool-${name}`, onclick: actions[name].act, ...tipped(actions[name].name()) }, icon(name));
  const projector = tool("projector");
  projector.setAttribute("aria-pressed", "false");
  const buttons = el(
    "div",
    { class: "tools" },
    device,
    el("button", { type: "button", class: "pill language", onclick: actions.language.act, ...said(actions.language.name()) }),
    tool("palette"),
    tool("share"),
    projector,
    tool("presenter"),
    tool("help"),
  );
  root.append(home, pages, buttons);

  // Where there is room for some of the boards only, the one that is shown is among them, however wide the
  // window and the names become.
  const bringIntoView = () => {
    const current = links.find((link) => link.hasAttribute("aria-current"));
    if (current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
  };
  const observer = new ResizeObserver(bringIntoView);
  for (const element of [nav, ...links]) observer.observe(element);

  return {
    /** @param {string} id of the page that is shown */
    setPage: (id) => {
      const index = [cover, ...boards].findIndex((page) => page.id === id);
      for (const [place, link] of lecture.entries()) {
        if (place === index) {
          link.setAttribute("aria-current", "page");
          bringIntoView();
        } else link.removeAttribute("aria-current");
      }
      lead(turns.before, lecture[index - 1]);
      lead(turns.after, index < 0 ? undefined : lecture[index + 1]);
    },
    /**
     * A board's link leads to the board as it was left.
     * @param {string} id
     * @param {string} address
     */
    setAddress: (id, address) => links.find((link) => link.dataset.link === id)?.setAttribute("href", address),
    /** @param {boolean} on */
    setProjector: (on) => projector.setAttribute("aria-pressed", String(on)),
  };
}

/** A link to the page before or after. @param {"before" | "after"} direction @param {Key} name */
function turn(direction, name) {
  return el("a", { class: `icon-button turn ${direction}`, ...tipped(name) }, icon(direction));
}

/**
 * Leads where the other link leads; nowhere without one.
 * @param {HTMLElement} link
 * @param {HTMLElement | undefined} to
 */
function lead(link, to) {
  const address = to?.getAttribute("href");
  if (address) link.setAttribute("href", address);
  else link.removeAttribute("href");
}
