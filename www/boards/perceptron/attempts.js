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
  /** Tables that a line was found for, by hand or by learning. @type {Set<TruthTable>} */
  #solved = new Set();

  /** A line was set by hand. @param {TruthTable} table @param {PerceptronAnswer} answer */
  addLine(table, { outputs, score }) {
    const tried = this.#tried.get(table) ?? new Set();
    this.#tried.set(table, tried.add(outputs.join("")));
    if (score === table.length) this.#solved.add(table);
    this.#count.value += 1;
  }

  /** @param {TruthTable} table */
  addCycle(table) {
    this.#seenToCycle.add(table);
    this.#count.value += 1;
  }

  /** @param {TruthTable} table */
  addSolution(table) {
    this.#solved.add(table);
    this.#count.value += 1;
  }

  /** @param {TruthTable} table */
  isSolved(table) {
    void this.#count.value;
    return this.#solved.has(table);
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
