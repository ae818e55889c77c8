/**
 * A network in training: how far it is, how it has done so far, and the next steps while it runs.
 */

import { tracked } from "../../shell/signals.js";
import { Inquiry } from "./inquiry.js";

/** @import { MessageOf } from "../../protocol" */
/** @import { TakeBack } from "../../shell/take-back.js" */
/** @import { LearntScores, RulesScore } from "./protocol" */
/** @import { RulesServices } from "./settings.js" */

/** What is to be told apart, and on what. @typedef {Pick<MessageOf<"rulesLearn">, "pair" | "newData" | "wanted">} Task */

/** How far a lesson was, to be had back. @typedef {NonNullable<Lesson["past"]>} Past */

/** A press of Train is so many steps, which are enough for most pairs; another press goes on from there. */
export const ROUND = 1000;
/** So many steps are done between two looks. */
const AT_ONCE = 10;

export class Lesson {
  isOn = false;
  /** Null while its images are on their way. @type {LearntScores | null} */
  scores = null;
  /** The accuracy on held-out images as it went. */
  history = { steps: /** @type {number[]} */ ([]), original: /** @type {number[]} */ ([]), distorted: /** @type {number[]} */ ([]) };

  /** Steps that have been asked for. */
  step = 0;
  /** Where it was taken up: answers of earlier steps are of the run that it took the place of. */
  #start = 0;
  /** Where the training that was asked for last ends. */
  end = ROUND;
  /** What was learnt is of use as long as this stays the same, and its history as long as this does. */
  #keys = { lesson: "", history: "" };
  /** @type {Task | null} */
  #task = null;

  /**
   * @param {{ services: RulesServices, takeBack: TakeBack }} owner
   * @param {boolean} hasSeenNewData
   */
  constructor(owner, hasSeenNewData) {
    this.hasSeenNewData = hasSeenNewData;
    this.owner = owner;
    tracked(this, "isOn", "scores", "history", "step", "end");
    /** @type {Inquiry<Omit<MessageOf<"rulesLearn">, "type">, LearntScores>} */
    this.inquiry = new Inquiry((question) => owner.services.ask("rulesLearn", question), () => this.#take());
  }

  /** What it takes to have it back as it is now; null where nothing has been learnt. */
  get past() {
    const { end, history, scores } = this;
    return this.step > 0 ? { keys: this.#keys, step: this.step, end, history, scores } : null;
  }

  get hasLearnt() {
    return (this.scores?.step ?? 0) > 0 && this.step > 0;
  }

  /** The training that was asked for is done; more may be asked for. */
  get isDone() {
    return this.step >= this.end;
  }

  /** What came of it on images like those that it has seen, from 0 to 1. */
  get accuracy() {
    const score = this.scores?.[this.hasSeenNewData ? "distorted" : "original"];
    return score ? score.right / score.images : 0;
  }

  /** @param {Task} task @param {boolean} isShown whether anyone looks at it */
  follow(task, isShown) {
    const { distortion, seed } = task.newData;
    const keys = {
      lesson: JSON.stringify([task.pair, seed, this.hasSeenNewData && distortion]),
      history: JSON.stringify([task.pair, task.newData]),
    };
    if (keys.lesson !== this.#keys.lesson) this.#forget();
    else if (keys.history !== this.#keys.history) this.#forgetHistory();
    this.#keys = keys;
    this.#task = task;
    if (isShown) this.#ask();
    else if (this.isOn) this.pause();
  }

  retry() {
    this.inquiry.retry();
  }

  toggle() {
    if (this.isOn) return this.pause();
    this.#goOn();
    this.isOn = true;
    this.#advance();
  }

  pause() {
    this.isOn = false;
  }

  stepOn() {
    this.isOn = false;
    this.#goOn();
    this.#advance();
  }

  reset() {
    this.#forget();
    this.#ask();
  }

  /** Takes up what was dropped: its weights follow from its step and its settings, which are to be those again. @param {Past} past */
  restore({ keys, step, end, history, scores }) {
    this.isOn = false;
    this.#keys = keys;
    this.step = step;
    this.#start = step;
    this.end = end;
    this.history = history;
    this.scores = scores;
  }

  #forget() {
    this.isOn = false;
    this.step = 0;
    this.#start = 0;
    this.end = ROUND;
    this.#forgetHistory();
  }

  #forgetHistory() {
    this.history = { steps: [], original: [], distorted: [] };
  }

  #goOn() {
    if (this.isDone) this.end += ROUND;
  }

  #advance() {
    this.step = Math.min(this.end, this.step + AT_ONCE);
    this.#ask();
  }

  #ask() {
    if (this.#task) this.inquiry.follow({ ...this.#task, hasSeenNewData: this.hasSeenNewData, step: this.step });
  }

  #take() {
    const { answer: scores } = this.inquiry;
    if (scores && scores.step < this.#start) return;
    const { steps, original, distorted } = this.history;
    this.scores = scores;
    if (!scores) return;
    // An answer that was on its way before a reset is of a later step than the one that comes now.
    const kept = steps.filter((step) => step < scores.step).length;
    const continued = (/** @type {number[]} */ column, /** @type {number} */ value) => [...column.slice(0, kept), value];
    const partOf = (/** @type {RulesScore} */ { right, images }) => right / images;
    this.history = { steps: continued(steps, scores.step), original: continued(original, partOf(scores.original)), distorted: continued(distorted, partOf(scores.distorted)) };
    if (this.isOn) this.owner.takeBack.goOn();
    if (this.isDone) this.isOn = false;
    if (this.isOn && scores.step >= this.step) this.#advance();
  }
}
