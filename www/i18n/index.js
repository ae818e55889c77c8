/**
 * Every text of the page, in every language. A language is one file with the same keys as `en.js`.
 */

import { en } from "./en.js";
import { ko } from "./ko.js";

/** @typedef {keyof typeof en} Key */
/** What goes into a text's {places}. @typedef {Record<string, string>} Values */
/** @typedef {keyof typeof languages} Language */

export const languages = { ko, en };

/**
 * @param {string | null} name
 * @returns {name is Language}
 */
export function isLanguage(name) {
  return name !== null && Object.hasOwn(languages, name);
}

/**
 * @param {Language} language
 * @param {Key} key
 * @param {Values} values
 */
export function text(language, key, values) {
  return languages[language][key].replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
