/**
 * What is said on the page, in parts: the shell's is always there, a board's come with the board. A part is one file for
 * each language with the same keys as the English one, and is loaded when it is spoken.
 */

/** @import { Texts } from "./texts" */

/** @typedef {keyof typeof texts} Language */
/** @typedef {Record<Language, () => Promise<{ texts: Record<string, string> }>>} Part */
/** What a page is called before its texts are here. @typedef {`${string}.${"title" | "chapter" | "question"}`} Heading */
/** @typedef {{ [P in keyof Texts]: keyof Texts[P] }[keyof Texts] | Heading} Key */
/** What goes into a text's {places}. @typedef {Record<string, string>} Values */

/** What all pages say. @type {Part} */
export const shell = { en: () => import("./shell.en.js"), ko: () => import("./shell.ko.js") };

/** What several boards say of training. @type {Part} */
export const training = { en: () => import("./training.en.js"), ko: () => import("./training.ko.js") };

/** What several boards say of runs that are repeated over seeds. @type {Part} */
export const seeds = { en: () => import("./seeds.en.js"), ko: () => import("./seeds.ko.js") };

/** What kinds of drawings are called that no visitor has named. @type {Part} */
export const kinds = { en: () => import("./kinds.en.js"), ko: () => import("./kinds.ko.js") };

/* What is said in a place that is opened comes with what is opened. */

/** The dialog that hands the page on. @type {Part} */
export const share = { en: () => import("./share.en.js"), ko: () => import("./share.ko.js") };

/** The list of keys. @type {Part} */
export const help = { en: () => import("./help.en.js"), ko: () => import("./help.ko.js") };

/** The menu of a chart. @type {Part} */
export const chart = { en: () => import("./chart.en.js"), ko: () => import("./chart.ko.js") };

/** A network as code. @type {Part} */
export const code = { en: () => import("./code.en.js"), ko: () => import("./code.ko.js") };

/** What has been loaded, of all parts. @type {{ ko: Record<string, string>, en: Record<string, string> }} */
const texts = { ko: {}, en: {} };

/**
 * Makes texts of what pages are called, in all languages: a page `id` has `id.title`.
 * @param {{ id: string, words: Record<string, Record<Language, string>> }[]} pages
 */
export function introduce(pages) {
  for (const { id, words } of pages) {
    for (const [name, word] of Object.entries(words)) {
      texts.en[`${id}.${name}`] = word.en;
      texts.ko[`${id}.${name}`] = word.ko;
    }
  }
}

/**
 * @param {Language} language
 * @param {Iterable<Part>} wanted
 * @returns {Promise<Record<string, string>>} all that has been loaded of the language
 */
export async function load(language, wanted) {
  const modules = await Promise.all([...wanted].map((part) => part[language]()));
  if (modules.some((module) => !module.texts)) throw new SyntaxError("a file of texts came with nothing in it");
  return Object.assign(texts[language], ...modules.map((module) => module.texts));
}

/**
 * @param {string | null} name
 * @returns {name is Language}
 */
export function isLanguage(name) {
  return name !== null && Object.hasOwn(texts, name);
}

/**
 * Whether there is such a text in the parts that have been loaded.
 * @param {string} name
 * @returns {name is Key}
 */
export function isKey(name) {
  return Object.values(texts).some((known) => Object.hasOwn(known, name));
}

/** Of the texts that have been loaded, in the order in which they are written. @param {RegExp} form */
export function keysLike(form) {
  return [...new Set(Object.values(texts).flatMap(Object.keys))].filter((key) => form.test(key));
}

/** A text that stands for many: a sign in each place that is to be filled. @param {string} text @param {string} blank */
export function blanked(text, blank) {
  return text.replaceAll(/\{\w+\}/g, blank);
}

/**
 * @param {Language} language
 * @param {Key} key
 * @param {Values} values
 */
export function text(language, key, values) {
  const filled = (texts[language][key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  // A particle belongs to what is before it, also after a bracket, a quotation mark or a percent sign: an invisible joiner keeps it there.
  return language === "ko" ? filled.replaceAll(/(?<=[)”’%])(?=[가-힣])/g, "\u2060") : filled;
}
