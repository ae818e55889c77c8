/**
 * An answer in the reader's words: what is kept of it is its name or the heights of a curve, and both are written anew in
 * whatever language is spoken.
 */

/** @import { Key, Values } from "../../i18n" */
/** @import { Format } from "../format.js" */
/** @import { Answer } from "./beats.js" */

/**
 * What a curve is drawn over, all of it data: it is kept with what was drawn.
 * @typedef {object} Course
 * @property {number[]} start the heights at first, from 0 to 1
 * @property {number} lowest what the height 0 stands for, as a part; the height 1 is all
 * @property {{ key: Key, value: string, at: number[] }} places what a place is called: a text, the name of its value, and the
 * value at each place
 * @property {boolean} [beginsFixed] the first height is given
 */

/** What the answers to a question are called: those to choose from by their names, or the course of a curve.
 *  @typedef {{ words: Record<string, Key>, course: Course | null }} Wording */

/** What a board's services have of a language. @typedef {{ t(key: Key, values?: Values): string, format: Pick<Format, "percent" | "integer"> }} Speaking */

/** @param {Answer} answer @param {Wording} wording @param {Speaking} services */
export function written(answer, { words, course }, services) {
  if (typeof answer === "string") {
    const key = words[answer];
    return key ? services.t(key) : answer;
  }
  return course ? answer.map((height) => writtenHeight(height, course, services)).join(" · ") : "";
}

/** @param {number} height @param {Course} course @param {Speaking} services */
export function writtenHeight(height, { lowest }, { format }) {
  return format.percent(lowest + height * (1 - lowest), 0);
}

/** @param {number} place @param {Course} course @param {Speaking} services */
export function placeName(place, { places: { key, value, at } }, { t, format }) {
  /** @type {Values} */
  const values = { [value]: format.integer(at[place] ?? 0) };
  return t(key, values);
}
