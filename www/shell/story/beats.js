/**
 * Which of the four beats an act is at, and what it remembers while the page is open.
 */

import { tracked } from "../signals.js";

/** What is predicted: one of an act's answers, or the heights of a curve from 0 to 1. @typedef {string | number[]} Answer */

export const beats = /** @type {const} */ (["predict", "run", "explain", "onward"]);

/** Heights that are no further apart on average are as good as the same curve. */
const CLOSE = 0.07;

/** An act as far as it has been told. */
export class Telling {
  /** Null while nothing is predicted, which nobody has to. @type {Answer | null} */
  predicted = null;
  /** What it has come to, where that counts beside what it comes to later. @type {Answer | null} */
  came = null;
  /** It has gone on from the explanation: what is tried out then is asked no more. */
  isOnward = false;
  /** The outcome has been seen: what is predicted from then on is told, and does not count. */
  isSeen = false;

  constructor() {
    tracked(this, "predicted", "came", "isOnward");
  }

  /**
   * @param {Answer | null} came what the experiment has come to; null while it has come to nothing
   * @param {boolean} hasBegun whether it runs or has run
   * @returns {typeof beats[number]}
   */
  beat(came, hasBegun) {
    if (this.isOnward) return "onward";
    if (came !== null) return "explain";
    return this.predicted !== null || hasBegun ? "run" : "predict";
  }

  /** @param {Answer} answer */
  predict(answer) {
    this.predicted = answer;
    this.isOnward = false;
  }

  /** As if nothing had been predicted. */
  takeBack() {
    this.predicted = null;
    this.came = null;
    this.isOnward = false;
  }
}

/** Of what an act comes to one after the other: what came first, until that is thrown away. @param {Answer | null} came @param {Answer | null} before */
export function first(came, before) {
  return came === null ? null : (before ?? came);
}

/** Of what a mission comes to one after the other: the best, also where later tries come to less. @param {string[]} order the best one first */
export function bestOf(order) {
  return (/** @type {Answer | null} */ came, /** @type {Answer | null} */ before) => order.find((one) => one === came || one === before) ?? null;
}

/**
 * @param {Answer} predicted
 * @param {Answer} came
 */
export function agree(predicted, came) {
  if (typeof predicted === "string" || typeof came === "string") return predicted === came;
  const apart = came.map((height, index) => Math.abs(height - (predicted[index] ?? 0)));
  return apart.reduce((sum, one) => sum + one, 0) / apart.length <= CLOSE;
}
