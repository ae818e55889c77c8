/**
 * The pages that are no boards: the cover before them, and beside them the check of the machine
 * and the sheet to be printed.
 */

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

/** @type {PageEntry} */
export const worksheet = {
  id: "worksheet",
  words: { title: { en: "Worksheet", ko: "활동지" } },
  texts: [
    { en: () => import("./worksheet.en.js"), ko: () => import("./worksheet.ko.js") },
    // It asks what the boards ask.
    { en: () => import("./worksheet/board-texts.js").then(({ boardTexts }) => boardTexts("en")), ko: () => import("./worksheet/board-texts.js").then(({ boardTexts }) => boardTexts("ko")) },
  ],
  load: () => import("./worksheet.js"),
};
