/**
 * The head of the page: the mark, the boards, and the tools at the right.
 */

import { boardAddress } from "./address.js";
import { el, named, said, tipped } from "./dom.js";
import { icon, mark } from "./icons.js";

/** @import { BoardEntry } from "./types" */
/** @import { Icon } from "./icons.js" */
/** @import { Key } from "../i18n" */

/**
 * @typedef {object} Tools
 * @property {() => void} language to the other one
 * @property {() => void} palette
 * @property {() => void} share
 * @property {() => void} projector
 * @property {() => void} help
 */

/**
 * @param {HTMLElement} root
 * @param {BoardEntry[]} boards
 * @param {Tools} tools
 * @param {HTMLElement} device
 */
export function fillHeader(root, boards, tools, device) {
  const links = boards.map(({ id, title }) => el("a", { href: boardAddress(id), "data-link": id, ...said(title) }));
  // With a single board there is nowhere to go.
  const nav = el("nav", { hidden: links.length < 2, ...named("shell.boards") }, ...links);
  const projector = tool("projector", "shell.projector", tools.projector);
  projector.setAttribute("aria-pressed", "false");
  const buttons = el(
    "div",
    { class: "tools" },
    device,
    el("button", { type: "button", class: "pill language", onclick: tools.language, ...said("shell.otherLanguage") }),
    tool("palette", "shell.palette", tools.palette),
    tool("share", "shell.share", tools.share),
    projector,
    tool("help", "keys.title", tools.help),
  );
  root.append(el("a", { class: "mark", href: boardAddress(boards[0]?.id ?? "") }, mark(), "chalknet"), nav, buttons);

  return {
    /** @param {string} id of the board that is shown */
    setBoard: (id) => {
      for (const link of links) {
        if (link.dataset.link === id) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
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

/**
 * @param {Icon} sign
 * @param {Key} name
 * @param {() => void} act
 */
function tool(sign, name, act) {
  return el("button", { type: "button", class: `icon-button tool-${sign}`, onclick: act, ...tipped(name) }, icon(sign));
}
