/** Copying a text. */

/** @import { Key } from "../i18n" */
/** @import { Notices } from "./types" */

/**
 * Puts a text where one can paste it from, and says so.
 * @param {string} text
 * @param {() => void} select selects it in the page, to be copied by hand: browsers keep the clipboard from pages that are not secure
 * @param {Notices} notices
 * @param {{ copied: Key, refused: Key }} words
 */
export async function copyText(text, select, notices, { copied, refused }) {
  try {
    await navigator.clipboard.writeText(text);
    notices.note(copied);
  } catch {
    select();
    notices.note(refused);
  }
}
