/**
 * What the page has to say by itself: problems and offers stay until they are over, quiet words pass.
 */

import { el, tipped } from "./dom.js";
import { icon } from "./icons.js";

/** @import { Key, Values } from "../i18n" */
/** @import { Notice } from "./types" */
/** @import { Speech } from "./language.js" */

/** Long enough to be read from the back row. */
const NOTE_MS = 6000;

export class NoticeArea {
  /** @type {Map<string, Notice>} */
  #problems = new Map();
  /** @type {Map<string, Notice>} */
  #offers = new Map();
  /** @type {{ text: Key, values: Values | undefined } | null} */
  #note = null;
  #noteTimer = 0;

  /**
   * @param {HTMLElement} root
   * @param {Speech} speech
   */
  constructor(root, speech) {
    this.speech = speech;
    this.problems = el("div", { class: "problems", role: "alert" });
    this.offers = el("div", { class: "news", role: "status" });
    this.note_ = el("div", { class: "note", role: "status" });
    this.whisper = el("div", { class: "unseen", role: "status" });
    root.append(this.problems, this.offers, this.note_, this.whisper);
  }

  /** @param {Notice} notice */
  problem(notice) {
    this.#problems.set(notice.id, notice);
    this.#renderProblems();
  }

  /** @param {Notice} notice */
  offer(notice) {
    this.#offers.set(notice.id, notice);
    this.#renderOffers();
  }

  /** @param {string} id */
  dismiss(id) {
    if (this.#problems.delete(id)) this.#renderProblems();
    if (this.#offers.delete(id)) this.#renderOffers();
  }

  /** @type {(text: Key, values?: Values) => void} */
  note(text, values) {
    this.#note = { text, values };
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => {
      this.#note = null;
      this.#renderNote();
    }, NOTE_MS);
    this.#renderNote();
  }

  /** Tells a screen reader, and shows nothing. @param {string} text */
  announce(text) {
    this.whisper.textContent = text;
  }

  /** In the reader's language as it is now. */
  render() {
    this.#renderProblems();
    this.#renderOffers();
    this.#renderNote();
  }

  // Each apart: what is made anew is read out anew.

  #renderProblems() {
    this.problems.replaceChildren(...[...this.#problems.values()].map((notice) => this.#element(notice, "problem")));
  }

  #renderOffers() {
    this.offers.replaceChildren(...[...this.#offers.values()].map((notice) => this.#element(notice, "novelty")));
  }

  #renderNote() {
    this.note_.textContent = this.#note ? this.speech.t(this.#note.text, this.#note.values) : "";
  }

  /**
   * @param {Notice} notice
   * @param {"problem" | "novelty"} kind
   */
  #element({ id, text, values, action }, kind) {
    const { t } = this.speech;
    const close = el("button", { type: "button", class: "icon-button", onclick: () => this.dismiss(id), ...tipped("notice.close") }, icon("close"));
    close.setAttribute("aria-label", t("notice.close"));
    const act = action && el("button", { type: "button", onclick: () => action.run() }, t(action.label));
    return el("div", { class: kind }, el("p", {}, t(text, values)), ...(act ? [act] : []), close);
  }
}
