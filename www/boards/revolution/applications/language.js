/**
 * Language: a small network that learns which letter comes next, and makes words up.
 */

import { el, named, said, setText } from "../../../shell/dom.js";
import { LessonRun } from "./lesson-run.js";
import { LONGEST_BEGINNING, languageLesson, listOf } from "./settings.js";
import { WordList } from "./word-list.js";

/** @import { LanguageLesson, LanguageProgress, NextLetter } from "./protocol" */
/** @import { ApplicationsServices } from "./settings.js" */
/** @import { Listeners } from "./index.js" */

/** Much longer, and it has the list by heart. */
const END = 500;

export class LanguageApplication {
  id = /** @type {const} */ ("language");
  changed = /** @type {const} */ ("data");

  #beginning;

  /**
   * @param {ApplicationsServices} services
   * @param {Listeners} listeners
   */
  constructor(services, listeners) {
    this.services = services;
    this.#beginning = services.state.values.fieldsBeginning;
    /** @type {LessonRun<LanguageLesson, LanguageProgress>} */
    this.run = new LessonRun({
      id: this.id,
      lesson: () => languageLesson(services.state.values, services.language),
      ask: (question) => {
        if (question.shown + question.more > 0) this.#keepList();
        return services.ask("applicationsLanguage", { ...question, beginning: this.#beginning });
      },
      end: END,
      perSecond: 100,
      atOnce: 10,
      goesOn: false,
      ...listeners,
    });
    this.list = new WordList(services);
    this.settings = [this.list.button, this.list.panel];
    this.input = el("input", { type: "text", maxlength: LONGEST_BEGINNING, autocomplete: "off", autocapitalize: "off", spellcheck: "false", id: "fields-beginning" });
    this.input.value = this.#beginning;
    this.input.addEventListener("input", () => this.#type());
    this.unknown = el("p", { class: "field-error", role: "status" });
    this.next = el("ol", { class: "next-letters", ...named("fields.language.next") });
    this.words = el("ul", { class: "made-up", ...named("fields.language.words") });
    this.picture = el(
      "div",
      { class: "language-picture" },
      el("div", { class: "field beginning" }, el("label", { for: "fields-beginning", ...said("fields.language.beginning") }), this.input),
      el("div", { class: "next-box" }, el("p", { class: "caption", "aria-hidden": "true", ...said("fields.language.next") }), this.unknown, this.next),
      el("div", { class: "made-up-box" }, el("p", { class: "caption", "aria-hidden": "true", ...said("fields.language.words") }), this.words, el("p", { class: "small words-legend", ...said("fields.language.legend") })),
    );
  }

  headline() {
    const words = this.run.progress?.words ?? [];
    return words.find(({ text, isFromList }) => text && !isFromList)?.text ?? this.services.t("fields.language.none");
  }

  /** @param {number} loss */
  format(loss) {
    return this.services.format.fixed(loss, 3);
  }

  render() {
    this.#follow();
    this.list.render();
    const { progress } = this.run;
    const { t } = this.services;
    setText(this.unknown, progress && !progress.next ? t("fields.language.unknown") : "");
    this.#showNext(progress?.next ?? []);
    const words = progress?.words ?? [];
    fill(this.words, words.length);
    for (const [index, { text, isFromList }] of words.entries()) {
      const item = this.words.children[index];
      if (!item) continue;
      item.classList.toggle("from-list", isFromList);
      setText(item, text || "–");
      item.setAttribute("title", t(isFromList ? "fields.language.fromList" : "fields.language.new"));
    }
  }

  destroy() {
    this.run.destroy();
  }

  /** @param {NextLetter[]} letters */
  #showNext(letters) {
    const { t, format } = this.services;
    while (this.next.childElementCount > letters.length) this.next.lastElementChild?.remove();
    while (this.next.childElementCount < letters.length) {
      const spans = ["letter", "bar", "becomes", "bar-value"].map((name) => el("span", { class: name }));
      this.next.append(el("li", {}, ...spans));
    }
    for (const [index, { letter, isFinal, text, probability }] of letters.entries()) {
      const row = this.next.children[index];
      const [name, bar, becomes, value] = [...(row?.children ?? [])];
      if (!(bar instanceof HTMLElement) || !name || !becomes || !value) continue;
      setText(name, letter === "" ? t("fields.language.end") : isFinal ? t("fields.language.final", { letter }) : letter);
      bar.style.setProperty("--part", probability.toFixed(4));
      setText(becomes, text);
      setText(value, format.percent(probability, 0));
    }
  }

  /** What is being learnt from does not change with the page's language. */
  #keepList() {
    const { language, state } = this.services;
    if (state.values.fieldsList === "page") state.set({ fieldsList: listOf(state.values, language) });
  }

  #type() {
    this.#beginning = this.input.value.replaceAll(/\s/g, "");
    this.run.refresh();
    this.services.state.set({ fieldsBeginning: this.#beginning });
  }

  /** Another address may have been opened. */
  #follow() {
    const { fieldsBeginning } = this.services.state.values;
    if (fieldsBeginning === this.#beginning) return;
    this.#beginning = fieldsBeginning;
    this.input.value = fieldsBeginning;
    this.run.refresh();
  }
}

/** @param {HTMLElement} list @param {number} count */
function fill(list, count) {
  while (list.childElementCount > count) list.lastElementChild?.remove();
  while (list.childElementCount < count) list.append(el("li"));
}
