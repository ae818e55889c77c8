/**
 * The pages that are no boards: the cover before them, and the check of the machine beside them.
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
