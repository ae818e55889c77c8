/**
 * The presenter's window: notes for the act that is projected, the time, and the way to the next one. This page makes all
 * that is in it and takes its presses, so that the two need no network to keep together, also where the page is one file.
 */

import { effect } from "@preact/signals-core";
import { boardAddress, boardInAddress, goTo, pageAddress } from "../shell/address.js";
import { el, said, setText, translate } from "../shell/dom.js";
import { actsOf, indexOf } from "./acts.js";
import { LectureClock } from "./clock.js";
import { emptied, Mirror, stylesFor } from "./mirror.js";
import "./presenter.css";

/** @import { Part } from "../i18n" */
/** @import { Action, BoardEntry } from "../shell/types" */
/** @import { Speech } from "../shell/language.js" */
/** @import { Act, Place } from "./acts.js" */

/** What it says, which nobody loads who has no such window. @type {Part} */
const texts = { en: () => import("./presenter.en.js"), ko: () => import("./presenter.ko.js") };

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
 * @param {Record<"before" | "after", Action>} lecture.actions turn the page
 * @param {Speech} lecture.speech
 */
export async function fillPresenter(view, { boards, place, actions, speech }) {
  await speech.learn([texts]);
  const acts = await actsOf(boards);
  end();
  const go = (/** @type {1 | -1} */ direction) => {
    const to = acts[indexOf(acts, place()) + direction];
    // Within a board the other settings stay as they are.
    if (to && to.board.id === place().id) {
      const { parameters } = boardInAddress(pageAddress().hash);
      for (const [setting, value] of Object.entries(to.at)) parameters.set(setting, value);
      goTo(boardAddress(to.board.id, parameters));
    } else actions[direction === 1 ? "after" : "before"].act();
  };
  const [clock, mirror, notes] = [new LectureClock(speech), new Mirror(), new NotesView(speech)];
  const next = el("p", { class: "presenter-next" });
  const turns = el(
    "div",
    { class: "presenter-turns" },
    el("button", { type: "button", onclick: () => go(-1), ...said("presenter.previous") }),
    el("button", { type: "button", class: "main", onclick: () => go(1), ...said("presenter.next") }),
  );
  const root = el("div", { class: "presenter" }, el("div", { class: "presenter-side" }, clock.element, mirror.element, turns, next), notes.element);
  const page = emptied(view.document);
  dress(page);
  page.body.replaceChildren(root);
  turnByKeys(page, go);

  const ends = [
    effect(() => {
      const { t, language } = speech;
      root.lang = language;
      page.title = `${t("presenter.title")} · Chalknet`;
      translate(page, t);
    }),
    effect(() => {
      const { t, language } = speech;
      const index = indexOf(acts, place());
      const following = acts[index + 1];
      notes.render(acts[index]);
      clock.renderPlan(acts, index);
      setText(next, following ? t("presenter.then", { act: `${t(`${following.board.id}.title`)}: ${following.words[language].ask}` }) : t("presenter.last"));
    }),
    effect(() => clock.renderTime()),
  ];
  const timer = setInterval(() => {
    if (view.closed) return end();
    clock.tick();
    mirror.update();
  }, SECOND);
  const leave = () => notes.leave();
  addEventListener("pagehide", leave);
  end = () => {
    clearInterval(timer);
    removeEventListener("pagehide", leave);
    for (const stop of ends) stop();
    end = () => {};
  };
}

/** What to say, to ask and to expect in an act. */
class NotesView {
  /** @param {Speech} speech */
  constructor(speech) {
    this.speech = speech;
    this.title = el("h1");
    this.parts = PARTS.map((part) => ({ part, text: el("dd") }));
    this.element = el("div", { class: "presenter-notes", tabindex: 0 }, this.title, el("dl", {}, ...this.parts.flatMap(({ part, text }) => [el("dt", said(`presenter.${part}`)), text])));
  }

  /** @param {Act | undefined} act none before the first */
  render(act) {
    const { t, language } = this.speech;
    setText(this.title, act ? t(`${act.board.id}.question`) : t("presenter.before"));
    for (const { part, text } of this.parts) setText(text, act?.words[language][part] ?? "");
  }

  /** The page that fills the window is closed. */
  leave() {
    setText(this.title, this.speech.t("presenter.gone"));
  }
}

/** @param {Document} page @param {(direction: 1 | -1) => void} go */
function turnByKeys(page, go) {
  page.addEventListener("keydown", (event) => {
    const direction = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 }[event.key];
    // A choice is moved by arrows; what a clicker sends turns the page, whatever was touched last.
    const isMoved = event.key.startsWith("Arrow") && page.activeElement?.localName === "input";
    if (!direction || isMoved) return;
    event.preventDefault();
    go(direction === 1 ? 1 : -1);
  });
}

/** The window's page looks as this one does. @param {Document} page */
function dress(page) {
  page.head.replaceChildren(...stylesFor(page));
  const { palette } = document.documentElement.dataset;
  if (palette) page.documentElement.dataset.palette = palette;
}
