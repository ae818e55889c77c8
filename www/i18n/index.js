/**
 * Every text of the page, in parts: the shell's is always there, a board's come with the board. A language is one file
 * for each part with the same keys as the English one, and is loaded when it is spoken.
 */

export const parts = {
  shell: { en: () => import("./shell.en.js"), ko: () => import("./shell.ko.js") },
  cover: { en: () => import("./cover.en.js"), ko: () => import("./cover.ko.js") },
  check: { en: () => import("./check.en.js"), ko: () => import("./check.ko.js") },
  training: { en: () => import("./training.en.js"), ko: () => import("./training.ko.js") },
  rules: { en: () => import("./rules.en.js"), ko: () => import("./rules.ko.js") },
  perceptron: { en: () => import("./perceptron.en.js"), ko: () => import("./perceptron.ko.js") },
  depth: { en: () => import("./depth.en.js"), ko: () => import("./depth.ko.js") },
  playground: { en: () => import("./playground.en.js"), ko: () => import("./playground.ko.js") },
  learning: { en: () => import("./learning.en.js"), ko: () => import("./learning.ko.js") },
  revolution: { en: () => import("./revolution.en.js"), ko: () => import("./revolution.ko.js") },
  fields: { en: () => import("./fields.en.js"), ko: () => import("./fields.ko.js") },
  digits: { en: () => import("./digits.en.js"), ko: () => import("./digits.ko.js") },
};

/** @typedef {keyof typeof parts} Part */
/** @typedef {keyof typeof texts} Language */
/** @typedef {{ [P in Part]: keyof Awaited<ReturnType<typeof parts[P]["en"]>>["texts"] }[Part]} Key */
/** What goes into a text's {places}. @typedef {Record<string, string>} Values */

/** What has been loaded, of all parts. @type {{ ko: Record<string, string>, en: Record<string, string> }} */
const texts = { ko: {}, en: {} };

/**
 * @param {Language} language
 * @param {Iterable<Part>} wanted
 * @returns {Promise<Record<string, string>>} all that has been loaded of the language
 */
export async function load(language, wanted) {
  const modules = await Promise.all([...wanted].map((part) => parts[part][language]()));
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

/**
 * @param {Language} language
 * @param {Key} key
 * @param {Values} values
 */
export function text(language, key, values) {
  const filled = (texts[language][key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  // A particle belongs to what is before it, also after a bracket or a quotation mark: an invisible joiner keeps it there.
  return language === "ko" ? filled.replaceAll(/(?<=[)”’])(?=[가-힣])/g, "\u2060") : filled;
}
