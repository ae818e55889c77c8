/**
 * Asking the worker, with one answer to whatever becomes of a question: where the worker dies, the next one is asked; what
 * is refused is told to the reader, unless the board that asked has been left.
 */

import { ProblemError } from "../client.js";
import { dataNeeded } from "./problems.js";

/** @import { Body } from "../client.js" */
/** @import { Message, Results } from "../protocol" */
/** @import { Client, Notices } from "./types" */

/**
 * @param {Client} client
 * @param {Pick<Notices, "problem">} notices
 */
export function asking(client, notices) {
  /**
   * Tells what went wrong with a request. The death of a worker, and that none is left, is told by itself.
   * @param {unknown} error
   */
  const explain = (error) => {
    if (!(error instanceof ProblemError)) throw error;
    const { code, detail } = error.problem;
    switch (code) {
      case "worker-died":
      case "worker-failed":
        return;
      case "data-damaged":
      case "data-missing":
      case "data-silent":
      case "data-page":
        return notices.problem(dataNeeded(client));
      default:
        console.warn(`${code}: ${detail}`);
        notices.problem({ id: code, text: `problem.${code}` });
    }
  };

  /**
   * For what follows from the question alone: any worker can be asked.
   * @template {Exclude<Message["type"], "open" | "configure">} T
   * @param {T} type
   * @param {Body<T>} body
   * @returns {Promise<Results[T] | undefined>} undefined where there is no answer
   */
  const ask = async (type, body) => {
    for (;;) {
      try {
        return await client.request(type, body);
      } catch (error) {
        if (error instanceof ProblemError && error.problem.code === "worker-died") continue;
        explain(error);
        return undefined;
      }
    }
  };

  return { ask, explain };
}
