/**
 * Questions that come faster than answers: one is asked at a time, and of those that come up meanwhile only the newest.
 */

/**
 * @template Question
 * @template Answer
 */
export class Newest {
  /** @type {{ question: Question } | null} */
  #waiting = null;
  #asking = false;

  /**
   * @param {(question: Question) => Promise<Answer | undefined>} send undefined where there is no answer
   * @param {(answer: Answer, question: Question) => void} take
   * @param {() => void} [missed] told that there was none
   */
  constructor(send, take, missed = () => {}) {
    this.send = send;
    this.take = take;
    this.missed = missed;
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
      const answer = await this.send(question);
      if (answer === undefined) this.missed();
      else this.take(answer, question);
    }
    this.#asking = false;
  }
}
