/**
 * What was predicted on the boards, and what came: kept on this machine, to be looked back at. Nothing of it is sent.
 */

/** @import { Answer } from "./beats.js" */

/**
 * @typedef {object} Prediction
 * @property {string} board
 * @property {string} act
 * @property {string} asked the question as it was read
 * @property {Answer} predicted
 * @property {Answer | null} came null while the experiment has come to nothing
 * @property {string} when the time at which it was predicted, as ISO 8601 has it
 */

/** Whose prediction it is. @typedef {Pick<Prediction, "board" | "act">} Place */

/** Where texts are kept from visit to visit. @typedef {{ recall(name: string): string | null, remember(name: string, value: string): void }} Memory */

const NAME = "predictions";

export class Predictions {
  /** @param {Memory} memory */
  constructor(memory) {
    this.memory = memory;
  }

  /** One an act, in the order in which they were made. @returns {Prediction[]} */
  get all() {
    try {
      const kept = JSON.parse(this.memory.recall(NAME) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isPrediction) : [];
    } catch {
      // Something else stands there: it is written over.
      return [];
    }
  }

  /** In the place of the act's earlier one. @param {Prediction} prediction */
  keep(prediction) {
    this.#write([...this.#others(prediction), prediction]);
  }

  /** @param {Place} of */
  drop(of) {
    this.#write(this.#others(of));
  }

  /** What came of it. @param {Place & { came: Answer }} outcome */
  complete({ board, act, came }) {
    this.#write(this.all.map((one) => (one.board === board && one.act === act ? { ...one, came } : one)));
  }

  /** @param {Place} of */
  #others({ board, act }) {
    return this.all.filter((one) => one.board !== board || one.act !== act);
  }

  /** @param {Prediction[]} all */
  #write(all) {
    this.memory.remember(NAME, JSON.stringify(all));
  }
}

/** @param {unknown} value @returns {value is Prediction} */
function isPrediction(value) {
  const { board, act, asked, predicted, came, when } = /** @type {Partial<Prediction>} */ (value ?? {});
  return [board, act, asked, when].every((text) => typeof text === "string") && isAnswer(predicted) && (came === null || isAnswer(came));
}

/** @param {unknown} value */
function isAnswer(value) {
  return typeof value === "string" || (Array.isArray(value) && value.every(Number.isFinite));
}
