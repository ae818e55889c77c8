import { seeds, training } from "../../i18n/index.js";

/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const revolution = {
  id: "revolution",
  words: {
    title: { en: "Why now", ko: "왜 지금" },
    chapter: { en: "Data, computing, GPU", ko: "데이터, 연산, GPU" },
    question: { en: "Why now?", ko: "왜 지금일까요?" },
  },
  texts: [
    { en: () => import("./revolution.en.js"), ko: () => import("./revolution.ko.js") },
    { en: () => import("./applications/applications.en.js"), ko: () => import("./applications/applications.ko.js") },
    seeds,
    training,
  ],
  load: () => import("./revolution.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
