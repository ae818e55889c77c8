/**
 * The list of words that the language application learns from: one of two, or one's own.
 */

import { segmented } from "../../../shell/controls.js";
import { el, named, said, setText, tipped } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { listOf, wordsOf } from "./settings.js";
import { readWords } from "./words.js";

/** @import { ApplicationsServices } from "./settings.js" */

const lists = /** @type {const} */ (["korean", "english", "own"]);

export class WordList {
  /** The words that the text was filled with. */
  #filled = "";
  /** What was read last, to be said in the language that is spoken. @type {ReturnType<typeof readWords> | null} */
  #read = null;

  /** @param {ApplicationsServices} services */
  constructor(services) {
    this.services = services;
    this.choice = segmented("fields.words.list", lists, (list) => `fields.words.${list}`, (list) => this.#choose(list));
    this.text = el("textarea", { rows: 9, spellcheck: "false", "aria-describedby": "fields-words-result", ...named("fields.words.text") });
    this.result = el("p", { id: "fields-words-result", class: "words-result", role: "status" });
    this.panel = el("div", { id: "fields-words", class: "panel settings", popover: "auto", role: "dialog", ...named("fields.words.title") });
    const close = el("button", { type: "button", class: "icon-button", onclick: () => this.panel.hidePopover(), ...tipped("notice.close") }, icon("close"));
    this.panel.append(
      el("div", { class: "panel-head" }, el("h2", said("fields.words.title")), close),
      this.choice.element,
      el("p", { class: "small", ...said("fields.words.explained") }),
      this.text,
      el("button", { type: "button", onclick: () => this.#take(), ...said("fields.words.take") }),
      this.result,
    );
    this.panel.addEventListener("toggle", (event) => {
      if (event instanceof ToggleEvent && event.newState === "open") this.#read = null;
      this.render();
    });
    this.button = el("button", { type: "button", class: "words-opener", popovertarget: "fields-words" });
  }

  render() {
    const { t, format, state } = this.services;
    const words = wordsOf(state.values, this.services.language);
    const list = listOf(state.values, this.services.language);
    this.choice.set(list);
    setText(this.button, t("fields.words.open", { list: t(`fields.words.${list}`), words: format.integer(words.split(" ").length) }));
    setText(this.result, this.#result());
    // What somebody types in it is theirs until another list is taken.
    if (words === this.#filled) return;
    this.#filled = words;
    this.text.value = words;
  }

  /** @param {typeof lists[number]} list */
  #choose(list) {
    const { state } = this.services;
    this.#read = null;
    if (list !== "own" || state.values.fieldsWords) state.set({ fieldsList: list });
    // One's own list begins with the one that is there.
    else state.set({ fieldsList: "own", fieldsWords: wordsOf(state.values, this.services.language) });
  }

  #take() {
    const read = readWords(this.text.value);
    const isBad = "problem" in read;
    this.#read = read;
    this.text.setAttribute("aria-invalid", String(isBad));
    this.result.classList.toggle("field-error", isBad);
    if (!isBad) this.services.state.set({ fieldsList: "own", fieldsWords: read.words.join(" ") });
    this.render();
  }

  #result() {
    const { t, format } = this.services;
    const read = this.#read;
    if (!read) return "";
    return "problem" in read ? t(read.problem, read.values) : t("fields.words.taken", { words: format.integer(read.words.length) });
  }
}
