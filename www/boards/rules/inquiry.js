/**
 * The answer to a question that changes: it is asked anew when it does, and when images arrive that it waits for.
 */

import { Newest } from "../../shell/newest.js";
import { tracked } from "../../shell/signals.js";

/**
 * @template Question
 * @template Answer
 */
export class Inquiry {
  /** Null while there is none: it has not come, or its images have not. @type {Answer | null} */
  answer = null;
  /** The question that it is the answer to. @type {Question | null} */
  answered = null;
  /** @type {Question | null} */
  #question = null;

  /**
   * @param {(question: Question) => Promise<Answer | null | undefined>} send
   * @param {() => void} [onAnswer]
   */
  constructor(send, onAnswer = () => {}) {
    tracked(this, "answer", "answered");
    const take = (/** @type {Answer | null} */ answer, /** @type {Question} */ question) => {
      this.answered = question;
      this.answer = answer;
      onAnswer();
    };
    this.newest = new Newest(send, take);
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
