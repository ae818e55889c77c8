import { training } from "../../i18n/index.js";

/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const rules = {
  id: "rules",
  words: {
    title: { en: "Rules", ko: "규칙" },
    chapter: { en: "Expert systems", ko: "전문가 시스템" },
    question: { en: "When are rules enough, and when do they break?", ko: "규칙은 언제 충분하고, 언제 무너질까요?" },
  },
  texts: [
    { en: () => import("./rules.en.js"), ko: () => import("./rules.ko.js") },
    training,
  ],
  load: () => import("./rules.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
