/**
 * What the browser remembers for the reader from visit to visit. Where it keeps nothing (a frame that forbids it, site
 * data that are blocked), it holds for this visit.
 */

const PREFIX = "chalknet.";

/** Of this visit, where the browser keeps nothing. @type {Map<string, string>} */
const here = new Map();

/** @param {string} name */
export function recall(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return here.get(name) ?? null;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch (error) {
    console.warn(error);
    here.set(name, value);
  }
}
