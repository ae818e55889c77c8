/**
 * What the page has to say by itself: problems and offers stay until they are over, quiet words pass.
 */

import { el, setText, tipped } from "./dom.js";
import { icon } from "./icons.js";
import { whenever } from "./signals.js";

/** @import { Key, Values } from "../i18n" */
/** @import { Notice } from "./types" */
/** @import { Speech } from "./language.js" */

/** Long enough to be read from the back row. */
const NOTE_MS = 6000;

/** Notices of one kind, one below the other. What stays the same of them is left alone: made anew, it would be read out
 *  anew, and its button would lose the focus. */
class NoticeList {
  /** @type {Map<string, { notice: Notice, text: HTMLElement, element: HTMLElement }>} */
  #shown = new Map();

  /**
   * @param {HTMLElement} element
   * @param {string} className of each
   * @param {Speech} speech
   */
  constructor(element, className, speech) {
    this.element = element;
    this.className = className;
    this.speech = speech;
  }

  /** @param {Notice} notice */
  show(notice) {
    const before = this.#shown.get(notice.id);
    if (before && before.notice.action?.label === notice.action?.label) {
      before.notice = notice;
      setText(before.text, this.speech.t(notice.text, notice.values));
      return;
    }
    const shown = this.#make(notice);
    if (before) before.element.replaceWith(shown.element);
    else this.element.append(shown.element);
    this.#shown.set(notice.id, shown);
  }

  /** @param {string} id */
  dismiss(id) {
    this.#shown.get(id)?.element.remove();
    this.#shown.delete(id);
  }

  /** In the reader's language as it is now. */
  render() {
    for (const [id, { notice, element }] of this.#shown) {
      const shown = this.#make(notice);
      element.replaceWith(shown.element);
      this.#shown.set(id, shown);
    }
  }

  /** @param {Notice} notice */
  #make(notice) {
    const { t } = this.speech;
    const { id, values, action } = notice;
    const text = el("p", {}, t(notice.text, values));
    const close = el("button", { type: "button", class: "icon-button", onclick: () => this.dismiss(id), ...tipped("notice.close") }, icon("close"));
    close.setAttribute("aria-label", t("notice.close"));
    const act = action && el("button", { type: "button", onclick: () => this.#shown.get(id)?.notice.action?.run() }, t(action.label));
    return { notice, text, element: el("div", { class: this.className }, text, ...(act ? [act] : []), close) };
  }
}

export class NoticeArea {
  /** @type {{ text: Key, values: Values | undefined } | null} */
  #note = null;
  /** Ends the note that is shown. @type {(() => void) | null} */
  #endOfNote = null;
  #problems;
  #offers;

  /**
   * @param {HTMLElement} root
   * @param {Speech} speech
   */
  constructor(root, speech) {
    this.speech = speech;
    this.#problems = new NoticeList(el("div", { class: "problems", role: "alert" }), "problem", speech);
    this.#offers = new NoticeList(el("div", { class: "news", role: "status" }), "novelty", speech);
    this.note_ = el("div", { class: "note", role: "status" });
    this.whisper = el("div", { class: "unseen", role: "status" });
    root.append(this.#problems.element, this.#offers.element, this.note_, this.whisper);
    whenever(() => speech.language, () => this.#render());
  }

  /** @param {Notice} notice */
  problem(notice) {
    this.#problems.show(notice);
  }

  /** @param {Notice} notice */
  offer(notice) {
    this.#offers.show(notice);
  }

  /** @param {string} id */
  dismiss(id) {
    this.#problems.dismiss(id);
    this.#offers.dismiss(id);
  }

  /** @type {(text: Key, values?: Values, isSo?: () => boolean) => void} */
  note(text, values, isSo = () => true) {
    this.#endNote();
    this.#note = { text, values };
    this.#renderNote();
    const timer = setTimeout(() => this.#endNote(), NOTE_MS);
    const unfollow = whenever(isSo, (still) => {
      // Not from within: only then is it known how to end it.
      if (!still) queueMicrotask(() => end());
    });
    const end = () => {
      clearTimeout(timer);
      unfollow();
      if (this.#endOfNote === end) this.#endNote();
    };
    this.#endOfNote = end;
  }

  /** What it is about has gone, or it has been read. */
  #endNote() {
    const end = this.#endOfNote;
    this.#endOfNote = null;
    end?.();
    this.#note = null;
    this.#renderNote();
  }

  /** Tells a screen reader, and shows nothing. @param {string} text */
  announce(text) {
    this.whisper.textContent = text;
  }

  /** In the reader's language as it is now. */
  #render() {
    this.#problems.render();
    this.#offers.render();
    this.#renderNote();
  }

  #renderNote() {
    this.note_.textContent = this.#note ? this.speech.t(this.#note.text, this.#note.values) : "";
  }
}
