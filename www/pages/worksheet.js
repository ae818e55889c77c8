/**
 * A sheet to be printed and written on: the questions and missions of all boards, made of the texts that the boards
 * themselves say, with what came of each on a page of its own.
 */

import { boards } from "../boards/index.js";
import { blanked, keysLike } from "../i18n/index.js";
import { addressForOthers, boardAddress } from "../shell/address.js";
import { el, named, said, setText } from "../shell/dom.js";
import { qrPicture } from "../shell/qr.js";
import { drawn } from "../shell/signals.js";
import { actsOf } from "./acts.js";
import "./column.css";
import "./worksheet/worksheet.css";

/** @import { Key } from "../i18n" */
/** @import { Action, BoardEntry, MountedBoard, Services } from "../shell/types" */

export const settings = {};

/** What is set on a board is left to be filled in. */
const BLANK = "____";

/**
 * @param {HTMLElement} root
 * @param {Services<{}>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  /** @type {{ element: HTMLElement, key: Key }[]} */
  const words = [];
  const onPaper = new Set(keysLike(/OnPaper$/));
  const answered = new Set(keysLike(/\.answer$/));
  const sketched = new Set(keysLike(/\.across$/));
  /** What an act says, in the words that it has for paper where only a run or a setting could complete the others. @param {string} key */
  const text = (key) => {
    const element = el("p");
    words.push({ element, key: /** @type {Key} */ (onPaper.has(`${key}OnPaper`) ? `${key}OnPaper` : key) });
    return element;
  };
  /** What comes, before why: some explanations for paper say so themselves. @param {string} act */
  const answer = (act) => (answered.has(`${act}.answer`) ? el("strong", said(/** @type {Key} */ (`${act}.answer`))) : "");
  /** Where a curve is sketched: its axes, with what stands along the lower one. @type {(() => void)[]} */
  const frames = [];
  /** @param {string} act */
  const frame = (act) => {
    const across = el("div", { class: "worksheet-across" });
    const places = /** @type {Key} */ (`${act}.across`);
    frames.push(() => across.replaceChildren(...services.t(places).split(" · ").map((place) => el("span", {}, place))));
    return el("div", { class: "worksheet-frame" }, el("span", said(/** @type {Key} */ (`${act}.up`))), el("div", { class: "worksheet-field" }), across);
  };
  const told = boards.map((board) => ({ board, acts: actsOf(board) }));
  const questions = told.map(({ board, acts }) =>
    el(
      "section",
      { class: "sheet worksheet-board" },
      el("div", { class: "worksheet-head" }, el("div", {}, el("h2", said(`${board.id}.title`)), el("p", said(`${board.id}.question`))), linkTo(board)),
      ...acts.map((act) =>
        el("div", { class: "worksheet-act" }, text(`${act}.ask`), line("worksheet.predicted"), sketched.has(`${act}.across`) ? frame(act) : "", line("worksheet.came"), line("worksheet.why")),
      ),
    ),
  );
  const answers = told.map(({ board, acts }) => el("div", {}, el("h3", said(`${board.id}.title`)), el("ol", {}, ...acts.map((act) => el("li", {}, answer(act), text(`${act}.explain`))))));
  /** @type {Action} */
  const printing = { name: () => "worksheet.print", act: () => print() };
  root.append(
    el(
      "section",
      { class: "ask" },
      el("h1", said("worksheet.title")),
      el("p", { class: "lead", ...said("worksheet.lead") }),
      line("worksheet.name"),
      el("button", { type: "button", class: "main", onclick: printing.act, ...said(printing.name()) }),
    ),
    ...questions,
    el("section", { class: "sheet worksheet-key", ...named("worksheet.key") }, el("h2", said("worksheet.key")), ...answers),
  );
  const ends = [
    drawn(() => {
      for (const speak of frames) speak();
      for (const { element, key } of words) setText(element, blanked(services.t(key), BLANK));
    }),
    services.keys.bind({ run: printing }),
  ];
  return {
    destroy: () => {
      for (const end of ends) end();
    },
  };
}

/** Room to write. @param {Key} key */
function line(key) {
  return el("p", { class: "worksheet-line" }, el("span", said(key)));
}

/** The board for whoever holds a phone over the paper. @param {BoardEntry} board */
function linkTo({ id }) {
  const address = addressForOthers();
  address.searchParams.delete("keep");
  address.hash = boardAddress(id);
  return el("a", { class: "worksheet-code", href: boardAddress(id), ...named(`${id}.title`) }, qrPicture(address.href) ?? "");
}
