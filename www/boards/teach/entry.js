import { kinds } from "../../i18n/index.js";

/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const teach = {
  id: "teach",
  words: {
    title: { en: "Teach", ko: "가르치기" },
    chapter: { en: "How do children learn?", ko: "아이들은 어떻게 배울까" },
    question: { en: "Can it learn from being told right and wrong?", ko: "맞다, 틀리다만 알려 줘도 배울까요?" },
  },
  texts: [{ en: () => import("./teach.en.js"), ko: () => import("./teach.ko.js") }, kinds],
  load: () => import("./teach.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
