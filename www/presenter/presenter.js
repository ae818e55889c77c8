/**
 * The presenter's window: notes for the act that is projected, the time, and the way to the next one. This page makes all
 * that is in it and takes its presses, so that the two need no network to keep together, also where the page is one file.
 */

import { effect, signal } from "@preact/signals-core";
import { boardAddress, boardInAddress, goTo, pageAddress } from "../shell/address.js";
import { segmented } from "../shell/controls.js";
import { el, named, said, setText, translate } from "../shell/dom.js";
import { recall, remember } from "../shell/remembered.js";
import { emptied, Mirror, stylesFor } from "./mirror.js";
import "./presenter.css";

/** @import { Part } from "../i18n" */
/** @import { Notes } from "../shell/notes" */
/** @import { BoardEntry } from "../shell/types" */
/** @import { Speech } from "../shell/language.js" */

/** Where the lecture is: which page is shown, and its address. @typedef {{ id: string, address: string }} Place */
/** `at`: the settings that lead to it. @typedef {{ board: BoardEntry, at: Record<string, string>, minutes: Notes["acts"][string]["minutes"], words: Notes["acts"][string]["words"] }} Act */

/** What it says, which nobody loads who has no such window. @type {Part} */
const texts = { en: () => import("./presenter.en.js"), ko: () => import("./presenter.ko.js") };

/** Of a lecture, in minutes. */
const LENGTHS = /** @type {const} */ (["50", "90"]);
const PARTS = /** @type {const} */ (["say", "ask", "expect", "misunderstanding"]);
const SECOND = 1000;

/** What fills a window is over when another one is opened, or when it is closed. */
let end = () => {};

/**
 * Fills the window.
 * @param {Window} view empty, or with what an earlier page has put there
 * @param {object} lecture
 * @param {BoardEntry[]} lecture.boards
 * @param {() => Place} lecture.place read as a signal
 * @param {(direction: 1 | -1) => void} lecture.turn the page
 * @param {Speech} lecture.speech
 */
export async function fillPresenter(view, { boards, place, turn, speech }) {
  await speech.learn([texts]);
  const notes = await Promise.all(boards.map(async (board) => ({ board, ...(await board.notes()).notes })));
  /** @type {Act[]} */
  const acts = notes.flatMap(({ board, tab, acts }) => Object.entries(acts).map(([act, { at, ...notes }]) => ({ board, at: at ?? (tab ? { [tab]: act } : {}), ...notes })));
  end();
  const length = signal(LENGTHS.find((minutes) => minutes === recall("lectureLength")) ?? LENGTHS[0]);
  const startedAt = signal(Date.now());
  const now = signal(Date.now());

  const clock = el("output", { class: "presenter-clock", "aria-live": "off", ...named("presenter.clock") });
  const planned = el("p", { class: "small" });
  const lengths = segmented("presenter.length", LENGTHS, (minutes) => `presenter.${minutes}`, (minutes) => {
    length.value = minutes;
    remember("lectureLength", minutes);
  });
  const title = el("h1");
  const parts = PARTS.map((part) => ({ part, text: el("dd") }));
  const next = el("p", { class: "presenter-next" });
  const mirror = new Mirror();
  const go = (/** @type {1 | -1} */ direction) => {
    const to = acts[indexOf(acts, place()) + direction];
    // Within a board the other settings stay as they are.
    if (to && to.board.id === place().id) {
      const { parameters } = boardInAddress(pageAddress().hash);
      for (const [setting, value] of Object.entries(to.at)) parameters.set(setting, value);
      goTo(boardAddress(to.board.id, parameters));
    } else turn(direction);
  };
  const root = el(
    "div",
    { class: "presenter" },
    el(
      "div",
      { class: "presenter-side" },
      el("div", { class: "presenter-time" }, clock, planned, lengths.element, el("button", { type: "button", onclick: () => void (startedAt.value = Date.now()), ...said("presenter.restart") })),
      mirror.element,
      el(
        "div",
        { class: "presenter-turns" },
        el("button", { type: "button", onclick: () => go(-1), ...said("presenter.previous") }),
        el("button", { type: "button", class: "main", onclick: () => go(1), ...said("presenter.next") }),
      ),
      next,
    ),
    el("div", { class: "presenter-notes", tabindex: 0 }, title, el("dl", {}, ...parts.flatMap(({ part, text }) => [el("dt", said(`presenter.${part}`)), text]))),
  );
  const page = emptied(view.document);
  dress(page);
  page.body.replaceChildren(root);
  page.addEventListener("keydown", (event) => {
    const direction = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }[event.key];
    // A choice is moved by arrows; what a clicker sends turns the page, whatever was touched last.
    const isMoved = event.key.startsWith("Arrow") && page.activeElement?.localName === "input";
    if (!direction || isMoved) return;
    event.preventDefault();
    go(direction === 1 ? 1 : -1);
  });

  const ends = [
    effect(() => {
      const { t, language } = speech;
      root.lang = language;
      page.title = `${t("presenter.title")} · Chalknet`;
      translate(page, t);
    }),
    effect(() => {
      const { t, language, format } = speech;
      const index = indexOf(acts, place());
      const [act, following] = [acts[index], acts[index + 1]];
      lengths.set(length.value);
      setText(title, act ? t(`${act.board.id}.question`) : t("presenter.before"));
      for (const { part, text } of parts) setText(text, act?.words[language][part] ?? "");
      setText(next, following ? t("presenter.then", { act: `${t(`${following.board.id}.title`)}: ${following.words[language].ask}` }) : t("presenter.last"));
      const until = acts.slice(0, index + 1).reduce((sum, { minutes }) => sum + minutes[length.value], 0);
      setText(planned, act ? t("presenter.planned", { minutes: format.integer(act.minutes[length.value]), until: format.integer(until), length: length.value }) : "");
    }),
    effect(() => {
      const seconds = Math.max(0, Math.floor((now.value - startedAt.value) / SECOND));
      setText(clock, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    }),
  ];
  const timer = setInterval(() => {
    if (view.closed) return end();
    now.value = Date.now();
    mirror.update();
  }, SECOND);
  const leave = () => setText(title, speech.t("presenter.gone"));
  addEventListener("pagehide", leave);
  end = () => {
    clearInterval(timer);
    removeEventListener("pagehide", leave);
    for (const stop of ends) stop();
    end = () => {};
  };
}

/** The window's page looks as this one does. @param {Document} page */
function dress(page) {
  page.head.replaceChildren(...stylesFor(page));
  const { palette } = document.documentElement.dataset;
  if (palette) page.documentElement.dataset.palette = palette;
}

/** Which act is projected: what an address leaves out is as in the board's first one; -1 before the first. @param {Act[]} acts @param {Place} place */
function indexOf(acts, { id, address }) {
  const first = acts.findIndex(({ board }) => board.id === id);
  const parameters = new URLSearchParams(address.split("?")[1]);
  const settingOf = (/** @type {string} */ name) => parameters.get(name) ?? acts[first]?.at[name];
  const named = acts.findIndex(({ board, at }) => board.id === id && Object.entries(at).every(([name, value]) => settingOf(name) === value));
  return named >= 0 ? named : first;
}
