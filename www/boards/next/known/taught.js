/**
 * What was taught by drawing, as far as there is enough of it to be learnt from a few and tested on others.
 */

import { kindNames } from "../../../shell/kind-names.js";
import { tracked } from "../../../shell/signals.js";

/** @import { Key } from "../../../i18n" */
/** @import { Collection } from "../../../shell/drawings-file.js" */

/** Of fewer drawings of a kind nothing is learnt: there would be next to none to test on. */
const FEWEST = 5;

/** How many drawings of each kind it takes to learn from so many: as many again, at least, are the test. @param {number} examples */
export function neededFor(examples) {
  return Math.max(FEWEST, 2 * examples);
}

/** By which a text is known again: FNV-1a, of 32 bits. @param {string} text */
function numberOf(text) {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return number >>> 0;
}

export class Taught {
  /** As it was kept last; undefined before that is known. @type {Collection | null | undefined} */
  collection = undefined;
  /** Of the same drawings the same, at the next visit, too. */
  number = 0;
  #text = "";

  constructor() {
    tracked(this, "collection");
  }

  /** What was taught may have changed since. @param {Collection | null} collection */
  take(collection) {
    const text = JSON.stringify(collection);
    if (text === this.#text) return;
    this.#text = text;
    this.number = numberOf(text);
    this.collection = collection;
  }

  /** How many drawings there are of each kind that was taught. */
  get counts() {
    const { kinds = [], drawings = [] } = this.collection ?? {};
    return kinds.map((_, kind) => drawings.filter((one) => one.kind === kind).length);
  }

  /** The kinds that can be learnt: those of which there are enough, where that leaves something to tell apart. @returns {number[]} */
  get kinds() {
    const enough = this.counts.flatMap((count, kind) => (count >= FEWEST ? [kind] : []));
    return enough.length > 1 ? enough : [];
  }

  /** Of the kinds that can be learnt, counted from 0. */
  get drawings() {
    const { kinds } = this;
    return (this.collection?.drawings ?? []).flatMap(({ strokes, kind }) => (kinds.includes(kind) ? [{ strokes, kind: kinds.indexOf(kind) }] : []));
  }

  /** Whether so many of each kind can be learnt from. @param {number} examples */
  allows(examples) {
    const { kinds, counts } = this;
    return kinds.length > 0 && kinds.every((kind) => (counts[kind] ?? 0) >= neededFor(examples));
  }

  /** What there is in words: of the kinds that can be learnt, or else of all. @param {{ t: (key: Key) => string, format: { integer(value: number): string } }} reader */
  words({ t, format }) {
    const names = kindNames(this.collection?.kinds ?? [], t);
    const told = this.kinds.length > 0 ? this.kinds : names.map((_, kind) => kind);
    return told.map((kind) => `${names[kind]} ${format.integer(this.counts[kind] ?? 0)}`).join(" · ");
  }
}
