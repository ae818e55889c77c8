/**
 * Every text of the page. A language is one file with the same keys as `en.js`, and is loaded when it is spoken.
 */

/** @typedef {typeof import("./en.js").en} Texts */
/** @typedef {keyof Texts} Key */
/** What goes into a text's {places}. @typedef {Record<string, string>} Values */
/** @typedef {keyof typeof loaders} Language */

const loaders = {
  ko: async () => (await import("./ko.js")).ko,
  en: async () => (await import("./en.js")).en,
};

/** Of the language that was loaded last. @type {Record<string, string>} */
let texts = {};

/** @param {Language} language */
export async function load(language) {
  texts = await loaders[language]();
}

/**
 * @param {string | null} name
 * @returns {name is Language}
 */
export function isLanguage(name) {
  return name !== null && Object.hasOwn(loaders, name);
}

/**
 * Whether there is such a text.
 * @param {string} name
 * @returns {name is Key}
 */
export function isKey(name) {
  return Object.hasOwn(texts, name);
}

/**
 * @param {Key} key
 * @param {Values} values
 */
export function text(key, values) {
  return (texts[key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}
