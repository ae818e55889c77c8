/**
 * What the visitor has tried with each table. The reason why it cannot be done is worth reading only after trying.
 */

import { signal } from "@preact/signals-core";

/** @import { PerceptronAnswer, TruthTable } from "./protocol" */

/** So many lines that differ in what they give; a table that cannot be had leaves fourteen to try. */
const ENOUGH = 4;

export class Attempts {
  /** Counts the attempts, so that they are followed. */
  #count = signal(0);
  /** The outputs of the lines that were tried. @type {Map<TruthTable, Set<string>>} */
  #tried = new Map();
  /** Tables whose learning was seen to go round. @type {Set<TruthTable>} */
  #seenToCycle = new Set();

  /** A line was set by hand. @param {TruthTable} table @param {PerceptronAnswer} answer */
  addLine(table, { outputs }) {
    const tried = this.#tried.get(table) ?? new Set();
    this.#tried.set(table, tried.add(outputs.join("")));
    this.#count.value += 1;
  }

  /** @param {TruthTable} table */
  addCycle(table) {
    this.#seenToCycle.add(table);
    this.#count.value += 1;
  }

  /** How many lines were tried that differ in what they give. @param {TruthTable} table */
  linesFor(table) {
    void this.#count.value;
    return this.#tried.get(table)?.size ?? 0;
  }

  /** @param {TruthTable} table */
  areEnough(table) {
    return this.linesFor(table) >= ENOUGH || this.#seenToCycle.has(table);
  }
}
