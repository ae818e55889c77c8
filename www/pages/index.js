/**
 * The pages that are no boards: the cover before them, the look back after them, and beside them the check of the machine
 * and the sheet to be printed.
 */

/** @import { Part } from "../i18n" */
/** @import { PageEntry } from "../shell/types" */

/** @type {PageEntry} */
export const cover = {
  id: "",
  words: { title: { en: "Deep learning, live", ko: "딥러닝, 직접 해 보기" } },
  texts: [{ en: () => import("./cover.en.js"), ko: () => import("./cover.ko.js") }],
  load: () => import("./cover.js"),
};

/** @type {PageEntry} */
export const check = {
  id: "check",
  words: { title: { en: "Check of this machine", ko: "기기 점검" } },
  texts: [{ en: () => import("./check.en.js"), ko: () => import("./check.ko.js") }],
  load: () => import("./check.js"),
};

/** What the boards ask, for the pages that look at all of them. @type {Part} */
const boardTexts = { en: () => import("./board-texts.js").then(({ textsOfBoards }) => textsOfBoards("en")), ko: () => import("./board-texts.js").then(({ textsOfBoards }) => textsOfBoards("ko")) };

const sheet = { en: () => import("./worksheet.en.js"), ko: () => import("./worksheet.ko.js") };

/** @type {PageEntry} */
export const worksheet = {
  id: "worksheet",
  words: { title: { en: "Worksheet", ko: "활동지" } },
  texts: [
    sheet,
    boardTexts,
  ],
  load: () => import("./worksheet.js"),
};

/** @type {PageEntry} */
export const lookBack = {
  id: "look-back",
  words: { title: { en: "A look back", ko: "되돌아보기" } },
  texts: [{ en: () => import("./look-back.en.js"), ko: () => import("./look-back.ko.js") }, sheet, boardTexts],
  load: () => import("./look-back.js"),
};
