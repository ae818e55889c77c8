/**
 * The boards, in the order of the lecture.
 */

/** @import { BoardEntry } from "../shell/types" */

/** @type {BoardEntry[]} */
export const boards = [{ id: "digits", title: "digits.title", load: () => import("./digits.js") }];
