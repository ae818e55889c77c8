/** @import { BoardEntry } from "../../shell/types" */

/** @type {BoardEntry} */
export const perceptron = {
  id: "perceptron",
  words: {
    title: { en: "Perceptron", ko: "퍼셉트론" },
    chapter: { en: "Truth tables and XOR", ko: "진리표와 XOR" },
    question: { en: "What can one line decide?", ko: "직선 하나로 무엇을 가를 수 있을까요?" },
  },
  texts: [
    { en: () => import("./perceptron.en.js"), ko: () => import("./perceptron.ko.js") },
  ],
  load: () => import("./perceptron.js"),
  preview: () => import("./preview.js"),
  notes: () => import("./notes.js"),
};
