/**
 * What was predicted on the boards, and what came: kept on this machine, to be looked back at. Nothing of it is sent.
 */

/** @import { Values } from "../../i18n" */
/** @import { Course, Wording } from "./answers.js" */
/** @import { Answer, Telling } from "./beats.js" */

/**
 * With what its answers are called, so that it can be told in any language.
 * @typedef {Wording & {
 *   board: string,
 *   act: string,
 *   about: string,
 *   values: Values,
 *   predicted: Answer,
 *   came: Answer | null,
 *   address: string,
 * }} Prediction `about`: the setting that was asked about, where there are several; `values`: what stood in the question's
 * places; `came`: null while the experiment has come to nothing; `address`: the board's part of the address at which it was
 * predicted
 */

/** Whose prediction it is. @typedef {Pick<Prediction, "board" | "act" | "about">} Place */

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
      // What was kept before acts were about a setting is about none.
      return Array.isArray(kept) ? kept.map((one) => ({ about: "", ...one })).filter(isPrediction) : [];
    } catch {
      // Something else stands there: it is written over.
      return [];
    }
  }

  /** In the place of the act's earlier one. @param {Prediction} prediction */
  keep(prediction) {
    this.#write([...this.all.filter(({ board, act }) => board !== prediction.board || act !== prediction.act), prediction]);
  }

  /** What was predicted at an earlier visit stands, unless something has been predicted meanwhile. @param {Place} of @param {Telling} telling */
  recall(of, telling) {
    const kept = this.all.find((one) => isOf(one, of));
    if (!kept) return;
    telling.predicted ??= kept.predicted;
    telling.isSeen ||= kept.came !== null;
  }

  /** @param {Place} of */
  drop(of) {
    this.#write(this.all.filter((one) => !isOf(one, of)));
  }

  forget() {
    this.#write([]);
  }

  /** What came of it. @param {Place & { came: Answer }} outcome @param {boolean} [isAgain] it also takes the place of what came before */
  complete({ came, ...of }, isAgain = true) {
    const isMeant = (/** @type {Prediction} */ one) => isOf(one, of) && (isAgain || one.came === null);
    if (this.all.some(isMeant)) this.#write(this.all.map((one) => (isMeant(one) ? { ...one, came } : one)));
  }

  /** @param {Prediction[]} all */
  #write(all) {
    this.memory.remember(NAME, JSON.stringify(all));
  }
}

/** @param {Prediction} one @param {Place} of */
function isOf(one, { board, act, about }) {
  return one.board === board && one.act === act && one.about === about;
}

/** @param {unknown} value @returns {value is Prediction} */
function isPrediction(value) {
  const { board, act, about, values, words, course, predicted, came, address } = /** @type {Partial<Prediction>} */ (value ?? {});
  if (![board, act, about].every((text) => typeof text === "string") || typeof address !== "string" || !address.startsWith("#/")) return false;
  return isTexts(values) && isTexts(words) && (course === null || isCourse(course)) && isAnswer(predicted) && (came === null || isAnswer(came));
}

/** @param {unknown} value */
function isTexts(value) {
  return typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
}

/** @param {unknown} value */
function isCourse(value) {
  const { start, lowest, places } = /** @type {Partial<Course>} */ (value ?? {});
  return isHeights(start) && Number.isFinite(lowest) && typeof places?.key === "string" && typeof places.value === "string" && isHeights(places.at);
}

/** @param {unknown} value */
function isHeights(value) {
  return Array.isArray(value) && value.every(Number.isFinite);
}

/** @param {unknown} value */
function isAnswer(value) {
  return typeof value === "string" || isHeights(value);
}
