/* The boards as the page lists them. Their types stay out: they would mix the page's with those of Node. */

/** @import { Part } from "../../../www/i18n" */
/** @typedef {{ id: string, words: Record<string, { en: string, ko: string }>, texts: Part[] }} Entry */

const [lecture, pages] = await Promise.all(["boards", "pages"].map((folder) => import(`../../../www/${folder}/index.js`)));

/** @type {Entry[]} */
export const entries = [...lecture.boards, pages.cover, pages.check, pages.worksheet, pages.lookBack];

export const boards = /** @type {Entry[]} */ (lecture.boards).map(({ id }) => id);
