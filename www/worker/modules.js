/**
 * Who answers what. A board's module says it for the board's own requests, and is found in the board's folder: nothing
 * here knows of it. That no request is without an answer, or has two, is a test (`tests/unit/handlers.test.js`).
 */

import { pageRequests } from "./page-requests.js";
import { runRequests } from "./run-requests.js";

/** @import { Handlers } from "../protocol" */
/** @import { Session } from "./session.js" */

/** What each module of a board gives. @typedef {(session: Session) => Partial<Handlers>} HandlersFor */

/** Of a board that is not in the lecture yet, nobody asks anything. @type {Record<string, HandlersFor>} */
const boards = import.meta.glob(["../boards/**/worker/index.js", "!../boards/next/**"], { eager: true, import: "handlers" });

/**
 * @param {Session} session
 * @returns {Handlers}
 */
export function handlersOf(session) {
  return Object.assign({}, pageRequests(session), runRequests(session), ...Object.values(boards).map((handlers) => handlers(session)));
}
