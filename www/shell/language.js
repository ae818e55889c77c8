/**
 * The language that the page speaks, and the numbers as that language writes them.
 */

import { isLanguage, load, text } from "../i18n/index.js";
import { pageParameter, setPageParameter } from "./address.js";
import { translate } from "./dom.js";
import { createFormat, isLocale } from "./format.js";

/** @import { Key, Language, Part, Values } from "../i18n" */

export class Speech {
  /** Told when the document speaks another language. */
  onChange = () => {};

  /** Whose texts are here in the language that is spoken. @type {Set<Part>} */
  #parts = new Set();

  /** @param {Language} language */
  constructor(language) {
    this.language = language;
    this.format = createFormat(localeOf(language));
    document.documentElement.lang = language;
  }

  /** Speaks as the address or the browser wants it. */
  static async begin() {
    giveNumbersALocale();
    const speech = new Speech(preferred());
    await speech.learn(["shell"]);
    return speech;
  }

  /** Fetches what is to be said. @param {Part[]} parts */
  async learn(parts) {
    let language;
    do {
      language = this.language;
      await load(language, parts);
    } while (language !== this.language);
    for (const part of parts) this.#parts.add(part);
  }

  /** @type {(key: Key, values?: Values) => string} */
  t = (key, values = {}) => text(this.language, key, values);

  /** Puts the texts under `root` into the language. @param {ParentNode} root */
  translate(root) {
    translate(root, this.t);
  }

  /** @param {Language} language */
  async set(language) {
    let count;
    do {
      count = this.#parts.size;
      await load(language, this.#parts);
    } while (count !== this.#parts.size);
    this.language = language;
    this.format = createFormat(localeOf(language));
    document.documentElement.lang = language;
    setPageParameter("lang", language);
    this.translate(document);
    this.onChange();
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
