/**
 * A lesson: the drawings that were taught so far, the one on the pad, and what it is taken for. It outlives its board.
 */

import { bounded, fileLimits, readCollection, writeCollection } from "../../shell/drawings-file.js";
import { keptAs } from "../../shell/drawn-kinds.js";
import { keeping } from "../../shell/kept.js";
import { LastVisit } from "../../shell/last-visit.js";
import { Newest } from "../../shell/newest.js";
import { PEN_WIDTH } from "../../shell/pen.js";
import { tracked } from "../../shell/signals.js";
import { TakeBack } from "../../shell/take-back.js";
import { outcomesOf } from "./guesses.js";

/** @import { Key } from "../../i18n" */
/** @import { MessageOf, Stroke } from "../../protocol" */
/** @import { Notice } from "../../shell/types" */
/** @import { TeachAnswer } from "./protocol" */
/** @import { Drawing } from "../../shell/drawings-file.js" */
/** @import { TeachServices } from "./settings.js" */

/** What a drawing is taken for. @typedef {{ kind: number, probabilities: Float32Array }} Guess */

class Lesson {
  /** All that was taught, in its order. @type {Drawing[]} */
  drawings = [];
  /** What is on the pad, which draws in this list. @type {Stroke[]} */
  strokes = [];
  /** @type {Guess | null} */
  guess = null;
  isDrawn = false;
  /** It was asked to do something with a drawing, and there was none. */
  lacksDrawing = false;
  /** It was told that its guess is wrong, and not yet what is right. */
  isWrong = false;
  takeBack = new TakeBack(this);

  /** What can be had back is so beside what is taught from now on. */
  #canAdd = true;
  #number = 0;
  /** @type {Newest<Omit<MessageOf<"teachGuess">, "type">, TeachAnswer>} */
  #questions = new Newest((question) => this.services.ask("teachGuess", question), (answer, question) => this.#take(answer, question.teaching.number));

  /** @param {TeachServices} services */
  constructor(services) {
    this.services = services;
    /** The drawings as their file has them. @type {LastVisit<string>} */
    this.lastVisit = new LastVisit(this, {
      ...keptAs,
      words: (kept, at) => this.#wordsOf(kept, at),
      restore: (kept) => this.#restore(kept),
    });
    tracked(this, "drawings", "guess", "isDrawn", "lacksDrawing", "isWrong");
  }

  /** The drawings that count: of the kinds that there are. */
  get taught() {
    const { kinds } = this.services.state.values;
    return this.drawings.filter(({ kind }) => kind < kinds.length);
  }

  /** Whether it can tell anything apart. */
  get knows() {
    const { taught } = this;
    return taught.some(({ kind }) => kind !== taught[0]?.kind);
  }

  get isFull() {
    return this.drawings.length >= fileLimits.drawings;
  }

  /** The kind with the fewest drawings: the one to go on with. */
  get nextKind() {
    const counts = this.services.state.values.kinds.map((_, kind) => this.taught.filter((one) => one.kind === kind).length);
    return counts.indexOf(Math.min(...counts));
  }

  /** How the guesses went, in their order: whether each was right. */
  get outcomes() {
    return outcomesOf(this.taught);
  }

  /** The drawing has changed. */
  look() {
    this.isDrawn = this.strokes.length > 0;
    if (this.isDrawn) this.lacksDrawing = false;
    else {
      this.guess = null;
      this.isWrong = false;
    }
    this.#ask();
  }

  /** It learns anew: from other drawings, of other kinds or from another beginning. */
  relearn() {
    this.#number += 1;
    this.guess = null;
    this.isWrong = false;
    this.#ask();
    this.#keep();
  }

  /** The drawing is of this kind. @param {number} kind @returns {boolean} whether there was one to be told about */
  teach(kind) {
    if (this.strokes.length === 0) this.lacksDrawing = true;
    if (this.strokes.length === 0 || this.isFull) return false;
    if (!this.#canAdd) this.takeBack.end();
    const strokes = bounded(this.strokes);
    this.drawings = [...this.drawings, { strokes, kind, guess: this.guess?.kind ?? null }];
    if (this.knows) this.takeBack.goOn();
    this.relearn();
    return true;
  }

  /** The last drawing that was taught; it is none any more. */
  pop() {
    const last = this.drawings.at(-1);
    if (!last) return null;
    this.drawings = this.drawings.slice(0, -1);
    this.relearn();
    return last;
  }

  /**
   * Other drawings in the place of these, which can be had back: beside those that are taught since, unless these are of other
   * kinds.
   * @param {Drawing[]} drawings
   * @param {Key} text what has happened
   * @param {string[]} [others] their kinds' names, where those are others, too
   */
  replace(drawings, text, others) {
    const { kinds } = this.services.state.values;
    const before = this.drawings;
    const restore = () => {
      if (others) return this.#put(before, kinds);
      const since = this.drawings.filter((one) => !drawings.includes(one));
      this.#put([...before, ...since].slice(0, fileLimits.drawings), this.services.state.values.kinds);
    };
    this.#put(drawings, others ?? kinds);
    this.takeBack.end();
    this.takeBack.offer(before.length, restore, text);
    this.#canAdd = !others;
  }

  /** @param {Drawing[]} drawings @param {string[]} kinds */
  #put(drawings, kinds) {
    this.drawings = drawings;
    this.services.state.set({ kinds });
    this.relearn();
  }

  #keep() {
    const { drawings } = this;
    const { kinds } = this.services.state.values;
    // Without any, those that were kept before are still worth more.
    if (drawings.length === 0) return;
    this.lastVisit.keep(writeCollection({ kinds, drawings: this.taught }));
    this.lastVisit.rest();
  }

  /** @param {string} kept */
  #restore(kept) {
    const read = readCollection(kept);
    if (!("problem" in read)) this.replace(read.drawings, "teach.replaced", read.kinds);
  }

  /** @param {string} kept @param {Date} at @returns {Pick<Notice, "text" | "values">} */
  #wordsOf(kept, at) {
    const read = readCollection(kept);
    const { format } = this.services;
    const drawings = "problem" in read ? 0 : read.drawings.length;
    return { text: "teach.kept", values: { time: format.time(at), drawings: format.integer(drawings) } };
  }

  #ask() {
    const { kinds, seed } = this.services.state.values;
    const drawings = this.taught.map(({ strokes, kind }) => ({ strokes, kind }));
    const teaching = { number: this.#number, drawings, kinds: kinds.length, seed };
    this.#questions.ask({ teaching, strokes: this.strokes.map((stroke) => [...stroke]), penWidth: PEN_WIDTH });
  }

  /** @param {TeachAnswer} answer @param {number} number of the teaching */
  #take({ probabilities }, number) {
    if (number !== this.#number || !this.isDrawn) return;
    this.guess = probabilities && { kind: probabilities.indexOf(Math.max(...probabilities)), probabilities };
  }
}

/** @typedef {InstanceType<typeof Lesson>} TeachLesson */

export const lessonFor = keeping(Lesson);
