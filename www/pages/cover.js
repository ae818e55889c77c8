/**
 * What this is in one breath, and the lecture's boards in their order, each with a small picture of itself that moves.
 */

import { boards } from "../boards/index.js";
import { boardAddress, goTo } from "../shell/address.js";
import { sayInNotice, whenHere } from "../shell/arrival.js";
import { el, named, said, translate } from "../shell/dom.js";
import * as remembered from "../shell/remembered.js";
import { Predictions } from "../shell/story/predictions.js";

/** @import { Absence } from "../shell/arrival.js" */
/** @import { BoardEntry, MountedBoard, Services } from "../shell/types" */

export const settings = {};

/**
 * @param {HTMLElement} root
 * @param {Services<{}>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const start = boardAddress(boards[0]?.id ?? "");
  const { notices } = services;
  const tell = sayInNotice(notices, "previews");
  const previews = boards.map((board) => preview(board, services, tell));
  void Promise.all(previews.map(({ isHere }) => isHere)).then(() => notices.dismiss("previews"));
  root.append(
    el(
      "section",
      { class: "ask" },
      el("h1", said("cover.title")),
      el("p", { class: "lead", ...said("cover.lead") }),
      el("a", { class: "button main", href: start, ...said("cover.start") }),
      ...(new Predictions(remembered).all.length > 0 ? [el("a", { href: boardAddress("look-back"), ...said("look-back.title") })] : []),
      el("p", { class: "small secondary of-keys", ...said("cover.keys") }),
    ),
    el("ol", { class: "chapters", ...named("shell.boards") }, ...boards.map((board, index) => chapter(board, previews[index]?.element ?? ""))),
  );
  const unbind = services.keys.bind({ run: { name: () => "cover.start", act: () => goTo(start) } });
  return {
    destroy: () => {
      unbind();
      notices.dismiss("previews");
      for (const { destroy } of previews) destroy();
    },
  };
}

/** @param {BoardEntry} board @param {Node | string} picture */
function chapter({ id }, picture) {
  return el(
    "li",
    {},
    el(
      "a",
      { class: "sheet chapter", href: boardAddress(id) },
      picture,
      el("span", { class: "chapter-name" }, el("b", said(`${id}.title`)), " ", el("span", said(`${id}.chapter`))),
      el("span", { class: "chapter-question", ...said(`${id}.question`) }),
    ),
  );
}

/**
 * The board's small picture; empty until its code is here. The link to the board is there without it.
 * @param {BoardEntry} board
 * @param {Services<{}>} services
 * @param {(absence: Absence) => void} tell
 */
function preview(board, services, tell) {
  const element = el("div", { class: "preview", "aria-hidden": "true", inert: true });
  let isOver = false;
  /** @type {MountedBoard | null} */
  let mounted = null;
  const isHere = whenHere(board.preview, tell).then(({ mountPreview }) => {
    if (isOver) return;
    mounted = mountPreview(element, services);
    translate(element, services.t);
  });
  return {
    element,
    isHere,
    destroy: () => {
      isOver = true;
      mounted?.destroy();
    },
  };
}
