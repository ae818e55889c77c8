/**
 * The language that the page speaks, and the numbers as that language writes them.
 */

import { isLanguage, load, text } from "../i18n/index.js";
import { pageParameter, setPageParameter } from "./address.js";
import { translate } from "./dom.js";
import { createFormat } from "./format.js";

/** @import { Key, Language, Values } from "../i18n" */

export class Speech {
  /** Told when the document speaks another language. */
  onChange = () => {};

  /** @param {Language} language whose texts have been loaded */
  constructor(language) {
    this.language = language;
    this.format = createFormat(localeOf(language));
    document.documentElement.lang = language;
  }

  /** Speaks as the address or the browser wants it. */
  static async begin() {
    const language = preferred();
    await load(language);
    return new Speech(language);
  }

  /** @type {(key: Key, values?: Values) => string} */
  t = (key, values = {}) => text(key, values);

  /** Puts the texts under `root` into the language. @param {ParentNode} root */
  translate(root) {
    translate(root, this.t);
  }

  /** @param {Language} language */
  async set(language) {
    await load(language);
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
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
}
