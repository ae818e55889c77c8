import { seeds, training } from "../../i18n/index.js";

/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const depth = {
  id: "depth",
  words: {
    title: { en: "Depth", ko: "깊이" },
    chapter: { en: "Why stack deep?", ko: "왜 깊게 쌓을까?" },
    question: { en: "What does a second layer buy?", ko: "층을 하나 더 쌓으면 무엇이 달라질까요?" },
  },
  texts: [
    { en: () => import("./depth.en.js"), ko: () => import("./depth.ko.js") },
    { en: () => import("./playground/playground.en.js"), ko: () => import("./playground/playground.ko.js") },
    { en: () => import("./wide/wide.en.js"), ko: () => import("./wide/wide.ko.js") },
    seeds,
    training,
  ],
  load: () => import("./depth.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
