/**
 * The answer to a question that changes: it is asked anew when it does, and when images arrive that it waits for.
 */

import { Newest } from "../../shell/newest.js";
import { tracked } from "../../shell/signals.js";

/** @import { ProblemError } from "../../client.js" */
/** @import { RulesServices } from "./fields.js" */

/**
 * @template Question
 * @template Answer
 */
export class Inquiry {
  /** Null while there is none: it has not come, or its images have not. @type {Answer | null} */
  answer = null;
  /** @type {Question | null} */
  #question = null;

  /**
   * @param {{ services: RulesServices }} owner
   * @param {(question: Question) => Promise<Answer | null>} send
   * @param {() => void} [onAnswer]
   */
  constructor(owner, send, onAnswer = () => {}) {
    tracked(this, "answer");
    const take = (/** @type {Answer | null} */ answer) => {
      this.answer = answer;
      onAnswer();
    };
    const refuse = (/** @type {ProblemError} */ { problem }) => {
      // That no worker is left is told by itself.
      if (problem.code !== "worker-failed") owner.services.notices.problem({ id: problem.code, text: `problem.${problem.code}`, values: { detail: problem.detail } });
    };
    this.newest = new Newest(send, take, refuse);
  }

  /** @param {Question} question */
  follow(question) {
    if (JSON.stringify(question) === JSON.stringify(this.#question)) return;
    this.#question = question;
    this.newest.ask(question);
  }

  /** There may be images now. */
  retry() {
    if (this.answer === null && this.#question !== null && !this.newest.isAsking) this.newest.ask(this.#question);
  }
}
