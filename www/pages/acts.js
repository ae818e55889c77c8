/**
 * The acts of all boards' stories, found by their questions among the texts that have been loaded.
 */

import { keysLike } from "../i18n/index.js";

/** @import { BoardEntry } from "../shell/types" */

/** What is left of a question's name says which act asks it. */
const ASKED = /^([\w-]+\.story\.\w+)\.ask$/;

/** Their names, in the order in which they are asked: "board.story.act". @param {BoardEntry} board */
export function actsOf({ id }) {
  return keysLike(ASKED).filter((key) => key.startsWith(`${id}.`)).map((key) => key.replace(ASKED, "$1"));
}
