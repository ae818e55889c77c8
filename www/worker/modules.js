/**
 * Who answers what. A board's module answers the board's own requests, and comes when the first of them is asked: nothing
 * here knows of it. It is in the folder whose name is the first word of the request's: `teachGuess` in `boards/teach/`.
 * That each request has one answer, and has it there, is a test (`tests/unit/handlers.test.js`).
 */

import { MOST_TICKS, within } from "../ticks.js";
import { whenNeeded } from "./arrival.js";
import { pageRequests } from "./page-requests.js";
import { runRequests } from "./run-requests.js";

/** @import { Handlers, Message } from "../protocol" */
/** @import { Session } from "./session.js" */

/** What a module gives: it answers its own requests. @typedef {(session: Session) => Partial<Handlers>} HandlersFor */

/** @type {Record<string, () => Promise<HandlersFor>>} */
const boards = import.meta.glob("../boards/**/worker/index.js", { import: "handlers" });

/**
 * @param {Session} session
 * @returns {(type: Message["type"]) => Handlers | Promise<Handlers>} tells who answers requests of that type
 */
export function answering(session) {
  const own = { ...pageRequests(session), ...runRequests(session) };
  const modules = new Map(
    Object.entries(boards).map(([path, load]) => {
      const handlersOf = whenNeeded(async () => (await within(load(), MOST_TICKS, path))(session));
      return [path.split("/").at(-3), handlersOf];
    }),
  );
  return (type) => /** @type {Handlers | Promise<Handlers>} */ (type in own ? own : modules.get(type.split(/[A-Z]/, 1)[0])?.());
}
