/**
 * What all boards say, for the pages that look at all of their questions.
 */

import { boards } from "../boards/index.js";

/** @import { Language } from "../i18n" */

/** @param {Language} language @returns {Promise<{ texts: Record<string, string> }>} */
export async function textsOfBoards(language) {
  const modules = await Promise.all(boards.flatMap(({ texts }) => texts).map((part) => part[language]()));
  return { texts: Object.assign({}, ...modules.map(({ texts }) => texts)) };
}
