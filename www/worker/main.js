/**
 * The worker: takes the page's requests, gives each one its answer, and turns errors into problems in one place.
 */

import { problemOf } from "./failure.js";
import { answering } from "./modules.js";
import { Session } from "./session.js";

/** @import { Event, Handlers, Message, MessageOf, Reply, Request, Results } from "../protocol" */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const session = new Session(send, (error) => {
  const problem = problemOf(error);
  if (problem) send({ event: "problem", problem });
  else die(error);
});
const handlersFor = answering(session);

scope.onmessage = (/** @type {MessageEvent<Request>} */ { data }) => void answer(data);

/** @param {Request} request */
async function answer({ id, message }) {
  try {
    send({ id, ok: true, result: await handle(await handlersFor(message.type), message.type, message) });
  } catch (error) {
    const problem = problemOf(error);
    if (problem) send({ id, ok: false, problem });
    else die(error);
  }
}

/**
 * @template {Message["type"]} T
 * @param {Handlers} handlers
 * @param {T} type
 * @param {MessageOf<T>} message
 * @returns {Results[T] | Promise<Results[T]>}
 */
function handle(handlers, type, message) {
  return handlers[type](message);
}

/** @param {Reply | Event} message what it holds is copied, so that whoever sends something may keep it */
function send(message) {
  scope.postMessage(message);
}

/**
 * A defect: nothing here can be relied on any more. The page hears of it as the worker's error, and replaces it.
 * @param {unknown} error
 */
function die(error) {
  scope.reportError(error);
}
