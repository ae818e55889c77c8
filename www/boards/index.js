/**
 * The boards, in the order of the lecture.
 */

/** @import { BoardEntry } from "../shell/types" */

/** @type {BoardEntry[]} */
export const boards = [
  { id: "perceptron", title: "perceptron.title", load: () => import("./perceptron.js") },
  { id: "depth", title: "depth.title", load: () => import("./depth.js") },
  { id: "revolution", title: "revolution.title", load: () => import("./revolution.js") },
  { id: "digits", title: "digits.title", load: () => import("./digits.js") },
];
