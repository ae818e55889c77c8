import { kinds, seeds, training } from "../../i18n/index.js";

/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const next = {
  id: "next",
  words: {
    title: { en: "Next", ko: "다음" },
    chapter: { en: "Course outline, platform, frameworks", ko: "과정 안내, 플랫폼, 프레임워크" },
    question: { en: "What comes after this hour?", ko: "이 시간 다음에는 무엇이 올까요?" },
  },
  texts: [
    { en: () => import("./next.en.js"), ko: () => import("./next.ko.js") },
    { en: () => import("./networks/networks.en.js"), ko: () => import("./networks/networks.ko.js") },
    { en: () => import("./few/few.en.js"), ko: () => import("./few/few.ko.js") },
    { en: () => import("./known/known.en.js"), ko: () => import("./known/known.ko.js") },
    kinds,
    seeds,
    training,
  ],
  load: () => import("./next.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
