import { training } from "../../i18n/index.js";

/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const digits = {
  id: "digits",
  words: {
    title: { en: "Digits", ko: "숫자" },
    chapter: { en: "Hello World", ko: "Hello World 실습" },
    question: { en: "Can it learn to read?", ko: "컴퓨터가 글씨를 읽게 될까요?" },
  },
  texts: [
    { en: () => import("./digits.en.js"), ko: () => import("./digits.ko.js") },
    training,
  ],
  load: () => import("./digits.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
