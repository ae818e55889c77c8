/**
 * The line as it is now: set by hand, or on its way by the perceptron rule.
 */

import { Attempts } from "./attempts.js";
import { lessonOf, settable, weightNames } from "./settings.js";
import { Newest } from "../../shell/newest.js";
import { tracked } from "../../shell/signals.js";
import { TakeBack } from "../../shell/take-back.js";

/** @import { PerceptronAnswer, PerceptronLesson, PerceptronProgress, PerceptronWeights, TruthTable } from "./protocol" */
/** @import { PerceptronServices, PerceptronState } from "./settings.js" */

/** A line that a slider has not moved for so long has been left as it is. */
const REST_MS = 200;

/** So many samples are shown at once at most, should the page have been asleep. */
const MOST = 100_000;

/**
 * @typedef {{ onHandRest: () => void, onVerdict: () => void }} Listeners `onHandRest`: a line that was set by hand has been
 * left as it is; `onVerdict`: learning has come to one
 */

export class PerceptronRun {
  /** What the line gives; null until the worker has said so. @type {PerceptronAnswer | null} */
  answer = null;
  /** Null while the line is where the hand put it. @type {PerceptronProgress | null} */
  progress = null;
  isOn = false;
  attempts = new Attempts();

  /** @type {PerceptronLesson} */
  #lesson;
  /** The hand is at the line; then it has just let go of it. */
  #isHandOn = false;
  #isHandOff = false;
  #resting = 0;
  /** The weights whose answer came last. @type {PerceptronWeights | null} */
  #answered = null;
  /** Samples that are to be shown, with the part of one that is not yet due. */
  #due = 0;
  #lastFrame = 0;
  #frame = 0;

  /** @type {Listeners} */
  listeners = { onHandRest: () => {}, onVerdict: () => {} };

  /** The board's, which come anew every time that it is shown. @type {PerceptronServices} */
  services;

  /** @param {PerceptronServices} services */
  constructor(services) {
    this.services = services;
    this.#lesson = lessonOf(services.state.values);
    tracked(this, "answer", "progress", "isOn");
    this.takeBack = new TakeBack(this);
    const missed = () => this.pause();
    /** @type {Newest<{ table: TruthTable, weights: PerceptronWeights }, PerceptronAnswer>} */
    this.answers = new Newest((body) => this.services.ask("perceptronAnswer", body), (answer, asked) => this.#takeAnswer(answer, asked), missed);
    /** @type {Newest<{ lesson: PerceptronLesson, shown: number, more: number }, PerceptronProgress>} */
    this.lessons = new Newest((body) => this.services.ask("perceptronLearn", body), (progress, { lesson }) => this.#takeProgress(progress, lesson), missed);
    this.#ask();
  }

  /** The board is shown. @param {Listeners} listeners */
  enter(listeners) {
    this.listeners = listeners;
    this.takeBack.enter();
  }

  /** The board is left, and nothing moves unseen. */
  leave() {
    this.rest();
    this.isOn = false;
    this.#due = 0;
    cancelAnimationFrame(this.#frame);
    this.takeBack.leave();
  }

  get table() {
    return this.services.state.values.table;
  }

  /** @returns {PerceptronWeights} */
  get weights() {
    return this.progress?.weights ?? lessonOf(this.services.state.values).start;
  }

  /** Another lesson, perhaps. @param {PerceptronLesson} lesson */
  follow(lesson) {
    if (same(lesson, this.#lesson)) return;
    this.#drop(lesson.start);
    this.#lesson = lesson;
    this.#forget();
    this.#ask();
  }

  /** The line, by hand. @param {PerceptronWeights} weights */
  place(weights) {
    this.pause();
    const start = settable(weights);
    if (this.progress) this.#drop(start);
    else this.takeBack.goOn();
    // No other lesson: the same one, which begins elsewhere.
    this.#lesson = { ...this.#lesson, start };
    this.progress = null;
    this.services.state.set(start);
    this.#isHandOn = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.rest(), REST_MS);
    this.#ask();
  }

  /** The line, by one press or a number: there is no hand to wait for. @param {PerceptronWeights} weights */
  set(weights) {
    this.place(weights);
    this.rest();
  }

  /** The hand lets go of the line. */
  rest() {
    clearTimeout(this.#resting);
    if (!this.#isHandOn) return;
    this.#isHandOn = false;
    this.#isHandOff = true;
    this.#tellRest();
  }

  /** Another lesson, which begins with the line as it is. @param {Partial<PerceptronState>} changes */
  change(changes) {
    this.services.state.set({ ...settable(this.weights), ...changes });
  }

  toggle() {
    if (this.isOn) this.pause();
    else this.#start();
  }

  pause() {
    this.isOn = false;
    this.#due = 0;
    cancelAnimationFrame(this.#frame);
  }

  /** Shows the sample in turn. */
  step() {
    this.rest();
    this.isOn = false;
    cancelAnimationFrame(this.#frame);
    this.#due = Math.floor(this.#due) + 1;
    this.#learn();
  }

  /** Back to what the address says. */
  reset() {
    this.rest();
    this.#drop(this.#lesson.start);
    // What is on its way of the old run is not of this one.
    this.#lesson = { ...this.#lesson };
    this.#forget();
    this.#ask();
  }

  #start() {
    this.rest();
    if (this.progress?.verdict === "converged") return;
    this.isOn = true;
    this.#due = 1;
    this.#lastFrame = performance.now();
    // A line that is right already is thereby said to have converged, before any sample is shown.
    this.lessons.ask({ lesson: this.#lesson, shown: this.progress?.samples ?? 0, more: 0 });
    this.#next();
  }

  #next() {
    this.#frame = requestAnimationFrame((now) => {
      // The time until the first answer does not count: what the worker has for the board may be on its way, and what was to
      // be watched would be over when it comes.
      if (this.progress) this.#due += (Math.max(0, now - this.#lastFrame) / 1000) * this.services.state.values.speed;
      this.#lastFrame = now;
      this.#learn();
      if (this.isOn) this.#next();
    });
  }

  #learn() {
    const more = Math.min(MOST, Math.floor(this.#due));
    if (more < 1 || this.lessons.isAsking) return;
    this.#due = Math.min(MOST, this.#due - more);
    this.lessons.ask({ lesson: this.#lesson, shown: this.progress?.samples ?? 0, more });
  }

  /** The line that was learnt can be had back where the next one begins elsewhere. @param {PerceptronWeights} start */
  #drop(start) {
    const { progress } = this;
    const lesson = this.#lesson;
    if (!progress || sameWeights(settable(progress.weights), start)) return;
    this.takeBack.offer(progress.updates, () => {
      const { table, rate, seed } = lesson;
      this.#forget();
      // Another one to compare with, so that no answer that is on its way is taken for this run's.
      this.#lesson = { ...lesson };
      this.progress = progress;
      this.answer = progress.answer;
      this.services.state.set({ table, ...lesson.start, rate, seed });
    });
  }

  /** @param {PerceptronProgress} progress @param {PerceptronLesson} lesson */
  #takeProgress(progress, lesson) {
    if (lesson !== this.#lesson) return;
    if (progress.updates > 0) this.takeBack.goOn();
    const isNew = progress.verdict !== (this.progress?.verdict ?? "open");
    this.progress = progress;
    this.answer = progress.answer;
    if (isNew && progress.verdict !== "open") {
      if (this.isOn) this.pause();
      this.listeners.onVerdict();
    }
    // Presses that came while this answer was on its way.
    if (!this.isOn && this.#due >= 1) requestAnimationFrame(() => this.#learn());
  }

  /** @param {PerceptronAnswer} answer @param {{ table: TruthTable, weights: PerceptronWeights }} asked */
  #takeAnswer(answer, { table, weights }) {
    if (table !== this.table || !sameWeights(weights, this.weights)) return;
    this.answer = answer;
    this.#answered = weights;
    this.#tellRest();
  }

  /** Once the line has been let go of, and what it gives is known. */
  #tellRest() {
    if (!this.#isHandOff || !this.#answered || !sameWeights(this.#answered, this.weights)) return;
    this.#isHandOff = false;
    this.listeners.onHandRest();
  }

  #ask() {
    this.answers.ask({ table: this.table, weights: this.weights });
  }

  #forget() {
    this.isOn = false;
    this.#due = 0;
    cancelAnimationFrame(this.#frame);
    this.progress = null;
  }
}

/** @param {PerceptronLesson} a @param {PerceptronLesson} b */
function same(a, b) {
  return a.table === b.table && a.rate === b.rate && a.seed === b.seed && sameWeights(a.start, b.start);
}

/** @param {PerceptronWeights} a @param {PerceptronWeights} b */
function sameWeights(a, b) {
  return weightNames.every((name) => a[name] === b[name]);
}
