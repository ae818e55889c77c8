/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const learning = {
  id: "learning",
  words: {
    title: { en: "Learning", ko: "학습" },
    chapter: { en: "W = argmin ∫ div(f, g)", ko: "W = argmin ∫ div(f, g)" },
    question: { en: "How does it find W?", ko: "W를 어떻게 찾을까요?" },
  },
  texts: [
    { en: () => import("./learning.en.js"), ko: () => import("./learning.ko.js") },
  ],
  load: () => import("./learning.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
