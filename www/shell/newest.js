/**
 * Questions that come faster than answers: one is asked at a time, and of those that come up meanwhile only the newest.
 */

import { ProblemError } from "../client.js";

/**
 * @template Question
 * @template Answer
 */
export class Newest {
  /** @type {{ question: Question } | null} */
  #waiting = null;
  #asking = false;

  /**
   * @param {(question: Question) => Promise<Answer>} send
   * @param {(answer: Answer, question: Question) => void} take
   * @param {(error: ProblemError) => void} refuse
   */
  constructor(send, take, refuse) {
    this.send = send;
    this.take = take;
    this.refuse = refuse;
  }

  get isAsking() {
    return this.#asking;
  }

  /** @param {Question} question */
  ask(question) {
    this.#waiting = { question };
    if (!this.#asking) void this.#askAll();
  }

  async #askAll() {
    this.#asking = true;
    while (this.#waiting) {
      const { question } = this.#waiting;
      this.#waiting = null;
      try {
        this.take(await this.send(question), question);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        // Another worker takes the place of one that died, and can be asked the same.
        if (error.problem.code === "worker-died") this.#waiting ??= { question };
        else this.refuse(error);
      }
    }
    this.#asking = false;
  }
}
