/**
 * The language that the page speaks, and the numbers as that language writes them.
 */

import { isLanguage, text } from "../i18n/index.js";
import { pageParameter, setPageParameter } from "./address.js";
import { translate } from "./dom.js";
import { createFormat } from "./format.js";

/** @import { Key, Language, Values } from "../i18n" */

export class Speech {
  /** @param {() => void} onChange told when the document speaks another language */
  constructor(onChange) {
    this.onChange = onChange;
    this.language = preferred();
    this.format = createFormat(localeOf(this.language));
    document.documentElement.lang = this.language;
  }

  /** @type {(key: Key, values?: Values) => string} */
  t = (key, values = {}) => text(this.language, key, values);

  /** Puts the texts under `root` into the language. @param {ParentNode} root */
  translate(root) {
    translate(root, this.t);
  }

  /** @param {Language} language */
  set(language) {
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
