/**
 * The boards, in the order of the lecture.
 */

/** @import { BoardEntry } from "../shell/types" */

/** @type {BoardEntry[]} */
export const boards = [
  {
    id: "rules",
    title: "rules.title",
    chapter: "rules.chapter",
    question: "rules.question",
    texts: ["rules", "training"],
    load: () => import("./rules.js"),
    preview: () => import("./rules/preview.js"),
  },
  {
    id: "perceptron",
    title: "perceptron.title",
    chapter: "perceptron.chapter",
    question: "perceptron.question",
    texts: ["perceptron"],
    load: () => import("./perceptron.js"),
    preview: () => import("./perceptron/preview.js"),
  },
  {
    id: "depth",
    title: "depth.title",
    chapter: "depth.chapter",
    question: "depth.question",
    texts: ["depth", "playground", "training"],
    load: () => import("./depth.js"),
    preview: () => import("./depth/preview.js"),
  },
  {
    id: "learning",
    title: "learning.title",
    chapter: "learning.chapter",
    question: "learning.question",
    texts: ["learning"],
    load: () => import("./learning.js"),
    preview: () => import("./learning/preview.js"),
  },
  {
    id: "revolution",
    title: "revolution.title",
    chapter: "revolution.chapter",
    question: "revolution.question",
    texts: ["revolution", "fields", "training"],
    load: () => import("./revolution.js"),
    preview: () => import("./revolution/preview.js"),
  },
  {
    id: "digits",
    title: "digits.title",
    chapter: "digits.chapter",
    question: "digits.question",
    texts: ["digits", "training"],
    load: () => import("./digits.js"),
    preview: () => import("./digits/preview.js"),
  },
];
