/**
 * One application's way through its lesson: how far it has come, and what was learnt by then. The worker's answers follow from
 * the lesson and the number of steps alone.
 */

import { Newest } from "../../../shell/newest.js";
import { tracked } from "../../../shell/signals.js";

/** @import { ApplicationProgress } from "./protocol" */

/** Where each run was when its tab was left, and in which lesson: one comes back to it as it was.
 *  @typedef {Map<string, { lesson: string, done: number }>} Left */

/**
 * @template Lesson
 * @template {ApplicationProgress} Progress
 */
export class LessonRun {
  /** What has been learnt; null until the worker has said so. @type {Progress | null} */
  progress = null;
  /** Of which lesson that is. */
  #learnt = "";
  isOn = false;

  /** @type {Lesson | null} */
  #lesson = null;
  /** The lesson in words, to be compared. */
  #name = "";
  /** Steps that have been asked for. */
  #done = 0;
  /** Steps that are to be shown, with the part of one that is not yet due. */
  #due = 0;
  #lastFrame = 0;
  #frame = 0;

  /**
   * @param {object} options
   * @param {string} options.id
   * @param {Left} options.left
   * @param {() => Lesson} options.lesson as the state has it
   * @param {(question: { lesson: Lesson, shown: number, more: number }) => Promise<Progress | undefined>} options.ask
   * @param {number} options.end steps after which it stops by itself
   * @param {number} options.perSecond steps a second
   * @param {number} options.atOnce fewer steps are not worth a new picture
   * @param {boolean} options.goesOn another lesson goes on from the same number of steps, and does not begin anew
   * @param {(id: string, done: number) => void} options.onDrop it has begun anew, after so many steps
   * @param {() => void} options.onProgress it has got further, and goes on
   * @param {() => void} options.onEnd it has stopped by itself
   */
  constructor(options) {
    this.options = options;
    tracked(this, "progress", "isOn");
    /** @type {Newest<{ lesson: Lesson, shown: number, more: number }, Progress>} */
    this.answers = new Newest(
      options.ask,
      (progress, { lesson, shown, more }) => {
        if (lesson === this.#lesson && shown + more === this.#done) this.#take(progress);
      },
      () => this.pause(),
    );
  }

  get done() {
    return this.progress?.done ?? 0;
  }

  /** All that it stops at by itself has been learnt, in the lesson that the state has, and not only asked for. */
  get hasLearnt() {
    return this.done >= this.options.end && this.#learnt === JSON.stringify(this.options.lesson());
  }

  get isOver() {
    return this.#done >= this.options.end;
  }

  /** The lesson has changed, perhaps. */
  follow() {
    const lesson = this.options.lesson();
    const name = JSON.stringify(lesson);
    if (name === this.#name) return;
    const isFirst = this.#name === "";
    this.#lesson = lesson;
    this.#name = name;
    const before = this.options.left.get(this.options.id);
    if (isFirst) this.#done = before?.lesson === name ? before.done : 0;
    else if (!this.options.goesOn) this.#begin();
    this.refresh();
  }

  /** What has been learnt is asked for once more. */
  refresh() {
    this.#ask(this.#done, 0);
  }

  toggle() {
    if (this.isOn) this.pause();
    else this.run();
  }

  run() {
    if (this.isOn) return;
    if (this.isOver) this.reset();
    this.isOn = true;
    this.#due = 0;
    this.#lastFrame = performance.now();
    this.#next();
  }

  pause() {
    this.isOn = false;
    cancelAnimationFrame(this.#frame);
  }

  step() {
    this.pause();
    this.#ask(this.#done, 1);
  }

  /** As far as it was when it was dropped, in the lesson of then, which the state has again. @param {number} done */
  goTo(done) {
    this.pause();
    this.#lesson = this.options.lesson();
    this.#name = JSON.stringify(this.#lesson);
    this.#ask(done, 0);
  }

  /** Back to where nothing has been learnt. */
  reset() {
    this.#begin();
    this.refresh();
  }

  destroy() {
    this.isOn = false;
    cancelAnimationFrame(this.#frame);
    this.options.left.set(this.options.id, { lesson: this.#name, done: this.#done });
  }

  #begin() {
    this.isOn = false;
    cancelAnimationFrame(this.#frame);
    if (this.#done > 0) this.options.onDrop(this.options.id, this.#done);
    this.#done = 0;
  }

  #next() {
    this.#frame = requestAnimationFrame((now) => {
      const { perSecond, atOnce, end } = this.options;
      // A page that was asleep does not make up for it.
      this.#due = Math.min(2 * Math.max(atOnce, perSecond / 10), this.#due + (Math.max(0, now - this.#lastFrame) / 1000) * perSecond);
      this.#lastFrame = now;
      const more = Math.min(Math.floor(this.#due), end - this.#done);
      if (!this.answers.isAsking && (more >= atOnce || this.#done + more >= end)) {
        this.#due -= more;
        this.#ask(this.#done, more);
      }
      if (this.isOn) this.#next();
    });
  }

  /** @param {number} shown @param {number} more */
  #ask(shown, more) {
    if (!this.#lesson) return;
    this.#done = shown + more;
    this.answers.ask({ lesson: this.#lesson, shown, more });
  }

  /** @param {Progress} progress */
  #take(progress) {
    this.#learnt = this.#name;
    this.progress = progress;
    const isOver = this.isOn && this.isOver;
    if (isOver) this.isOn = false;
    else if (this.isOn) this.options.onProgress();
    if (isOver) this.options.onEnd();
  }
}
