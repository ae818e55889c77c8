/**
 * The language that the page speaks, and the numbers as that language writes them.
 */

import { computed, signal } from "@preact/signals-core";
import { introduce, isLanguage, load, shell, text } from "../i18n/index.js";
import { pageParameter, setPageParameter } from "./address.js";
import { translate } from "./dom.js";
import { createFormat, isLocale } from "./format.js";

/** @import { Key, Language, Part, Values } from "../i18n" */
/** @import { PageEntry } from "./types" */

export class Speech {
  /** Whose texts are here in the language that is spoken. @type {Set<Part>} */
  #parts = new Set();

  #language;
  #format = computed(() => createFormat(localeOf(this.language)));

  /** @param {Language} language */
  constructor(language) {
    this.#language = signal(language);
    document.documentElement.lang = language;
  }

  get language() {
    return this.#language.value;
  }

  /** Numbers as they are written there. */
  get format() {
    return this.#format.value;
  }

  /** Speaks as the address or the browser wants it. @param {PageEntry[]} pages whose names it is to know */
  static async begin(pages) {
    giveNumbersALocale();
    const speech = new Speech(preferred());
    introduce(pages);
    await speech.learn([shell]);
    return speech;
  }

  /** Fetches what is to be said. @param {Part[]} parts @returns {Promise<Language>} in which */
  async learn(parts) {
    let language;
    do {
      language = this.language;
      await load(language, parts);
    } while (language !== this.language);
    for (const part of parts) this.#parts.add(part);
    return language;
  }

  /** @type {(key: Key, values?: Values) => string} */
  t = (key, values = {}) => text(this.language, key, values);

  /** Puts the texts under `root` into the language. @param {ParentNode} root */
  translate(root) {
    translate(root, this.t);
  }

  /** @param {Language} language @returns {Promise<Language>} once it is spoken */
  async set(language) {
    let count;
    do {
      count = this.#parts.size;
      await load(language, this.#parts);
    } while (count !== this.#parts.size);
    document.documentElement.lang = language;
    this.#language.value = language;
    setPageParameter("lang", language);
    this.translate(document);
    return language;
  }
}

/** @returns {Language} the address decides, then the browser */
function preferred() {
  const wanted = [pageParameter("lang"), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  return wanted.find(isLanguage) ?? "en";
}

/**
 * The reader's own locale where it is of this language: an English page in India groups digits as India does.
 * @param {Language} language
 */
function localeOf(language) {
  return navigator.languages.find((tag) => isLocale(tag) && tag.toLowerCase().startsWith(language)) ?? language;
}

/**
 * Where a machine has no locale its browser says "C", which no number format takes: the library that draws the curves
 * would then throw as soon as its code has come, for it writes numbers as `navigator.language` has it.
 */
function giveNumbersALocale() {
  if (!isLocale(navigator.language)) Object.defineProperty(navigator, "language", { value: "en" });
}
